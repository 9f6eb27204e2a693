import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startHost } from '#archive/host.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { startServer } from '#server/start-server.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { launchBrowser, openPage } from '#tests/support/browser.ts'

export const CALLER: Caller = { name: 'Văn thư', role: 'clerk', shell: 'direct' }

export type Call = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

/** An archive on its screens in a real browser, for as long as it is measured. Throws what the page complained of. */
export async function onScreen(
  folder: string,
  screens: string,
  measure: (page: Page, call: Call) => Promise<void>
): Promise<void> {
  const log = (error: unknown, where: string) => console.error(where, error)
  const engine = startHost({
    ...{ shell: 'loopback', version: 'bench', settingsFolder: join(folder, 'settings'), printer: null },
    resourcesFolder: resourcesFolder(),
    log
  })
  const call: Call = async (name, input) => {
    const outcome = await engine.call(name, input, CALLER)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.code}`)
    return outcome.value as never
  }
  await call('archive.open', { folder: join(folder, 'archive') })
  const server = await startServer({ engine, screens, log })
  const browser = await launchBrowser()
  try {
    const { page, problems } = await openPage(browser, server.address)
    await page.locator('.rail').waitFor()
    process.stdout.write(`load of the machine ${loadavg()[0]?.toFixed(1)}; ms, p50 / p95\n\n`)
    await measure(page, call)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  } finally {
    await browser.close()
    await server.close()
    await engine.close()
  }
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, path)
  await page.locator('.screen').first().waitFor()
}

/** Milliseconds from leaving for `path` to the frame after `selector` stands there. */
export function drawnAfter(page: Page, path: string, selector: string): Promise<number> {
  return page.evaluate(
    ([to, what]) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        window.location.hash = to
        const look = () => {
          const drawn = document.querySelector(what) !== null
          requestAnimationFrame(drawn ? () => resolve(performance.now() - from) : look)
        }
        look()
      }),
    [path, selector] as const
  )
}
