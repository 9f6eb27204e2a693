import type { Draft } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { type CitationCounts, countCitations, emptyCitationCounts, matchCitations } from './citations.ts'
import { plain } from './compare.ts'
import { FIELDS } from './fields.ts'
import type { LabelledDocument } from './load-corpus.ts'
import { type Count, countItems, countValue, emptyCount, type Miss } from './score.ts'

/** `sure`: readings the form takes by itself; `offered`: hints counted too. */
export type FieldCounts = Readonly<{ sure: Count; offered: Count }>
export type Measure = Readonly<{
  documents: number
  fields: ReadonlyMap<string, FieldCounts>
  lists: ReadonlyMap<string, Count>
  citations: CitationCounts
  misses: readonly Miss[]
}>

/** The day the reader takes for today: fixed, so that figures do not change with the calendar. */
export const TODAY = '2026-12-31'

/** Reads each document and counts it. `change` alters the text of the document of that place in the list first (noise). */
export function measure(
  documents: readonly LabelledDocument[],
  change: (text: string, at: number) => string = (text) => text
): Measure {
  const fields = new Map(FIELDS.map((field) => [field.name, { sure: emptyCount(), offered: emptyCount() }]))
  const lists = new Map([
    ['addressees', emptyCount()],
    ['recipients', emptyCount()]
  ])
  const citations = emptyCitationCounts()
  const misses: Miss[] = []
  for (const [at, document] of documents.entries()) {
    const draft = readDocument(document.pages ?? splitPages(change(document.text, at)), { today: TODAY })
    countFields(document, draft, fields, misses)
    countLists(document, draft, lists, misses)
    const result = matchCitations(document.gold.citations, draft.citations)
    countCitations(citations, result)
    for (const label of result.unread) misses.push(miss(document, 'citation', label.raw, ''))
    for (const found of result.extra) misses.push(miss(document, 'citation', '', found.raw))
  }
  return { documents: documents.length, fields, lists, citations, misses }
}

function countFields(document: LabelledDocument, draft: Draft, fields: Map<string, FieldCounts>, misses: Miss[]): void {
  for (const field of FIELDS) {
    const gold = field.gold(document.gold)
    const counts = fields.get(field.name)
    if (gold === undefined || !counts) continue
    const read = field.read(draft)
    const offered = read && field.key(read.value)
    const truth = field.free?.(document.gold)
    if (gold === null && offered !== null && offered === truth) continue
    const sure = read?.certainty === 'sure' ? offered : null
    const wanted = gold === null ? null : field.key(gold)
    const right = countValue(counts.sure, sure, wanted, (a, b) => a === b)
    countValue(counts.offered, offered, wanted, (a, b) => a === b)
    if (!right)
      misses.push(miss(document, field.name, wanted ?? '', offered === sure ? (offered ?? '') : `? ${offered}`))
  }
}

function countLists(document: LabelledDocument, draft: Draft, lists: Map<string, Count>, misses: Miss[]): void {
  for (const [name, read, gold] of [
    ['addressees', draft.addressees, document.gold.kinh_gui],
    ['recipients', draft.recipients, document.gold.noi_nhan]
  ] as const) {
    const count = lists.get(name)
    if (!count) continue
    const left = countItems(
      count,
      read.map((line) => plain(line.text)),
      gold.map(plain)
    )
    for (const item of left.unread) misses.push(miss(document, name, item, ''))
    for (const item of left.extra) misses.push(miss(document, name, '', item))
  }
}

function miss(document: LabelledDocument, field: string, gold: string, read: string): Miss {
  return { part: document.part, file: document.gold.file, field, gold, read }
}
