import type { FlatText } from '../../text/flatten.ts'
import { type Mention, mention } from '../mention.ts'
import { partySymbols } from './party-symbol.ts'
import { stateSymbols } from './state-symbol.ts'

/** Numbers before a full reference that share its symbol: "các Công văn số 713, 714 và 715-CV/TU". */
const SHARED = /(?:[Ss][ốôó]:? ?)((?:\d{1,5}, ?|\d{1,5} và )+)$/u
/** "từ số 713-CV/TU đến số 716-CV/TU", "từ số 713 đến số 716-CV/TU". */
const RANGE = /(?:từ|Từ) (?:số )?(\d{1,5})((?: ?-? ?[\p{L}/-]{2,20})?) đến (?:hết )?(?:số )?$/u
const LONGEST_RANGE = 50

/** One mention for each number of a list or range that leaves the symbol to its last member. */
export function numberLists(flat: FlatText): readonly Mention[] {
  return [...partySymbols(flat), ...stateSymbols(flat)].flatMap((last) => [
    ...sharedSymbol(flat, last),
    ...range(flat, last)
  ])
}

function sharedSymbol(flat: FlatText, last: Mention): readonly Mention[] {
  const from = Math.max(0, last.coreStart - 80)
  const list = SHARED.exec(flat.text.slice(from, last.coreStart))
  const { reference } = last
  if (!list?.[1] || !reference) return []
  const listStart = from + list.index + list[0].length - list[1].length
  return [...list[1].matchAll(/\d+/g)].map(({ index, 0: number }) =>
    mention({
      rule: 'number-list',
      coreStart: listStart + index,
      coreEnd: listStart + index + number.length,
      reference: { ...reference, number, suffix: null }
    })
  )
}

function range(flat: FlatText, last: Mention): readonly Mention[] {
  const from = Math.max(0, last.coreStart - 80)
  const ends = RANGE.exec(flat.text.slice(from, last.coreStart))
  const first = ends?.[1] ?? ''
  const symbol = ends?.[2] ?? ''
  const { reference } = last
  if (!ends || !reference) return []
  const count = Number(reference.number) - Number(first)
  if (!(count > 0 && count <= LONGEST_RANGE)) return []
  const start = from + ends.index + ends[0].indexOf(first)
  return Array.from({ length: count }, (_, index) =>
    mention({
      rule: 'number-range',
      coreStart: start,
      coreEnd: start + first.length + symbol.length,
      reference: { ...reference, number: String(Number(first) + index).padStart(first.length, '0'), suffix: null },
      flags: ['range']
    })
  )
}
