import type { DossierLine } from '#contract/operations/dossiers.ts'
import { showBytes, showCount, showDay } from '../../strings/dates.ts'
import { exportWords as words } from '../../strings/export.ts'

type Fact = keyof typeof words.facts

/** Names and values of a result line, as the screen lists them; what is not in it is left out. */
export function factLines(
  detail: Readonly<Record<string, string | number>>,
  shown: readonly Fact[]
): readonly (readonly [string, string])[] {
  return shown.flatMap((fact): readonly (readonly [string, string])[] => {
    const value = detail[fact]
    return value === undefined ? [] : [[words.facts[fact], shownValue(fact, value)]]
  })
}

function shownValue(fact: Fact, value: string | number): string {
  if (fact === 'bytes') return showBytes(Number(value))
  // The head is read aloud and compared by its first signs.
  return fact === 'head' ? String(value).slice(0, 16) : showCount(Number(value))
}

/** What keeps a dossier from being handed over, or how it stands. */
export function dossierState(dossier: Pick<DossierLine, 'documents' | 'closedOn'>): string {
  if (dossier.documents === 0) return words.empty
  return dossier.closedOn === null ? words.stillOpen : words.closedOn(showDay(dossier.closedOn))
}

/** Closed ones first: they are what is handed over. */
export function forHandOver(dossiers: readonly DossierLine[]): readonly DossierLine[] {
  return dossiers.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ documents, closedOn }: DossierLine): number {
  return documents === 0 ? 2 : closedOn === null ? 1 : 0
}
