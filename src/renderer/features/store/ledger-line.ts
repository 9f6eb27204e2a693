import type { OutputOf } from '#contract/operations.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { LEVEL_NAMES } from '#domain/vocabulary/levels.ts'
import { SECRECY_NAMES, URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { ledgerWords as words } from '../../strings/ledger.ts'

export type LedgerLine = OutputOf<'ledger.list'>['events'][number]

/** What was done, in a verb. */
export function eventName(line: Pick<LedgerLine, 'kind' | 'facts'>): string {
  const what = line.facts.what
  const mark = what === undefined ? undefined : words.marks[what]
  const name = words.kinds[line.kind] ?? words.unknown
  return mark === undefined ? name : `${name}: ${mark}`
}

/** Facts that say nothing to a reader: ids, and what the line's other columns show. */
const SILENT: ReadonlySet<string> = new Set(['what', 'groupId', 'bodyId', 'batchId', 'dossierId', 'id'])

/** The facts of a line in words: a changed field with its old and new value, the reason last. */
export function factsLine(line: Pick<LedgerLine, 'kind' | 'facts' | 'reference'>): string {
  const { facts } = line
  const parts: string[] = []
  for (const [field, value] of Object.entries(facts)) {
    if (field.endsWith('.before') || SILENT.has(field) || field === 'reason') continue
    if (field === 'reference' && value === line.reference) continue
    const name = words.fields[field] ?? field
    const before = facts[`${field}.before`]
    if (before !== undefined) parts.push(words.changed(name, valueWords(field, before), valueWords(field, value)))
    else if (field === 'deliveries') parts.push(words.places(value))
    else parts.push(words.fact(name, valueWords(field, value)))
  }
  const reason = facts.reason
  if (reason) parts.push(words.fact(words.fields.reason ?? '', reason))
  return parts.join(' · ')
}

/** A value as a person reads it: days, types, levels, marks by their names. */
export function valueWords(field: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return showDay(value)
  switch (field) {
    case 'documentType':
      return nameIn(DOCUMENT_TYPES, value)
    case 'relation':
      return nameIn(RELATIONS, value)
    case 'level':
      return wordIn(LEVEL_NAMES, value)
    case 'urgency':
      return wordIn(URGENCY_NAMES, value)
    case 'secrecy':
      return wordIn(SECRECY_NAMES, value)
    case 'secretBook':
      return wordIn(words.secretBook, value)
    case 'direction':
      return wordIn(commonWords.directions, value)
    case 'decision':
      return wordIn(words.decisions, value)
    case 'notice':
      return wordIn(words.notices, value)
    case 'batch':
      return wordIn(words.batches, value)
    case 'role':
      return wordIn(words.roles, value)
    case 'documentTypes':
      return eachIn(value, (one) => nameIn(DOCUMENT_TYPES, one))
    case 'numberFlags':
      return eachIn(value, (one) => wordIn(words.numberFlags, one))
    case 'period':
      return wordIn(words.bookPeriods, value)
    case 'perType':
      return wordIn(words.yesNo, value)
    case 'rule':
      return ruleWords(value)
    case 'termStarts':
      return value
        .replace(/\d{4}-\d{2}-\d{2}/g, (day) => showDay(day))
        .replace(/[[\]"]/g, '')
        .replaceAll(',', ', ')
    default:
      return value
  }
}

function eachIn(list: string, name: (one: string) => string): string {
  return list.split(', ').map(name).join(', ')
}

function wordIn(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value
}

function nameIn(table: Readonly<Record<string, Readonly<{ name: string }>>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value]?.name ?? value) : value
}

/** A dossier's rule as the search it is: the words looked for; its narrowing filters are only mentioned. */
function ruleWords(value: string): string {
  try {
    const rule = JSON.parse(value) as Readonly<{ query?: unknown; filters?: Readonly<Record<string, unknown>> }>
    const narrowed = Object.values(rule.filters ?? {}).some((one) => one !== null && String(one) !== '')
    const query = typeof rule.query === 'string' ? rule.query : ''
    return [query, narrowed ? words.withFilters : ''].filter(Boolean).join(', ')
  } catch {
    return value
  }
}
