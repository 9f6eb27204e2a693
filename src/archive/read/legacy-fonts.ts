import { fromTcvn3, fromVni } from './legacy-text.ts'

/** A stretch of text in one font, as a word processor keeps it. `font` null: not told. */
export type FontRun = Readonly<{ text: string; font: string | null }>

type Legacy = 'tcvn3' | 'tcvn3-capitals' | 'vni'

/** Vietnamese letters that no 8-bit font of that time could hold: text with them is Unicode whatever its font is called. */
const UNICODE_ONLY = /[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]|[\u0300-\u036f]/u
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
 * The runs' texts in Unicode, run for run. Neighbours of one encoding are decoded together (a VNI letter and its mark
 * may stand in two runs). A font with an old name under which Unicode was typed is seen by letters it could not hold.
 */
export function convertRuns(runs: readonly FontRun[]): readonly string[] {
  const lying = lyingFonts(runs)
  const texts = runs.map((run) => run.text)
  let at = 0
  while (at < runs.length) {
    const encoding = trusted(runs[at], lying)
    let end = at + 1
    while (encoding && end < runs.length && trusted(runs[end], lying) === encoding) end++
    if (encoding) {
      texts.fill('', at + 1, end)
      // The joined text stands in the first run; runs of one font differ in looks alone, which are not kept.
      texts[at] = decodeAs(
        runs
          .slice(at, end)
          .map((run) => run.text)
          .join(''),
        encoding
      )
    }
    at = end
  }
  return texts
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
