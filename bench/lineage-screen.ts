import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createArchive } from '#archive/create-archive.ts'
import type { NewEvent } from '#archive/ledger/events.ts'
import type { DocumentId } from '#contract/ids.ts'
import { lineageWords as words } from '#renderer/strings/lineage.ts'
import { screensFolder } from '#shell/program-folders.ts'
import { type Figures, figures, show } from './figures.ts'
import { OFFICE } from './filed-event.ts'
import { type Filed, lineageEvents } from './lineage-archive.ts'
import { seeded } from './random.ts'
import { CALLER, type Call, drawnAfter, goTo, onScreen } from './screen-server.ts'

const BATCH = 1000
const OPENINGS = 9

/**
 * `npm run bench -- --lineage-screen 5000`: a chain of so many papers, all hanging together, in a real browser (`npx vite
 * build` first). From the click to boxes that are drawn: around one paper, and all that came of one of the oldest (T03).
 */
export async function benchLineageScreen(count: number, seed: number, screens = screensFolder()): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-lineage-screen-'))
  try {
    const random = seeded(seed)
    const filed = await fill(join(folder, 'archive'), count, random)
    await onScreen(folder, screens, async (page, call) => {
      const some = Array.from({ length: OPENINGS }, () => random.pick(filed).id)
      process.stdout.write(`${count} papers, two steps around one: ${show(await openings(page, some))}\n`)
      await goTo(page, `/luoc-do/${filed[0]?.id}`)
      await choose(page, words.directions.down)
      await choose(page, words.depths[12])
      const old = filed.slice(1, 1 + OPENINGS).map(({ id }) => id)
      const took = await openings(page, old)
      const sizes = await Promise.all(old.map((id) => nodesUnder(call, id)))
      const told = `${Math.min(...sizes)} to ${Math.max(...sizes)} papers`
      process.stdout.write(`all that came of one of the oldest, ${told}: ${show(took)}\n`)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function fill(folder: string, count: number, random: ReturnType<typeof seeded>): Promise<readonly Filed[]> {
  const archive = await createArchive(folder, OFFICE)
  const filed: Filed[] = []
  let batch: NewEvent[] = []
  for (const events of lineageEvents(count, random, filed)) {
    batch.push(...events)
    if (batch.length < BATCH) continue
    archive.commit(batch, CALLER)
    batch = []
  }
  archive.commit(batch, CALLER)
  await archive.close()
  return filed
}

async function nodesUnder(call: Call, id: string): Promise<number> {
  const found = await call('lineage.trace', { documentId: id as DocumentId, direction: 'down', depth: 12, limit: 5000 })
  return found.nodes.length
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** From leaving another screen to boxes that are drawn; a paper asked for once is kept by the screen, so each is another. */
async function openings(page: Page, ids: readonly string[]): Promise<Figures> {
  const took: number[] = []
  for (const id of ids) {
    await goTo(page, '/kho')
    await page.waitForTimeout(400)
    took.push(await drawnAfter(page, `/luoc-do/${id}`, 'svg.lin .r1'))
  }
  return figures(took)
}
