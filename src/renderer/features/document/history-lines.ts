import type { OutputOf } from '#contract/operations.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { changedNames, fieldName, documentWords as words } from '../../strings/document.ts'
import { ledgerWords } from '../../strings/ledger.ts'

export type LedgerLine = OutputOf<'ledger.list'>['events'][number]
export type HistoryLine = Readonly<{
  seq: number
  at: string
  /** "Nguyễn Thị Hạnh sửa trích yếu" */
  text: string
  /** What changed to what, the reason, the file. */
  details: readonly string[]
}>

/** A fact of the ledger as a sentence. */
export function historyLine(event: LedgerLine): HistoryLine {
  const { facts } = event
  return { seq: event.seq, at: event.at, text: `${event.actor} ${deed(event)}`, details: details(event, facts) }
}

function deed(event: LedgerLine): string {
  const base = words.history[event.kind] ?? words.historyOther
  const { facts } = event
  switch (event.kind) {
    case 'document-corrected': {
      const fields = changedFields(facts)
      return fields.length > 0 && fields.length <= 4 ? `${base} ${changedNames(fields)}` : base
    }
    case 'deliveries-sent':
      return `${base} ${words.places(showCount(Number(facts.deliveries ?? 0)))}`
    case 'deliveries-marked': {
      const what = words.marked[facts.what ?? ''] ?? base
      return `${what} ${words.places(showCount(Number(facts.deliveries ?? 0)))}`
    }
    default:
      return base
  }
}

/** What a line on handling tells beside who did it; a field put right stands with its old value. */
const HANDLING_FACTS = ['opinion', 'leader', 'main', 'co', 'due', 'progress', 'target', 'reply', 'quote'] as const

function details(event: LedgerLine, facts: LedgerLine['facts']): readonly string[] {
  const lines: string[] = []
  if (event.kind === 'document-corrected') {
    for (const field of changedFields(facts)) {
      lines.push(
        `${fieldName(field)}: ${words.change(value(field, facts[`${field}.before`]), value(field, facts[field]))}`
      )
    }
  }
  if (event.kind.startsWith('handling-') || event.kind.startsWith('deadline-')) {
    for (const field of HANDLING_FACTS) {
      const before = facts[`${field}.before`]
      const now = value(field, facts[field])
      const label = ledgerWords.fields[field === 'target' ? 'reply' : field] ?? field
      if (before !== undefined) lines.push(`${label}: ${words.change(value(field, before), now)}`)
      else if (now !== '') lines.push(ledgerWords.fact(label, now))
    }
  }
  if (event.kind === 'document-filed' && facts.files) lines.push(facts.files)
  if (facts.file) lines.push(facts.file)
  if (event.kind === 'citation-decided') lines.push(words.decisions[facts.decision ?? ''] ?? '')
  const relation = facts.relation
  if (relation && Object.hasOwn(RELATIONS, relation)) lines.push(RELATIONS[relation as Relation].name)
  if (event.kind === 'citation-added' && facts.citation) lines.push(facts.citation)
  if (facts.name && event.kind.startsWith('recipient-')) lines.push(facts.name)
  if (facts.by) lines.push(facts.by)
  if (facts.basis) lines.push(facts.basis)
  if (facts.note && event.kind !== 'document-corrected') lines.push(facts.note)
  if (facts.reason) lines.push(words.reason(facts.reason))
  return lines.filter((line) => line !== '')
}

/** Fields a correction touched: each stands with its old value beside it. */
export function changedFields(facts: LedgerLine['facts']): readonly string[] {
  return Object.keys(facts)
    .filter((key) => key.endsWith('.before'))
    .map((key) => key.slice(0, -'.before'.length))
    .filter((field) => fieldName(field) !== field)
}

function value(field: string, text: string | undefined): string {
  if (!text) return ''
  if (field === 'issuedOn' || field === 'arrivedOn' || field === 'due') return showDay(text)
  if (field === 'documentType') return DOCUMENT_TYPES[text as DocumentType]?.name ?? text
  return text
}
