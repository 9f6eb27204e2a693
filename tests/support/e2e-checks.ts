import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  run(
    context: Document,
    options: unknown
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

/**
 * What axe-core has against the page as it stands, all of its rules. It is brought in by the debugger, so that the
 * page's policy stays as it is. Print views are pages of their own and have no controls.
 */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    // Behind an open dialog the page is out of reach, and with it what these two ask for.
    const modal = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    const rules = { 'landmark-one-main': { enabled: !modal }, 'page-has-heading-one': { enabled: !modal } }
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'], rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`)
    )
  })
}

/** True where the page itself, or a pane of it that does not say so, is wider than what it stands in. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`page ${scrollWidth} > ${clientWidth}`)
    for (const one of document.querySelectorAll<HTMLElement>(
      '.win, .main, .screen, .toolbar, .subbar, .statusbar, .titlebar'
    )) {
      if (one.scrollWidth > one.clientWidth + 1) found.push(`${one.className} ${one.scrollWidth} > ${one.clientWidth}`)
    }
    // What is cut off without a sign of it, and columns that have lost their place.
    for (const bar of document.querySelectorAll<HTMLElement>('.titlebar, .statusbar')) {
      const { right } = bar.getBoundingClientRect()
      for (const part of bar.querySelectorAll<HTMLElement>('.key, .who, .st')) {
        const box = part.getBoundingClientRect()
        if (box.top < bar.getBoundingClientRect().bottom && box.right > right + 1)
          found.push(`cut: ${part.textContent}`)
      }
    }
    for (const head of document.querySelectorAll<HTMLElement>('.tbl th[scope=col]')) {
      if (head.clientWidth < 30) found.push(`no room for the column ${head.textContent}`)
    }
    return found
  })
}

/** Everything a person sees or hears of the page: its text, what fields hold, and what is said of things. */
export async function spoken(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const words: string[] = [document.title]
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement
      // The letters of the paper itself are the office's, not the program's.
      if (parent && !parent.closest('script, style, .pv-scroll, .pv-text, .textlayer'))
        words.push(node.textContent ?? '')
    }
    const names = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt'
    ]
    for (const element of document.querySelectorAll('*')) {
      for (const name of names) words.push(element.getAttribute(name) ?? '')
    }
    return words
  })
  const frames = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.evaluate(() => `${document.title} ${document.body.innerText}`))
  )
  return [...said, ...frames].map((text) => text.normalize('NFC').trim()).filter((text) => text !== '')
}

/** Words of English, of which none is a word or syllable of Vietnamese. */
const ENGLISH = `the and of with from this that error errors failed failure loading search file files document documents
 open close closed save saved cancel delete undo redo next previous page pages sent received acknowledged returned recalled
 incoming outgoing internal missing linked ambiguous inferred rejected unknown null undefined nan true false type subject
 issuer number symbol date ready unsure unreadable duplicate waiting filed withdrawn reviewed warning button list table row
 rows column columns empty select selected filter sort sorted ascending descending menu dialog toolbar today day month year
 week hour minute second reset submit apply yes clerk engine archive folder report print preview view edit add remove update
 dismiss dismissed choose required optional invalid value values item items more less show hide expand collapse back forward
 up down left right direct courier network meeting other organisation person group groups amended replaced repealed expired
 force scan mixed none read write error warning information help settings options copy paste cut zoom fit width height level
 root node nodes edge edges depth both held truncated`
  .split(/\s+/)
  .filter(Boolean)
/** Names of keys and of kinds of file are the same in Vietnamese. */
const STOP = new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}-]|\\.\\p{L})`, 'iu')
const CODE = /(?<![\p{L}\p{N}._-])[a-z]{2,}(?:-[a-z]{2,})+(?![\p{L}\p{N}._-])/u
const CAMEL = /(?<![\p{L}\p{N}])[a-z]{2,}[A-Z]\p{L}*/u
const BROKEN = /\[object|undefined|NaN|\{\{|\$\{|Invalid Date/

/** What reads as English or as the program's inside in what a person is told. */
export function leaks(texts: readonly string[], allowed: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const shown = allowed.reduce((rest, one) => rest.replaceAll(one, ''), text)
    const found = [STOP, CODE, CAMEL, BROKEN].map((pattern) => pattern.exec(shown)?.[0]).filter(Boolean)
    return found.length > 0 ? [`${found.join(', ')} ← ${text.slice(0, 120)}`] : []
  })
}

/** Presses Tab `times` times; gives what had the focus without showing it, and how many things were reached. */
export async function tabThrough(page: Page, times: number): Promise<{ reached: number; unseen: readonly string[] }> {
  const seen = new Set<string>()
  const unseen: string[] = []
  for (let turn = 0; turn < times; turn++) {
    await page.keyboard.press('Tab')
    const { name, shown } = await page.evaluate(() => {
      const now = document.activeElement
      if (!now || now === document.body) return { name: '', shown: true }
      const marked = (element: Element | null): boolean => {
        if (!element) return false
        const style = getComputedStyle(element)
        return (
          style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
        )
      }
      const inside = [
        now,
        now.parentElement,
        now.closest('.date'),
        now.querySelector('rect'),
        now.querySelector('tr.cursor td')
      ]
      const drawn = now.matches('.node') && getComputedStyle(now.querySelector('rect') ?? now).strokeWidth === '3px'
      const label = now.getAttribute('aria-label') ?? now.textContent?.trim().slice(0, 40) ?? ''
      return {
        name: `${now.tagName.toLowerCase()}.${now.getAttribute('class') ?? ''} ${label}`,
        shown: drawn || inside.some(marked)
      }
    })
    if (name !== '') seen.add(name)
    if (!shown) unseen.push(name)
  }
  return { reached: seen.size, unseen }
}
