import { OperationError } from '#contract/failures.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { ChosenHits, SearchFilters } from '#contract/operations/search.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { MOST_LISTED } from '#domain/search/hit-limits.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import { bookName, bookPeriodName } from '#domain/vocabulary/book-names.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb } from '../../archive-context.ts'
import { allFound } from '../../search/answer.ts'
import { officeTerms } from '../../search/filters.ts'
import { bookNamings } from '../../store/book-naming.ts'
import { documentLineByNumber, documentLines } from '../../store/document-lines.ts'
import { dossierNames } from '../../store/dossiers.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeAndSubject } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 13, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 36, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 92, align: 'left' },
  { title: 'Tác giả', mm: 40, align: 'left' },
  { title: 'Người ký', mm: 32, align: 'left' },
  { title: 'Đến, đi; số đến', mm: 30, align: 'left' }
]
const DIRECTIONS = { incoming: 'Đến', outgoing: 'Đi', internal: 'Nội bộ' } as const

/** Documents chosen among the hits, or all that a search finds, by day: only what the search screen itself shows of them. */
export function hitsList(archive: ReportArchive, params: ReportParams): PrintDocument {
  const { hits } = params
  if (hits === null) throw new OperationError('bad-input', { field: 'hits', report: params.name })
  const { lines, total } = chosen(archive, hits)
  return printDocument(archive, 'hits-list', {
    title: 'Danh sách văn bản tìm được',
    lines: hits.kind === 'named' ? [] : searchWords(archive.db, hits.query, hits.filters),
    landscape: true,
    columns: COLUMNS,
    groups: [{ title: null, rows: lines.toSorted(byDay).map(printRow), total: null }],
    tallies: [{ unit: 'văn bản', column: null }],
    closing: 'Cộng',
    footnotes:
      total > lines.length ? [`Danh sách ghi ${lines.length} văn bản mới nhất trong ${total} văn bản tìm được.`] : [],
    empty: 'Không có văn bản nào.',
    signer: null
  })
}

type Chosen = Readonly<{ lines: readonly DocumentLine[]; total: number }>

/** Where a search finds too many, the newest; a withdrawn paper is no hit. */
function chosen({ db }: ReportArchive, hits: ChosenHits): Chosen {
  if (hits.kind === 'named') {
    const lines = documentLines(db, [...new Set(hits.documentIds)]).filter((line) => !line.withdrawn)
    return { lines, total: lines.length }
  }
  const without = new Set<string>(hits.leftOut)
  const found = allFound(db, hits, Number.MAX_SAFE_INTEGER)
  const lines = found
    .slice(0, MOST_LISTED + without.size)
    .flatMap((n) => documentLineByNumber(db, n) ?? [])
    .filter((line) => !without.has(line.id))
  return { lines: lines.slice(0, MOST_LISTED), total: Math.max(lines.length, found.length - without.size) }
}

function printRow(line: DocumentLine, index: number): PrintRow {
  return {
    cells: [
      count(index + 1),
      strong(line.reference),
      day(line.issuedOn),
      words(typeAndSubject(line)),
      words(authorOf(line.issuer, line.actingBody)),
      words(line.signer),
      words(`${DIRECTIONS[line.direction]}${line.arrivalNumber === null ? '' : ` ${line.arrivalNumber}`}`)
    ],
    tally: [1],
    documentId: line.id
  }
}

function byDay(a: DocumentLine, b: DocumentLine): number {
  const [one, other] = [a.issuedOn ?? '9999', b.issuedOn ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return (a.reference ?? '').localeCompare(b.reference ?? '', 'vi', { numeric: true })
}

/** What was asked, so that whoever reads the sheet knows what it is a list of. */
function searchWords(db: ReadableDb, query: string, filters: SearchFilters): readonly string[] {
  const types = filters.documentTypes.map((type) => DOCUMENT_TYPES[type].name)
  const narrowed = [
    named(
      'Chiều',
      filters.directions.map((direction) => DIRECTIONS[direction].toLocaleLowerCase('vi'))
    ),
    named('Thể loại', types),
    named('Cơ quan ban hành', filters.issuers),
    termNames(db, filters.terms),
    named('Năm', filters.years.toSorted((a, b) => a - b).map(String)),
    named(
      'Sổ',
      bookNamings(db, filters.books).map(([, book]) => bookName(book))
    ),
    named(
      'Hồ sơ',
      dossierNames(db, filters.dossiers).map(([, { code, title }]) => `${code} ${title}`)
    ),
    named('Nơi nhận', filters.recipients),
    filters.from || filters.to ? periodLine(filters.from, filters.to, [], '') : ''
  ].filter(Boolean)
  const asked = query.trim()
  return [asked === '' ? '' : `Nội dung tìm: ${asked}`, narrowed.join('; ')].filter(Boolean)
}

/** "Nhiệm kỳ 2020–2025, 2015–2020, trước ngày 01/8/2010". */
function termNames(db: ReadableDb, ticked: readonly string[]): string {
  const [first, ...others] = officeTerms(db)
  const spans = others
    .filter((term) => ticked.includes(term.key))
    .toReversed()
    .map(({ from, to }, index) => {
      const name = bookPeriodName({ period: { kind: 'term', from: from ?? '', to } })
      return index === 0 ? capital(name) : name
    })
  const begun = others[0]?.from
  if (first && begun && ticked.includes(first.key)) spans.push(`trước ngày ${printDay(begun)}`)
  return spans.join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function named(what: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${what}: ${values.join(', ')}`
}
