import { fromTcvn3, fromVni } from './legacy-text.ts'

/** A stretch of text in one font, as a word processor keeps it. `font` null: not told. */
export type FontRun = Readonly<{ text: string; font: string | null }>

type Legacy = 'tcvn3' | 'tcvn3-capitals' | 'vni'

/** Vietnamese letters that no 8-bit font of that time could hold: text with them is Unicode whatever its font is called. */
const UNICODE_ONLY = /[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]|[\u0300-\u036f]/u
const VNI_MARK_FIRST = /^[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]/
const HIGH = /[\u00a1-\u00ff]/u

/**
 * The 8-bit Vietnamese encoding a font stands for, by its name: ".VnTime" (TCVN3), ".VnTimeH" (TCVN3 shown as
 * capitals), "VNI-Times" (VNI). null: a font of Unicode letters.
 */
export function encodingOfFont(font: string | null): Legacy | null {
  const name = (font ?? '').trim().replace(/^['"]|['"]$/g, '')
  if (/^(?:[A-Z]{6}\+)?(?:\.Vn|Vn(?=[A-Z]))/.test(name)) {
    return /H(?:[,-]|$)/.test(name.replace(/[,-]?(?:Bold|Italic)+$/i, '')) ? 'tcvn3-capitals' : 'tcvn3'
  }
  return /^(?:[A-Z]{6}\+)?VNI[- _]/i.test(name) ? 'vni' : null
}

export function decodeAs(text: string, encoding: Legacy): string {
  switch (encoding) {
    case 'tcvn3':
      return fromTcvn3(text)
    case 'tcvn3-capitals':
      return fromTcvn3(text).toUpperCase()
    case 'vni':
      return fromVni(text)
  }
}

/**
 * The runs' texts in Unicode, run for run. A VNI mark that begins a run goes to the vowel that ends the run before it. A
 * font with an old name under which Unicode was typed is seen by letters it could not hold.
 */
export function convertRuns(runs: readonly FontRun[]): readonly string[] {
  const lying = lyingFonts(runs)
  const encodings = runs.map((run) => trusted(run, lying))
  const texts = runs.map((run) => run.text)
  for (let at = 1; at < runs.length; at++) {
    const [before = '', here = ''] = [texts[at - 1], texts[at]]
    if (encodings[at] !== 'vni' || encodings[at - 1] !== 'vni' || !/[aeouyôö]$/i.test(before)) continue
    const mark = VNI_MARK_FIRST.exec(here)?.[0]
    if (mark === undefined) continue
    texts[at - 1] = before + mark
    texts[at] = here.slice(mark.length)
  }
  return texts.map((text, index) => {
    const encoding = encodings[index] ?? null
    return encoding === null ? text : decodeAs(text, encoding)
  })
}

function trusted(run: FontRun | undefined, lying: ReadonlySet<string>): Legacy | null {
  if (!run?.font || lying.has(run.font) || UNICODE_ONLY.test(run.text)) return null
  return encodingOfFont(run.font)
}

function lyingFonts(runs: readonly FontRun[]): ReadonlySet<string> {
  const told = new Map<string, number>()
  for (const { font, text } of runs) {
    if (font === null || !encodingOfFont(font)) continue
    const vote = UNICODE_ONLY.test(text) ? 1 : HIGH.test(text) ? -1 : 0
    told.set(font, (told.get(font) ?? 0) + vote)
  }
  return new Set([...told].filter(([, votes]) => votes > 0).map(([font]) => font))
}
