import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createArchive } from '#archive/create-archive.ts'
import { screensFolder } from '#shell/program-folders.ts'
import { type Figures, figures, show } from './figures.ts'
import { OFFICE } from './filed-event.ts'
import { seeded } from './random.ts'
import { registerForm } from './register.ts'
import { CALLER, drawnAfter, goTo, onScreen } from './screen-server.ts'

const BATCH = 500
const OPENINGS = 7
/** Frames scrolled while they are measured, and pixels a frame: a wheel that is turned without rest. */
const FRAMES = 240
const STEP = 90
/** Where the scroll bar is pulled to, as shares of the whole: the middle first. */
const PLACES = [0.5, 0.25, 0.75, 0.1, 0.6, 0.9, 0.35, 0.45, 0.85]

/**
 * `npm run bench -- --register-screen 100000`: a register of so many lines in a real browser (`npx vite build` first). From
 * the click on its name to the first rows on the screen, opened anew each time; how long frames take while it scrolls; and
 * how long grey lines stand after End and after the scroll bar is pulled to a place not seen before.
 */
export async function benchRegisterScreen(count: number, seed: number, screens = screensFolder()): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-register-screen-'))
  try {
    const archiveFolder = join(folder, 'archive')
    await fill(archiveFolder, count, seed)
    await onScreen(folder, screens, async (page) => {
      for (const [name, path] of BOOKS) {
        process.stdout.write(`${name}, opened: ${show(await openings(page, path))}\n`)
        const { took, slow } = await scrolling(page)
        process.stdout.write(`${name}, a frame while scrolling: ${show(took)}; over 34 ms: ${slow} of ${FRAMES}\n`)
        const first = await jump(page, 1)
        process.stdout.write(`${name}, the first jump, for which the whole is ordered: ${first.toFixed(2)}\n`)
        const jumps: number[] = []
        for (const share of PLACES) jumps.push(await jump(page, share))
        process.stdout.write(`${name}, pulled to a place: ${show(figures(jumps))}\n`)
        process.stdout.write(`${name}, End: ${show(await ends(page, path))}\n`)
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const BOOKS = [
  ['incoming', '/van-ban-den'],
  ['outgoing', '/van-ban-di']
] as const

/** Papers without files: the lines, the ledger and the index alone. */
async function fill(folder: string, count: number, seed: number): Promise<void> {
  const archive = await createArchive(folder, OFFICE)
  const random = seeded(seed)
  for (let at = 0; at < count; at += BATCH) {
    const size = Math.min(BATCH, count - at)
    archive.commit(
      Array.from({ length: size }, (_, index) => ({
        kind: 'document-filed' as const,
        data: {
          documentId: archive.newId('d'),
          form: { ...registerForm(at + index, count, random), paperLocation: 'hộp 1' },
          files: [],
          reviewed: true
        }
      })),
      CALLER
    )
  }
  await archive.close()
}

/** From leaving the start page to rows that are drawn, in the whole register ("Mọi năm"). */
async function openings(page: Page, path: string): Promise<Figures> {
  const took: number[] = []
  await goTo(page, path)
  await page.locator('.period select').selectOption('all')
  await page.waitForTimeout(1500)
  for (let turn = 0; turn < OPENINGS; turn++) {
    await goTo(page, '/kho')
    await page.waitForTimeout(200)
    took.push(await drawnAfter(page, path, '.registers tr.rw'))
  }
  return figures(took)
}

async function scrolling(page: Page): Promise<Readonly<{ took: Figures; slow: number }>> {
  const deltas = await page.evaluate(
    ({ frames, step }) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('.registers .tbl-scroll')
        const found: number[] = []
        let last = performance.now()
        const frame = () => {
          const now = performance.now()
          found.push(now - last)
          last = now
          if (found.length > frames) resolve(found.slice(1))
          else {
            scroller?.scrollBy(0, step)
            requestAnimationFrame(frame)
          }
        }
        requestAnimationFrame(frame)
      }),
    { frames: FRAMES, step: STEP }
  )
  return { took: figures(deltas), slow: deltas.filter((delta) => delta > 34).length }
}

/** From pulling the scroll bar to a place to rows in sight there, none of them grey. */
async function jump(page: Page, share: number): Promise<number> {
  const took = await page.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const box = document.querySelector('.registers .tbl-scroll')
        if (!box) throw new Error('no register is open')
        const from = performance.now()
        box.scrollTop = Math.floor((box.scrollHeight - box.clientHeight) * to)
        const look = () => {
          const bounds = box.getBoundingClientRect()
          const seen = [...box.querySelectorAll('tr.rw, tr.waiting')].filter((row) => {
            const { top, bottom } = row.getBoundingClientRect()
            return bottom > bounds.top && top < bounds.bottom
          })
          const known = seen.length > 0 && seen.every((row) => row.classList.contains('rw'))
          requestAnimationFrame(known ? () => resolve(performance.now() - from) : look)
        }
        requestAnimationFrame(look)
      }),
    share
  )
  await page.waitForTimeout(150)
  return took
}

/** From the End key to the last row being the current one, in a register opened anew each time. */
async function ends(page: Page, path: string): Promise<Figures> {
  const took: number[] = []
  for (let turn = 0; turn < OPENINGS; turn++) {
    await goTo(page, '/kho')
    await goTo(page, path)
    await page.locator('.registers tr.rw').first().waitFor()
    await page.locator('.registers table').focus()
    await page.keyboard.press('Home')
    await page.waitForTimeout(150)
    took.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const table = document.querySelector('.registers table')
            if (!table) throw new Error('no register is open')
            const from = performance.now()
            table.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))
            const look = () => {
              const at = Number(document.querySelector('.registers tr.cursor')?.getAttribute('aria-rowindex'))
              const last = at === Number(table.getAttribute('aria-rowcount'))
              requestAnimationFrame(last ? () => resolve(performance.now() - from) : look)
            }
            look()
          })
      )
    )
  }
  return figures(took)
}
