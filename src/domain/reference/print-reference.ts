import type { Reference } from './reference.ts'

/** The usual spelling: "221-CV/HU", "44a-CV/VPHU", "4512/KH-UBND", "42/2022/NĐ-CP" (domain.md §4). */
export function printReference(reference: Reference): string {
  return `${reference.number}${reference.suffix ?? ''}${reference.separator}${reference.symbol}`
}
