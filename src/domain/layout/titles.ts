import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { PaperSystem } from './draft.ts'

const STATE = 'cong hoa xa hoi chu nghia viet nam'
const PARTY = 'dang cong san viet nam'
const MOTTO = 'doc lap - tu do - hanh phuc'
const MASS =
  /mat tran to quoc|\bmttq|lien doan lao dong|hoi nong dan|hoi lien hiep phu nu|hoi lhpn|hoi cuu chien binh|doan tncs|doan thanh nien|hoi chu thap do/

export type Title = Readonly<{ cell: Cell; system: 'party' | 'state'; exact: boolean }>

/**
 * The title of the Party ("ĐẢNG CỘNG SẢN VIỆT NAM") or quốc hiệu at the head (Hướng dẫn 36-HD/VPTW; NĐ 30/2020/NĐ-CP
 * Phụ lục I). A few letters misread do not hide it; `exact` is false then.
 */
export function findTitle(cells: readonly Cell[]): Title | null {
  for (const cell of cells) {
    const text = plain(cell.folded)
    if (text.length < 16 || text.length > 44 || !isCapitals(cell.text)) continue
    for (const [system, title] of [
      ['party', PARTY],
      ['state', STATE]
    ] as const) {
      const distance = text === title ? 0 : editDistance(text, title, 5)
      if (distance <= 4) return { cell, system, exact: distance === 0 }
    }
  }
  return null
}

/** The motto under quốc hiệu, and the rule lines and stars of a head: they name nothing. */
export function isMotto(cell: Cell): boolean {
  return cell.folded.length < 40 && editDistance(plain(cell.folded), MOTTO, 7) <= 6
}

/** Mặt trận, unions and associations write State forms of their own. */
export function isMassBody(folded: string): boolean {
  return MASS.test(folded)
}

export function paperSystem(title: Title | null, bodies: string, separator: '-' | '/' | null): PaperSystem | null {
  if (isMassBody(bodies) && title?.system !== 'party') return 'mass'
  if (title) return title.system
  if (separator === null) return null
  return separator === '-' ? 'party' : 'state'
}

function plain(folded: string): string {
  return folded.replace(/\s+/g, ' ').trim()
}

/** Levenshtein distance, given up at `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      next.push(value)
      least = Math.min(least, value)
    }
    if (least >= limit) return limit
    row = next
  }
  return Math.min(limit, row[b.length] ?? limit)
}
