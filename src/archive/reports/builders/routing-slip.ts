import type { ReportParams } from '#contract/operations/registers.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { documentLine } from '../../store/document-lines.ts'
import { assignmentsOf, type StandingAssignment } from '../../store/handling-rows.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { day, words } from '../cells.ts'
import { documentSentence } from '../document-words.ts'
import {
  A4_FORM,
  FORM_SIGNS,
  type FormBlock,
  type FormLine,
  formLine,
  innerHeight,
  innerWidth,
  lines
} from '../forms/form.ts'
import { formHead } from '../forms/form-head.ts'
import { formHeight } from '../forms/form-height.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { mm, SLACK } from '../paper/format.ts'
import { shortenTo } from '../paper/shorten.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { documentAsked } from './one-document.ts'

const WIDTH = innerWidth(A4_FORM)
const COLUMNS: readonly PrintColumn[] = [
  { title: 'Ngày', mm: 22, align: 'center', whole: true },
  { title: 'Người cho ý kiến', mm: 30, align: 'left' },
  { title: 'Ý kiến', mm: 50, align: 'left' },
  { title: 'Chủ trì', mm: 30, align: 'left' },
  { title: 'Phối hợp', mm: 26, align: 'left' },
  { title: 'Thời hạn', mm: 22, align: 'center', whole: true }
]
const TITLES = [
  'I. Ý KIẾN CỦA LÃNH ĐẠO CƠ QUAN, TỔ CHỨC',
  'II. Ý KIẾN CỦA LÃNH ĐẠO ĐƠN VỊ',
  'III. Ý KIẾN ĐỀ XUẤT CỦA NGƯỜI GIẢI QUYẾT'
] as const
/** An opinion of more lines is told shorter: it is whole in the archive. */
const MOST_LINES = 10
const DOT_SIGNS = 12
/** A dotted line as wide as the sheet, with room for what the browser rounds up. */
const DOTS = '.'.repeat(Math.floor((WIDTH * 0.96) / (mm(DOT_SIGNS) * measureWith('regular')('.'))))
/** Between two parts; a line for the pen is so much lower than the one before. */
const GAP_MM = 4
const PEN_MM = 2.6

/**
 * Phiếu giải quyết văn bản đến (NĐ 30/2020/NĐ-CP Phụ lục IV): the leader's opinion, that of the unit's leader, what the
 * handler proposes. What was already said is printed, dotted lines wait for the pen.
 */
export function routingSlip(archive: ReportArchive, params: ReportParams): PrintDocument {
  const document = documentLine(archive.db, documentAsked(params))
  const said = document ? assignmentsOf(archive.db, document.id).toReversed() : []
  const printed = printDocument(archive, 'routing-slip', {
    title: 'Phiếu giải quyết văn bản đến',
    lines: document ? [documentSentence(document), arrival(document)].filter(Boolean) : [],
    landscape: false,
    columns: COLUMNS,
    groups: [{ title: null, rows: said.map(printRow), total: null }],
    empty: 'Chưa có bút phê.',
    signer: null
  })
  if (!document) return printed
  return { ...printed, forms: { paper: A4_FORM, sheets: [sheet(printed.head, document, said)] } }
}

/** As many of the newest opinions as one sheet holds; the parts share what is left of it. */
function sheet(
  head: PrintDocument['head'],
  document: DocumentLine,
  said: readonly StandingAssignment[]
): readonly FormBlock[] {
  const top: readonly FormBlock[] = [
    formHead(head, WIDTH),
    lines(
      formLine('PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN', { align: 'center', bold: true, signs: 16, before: 5 }),
      formLine(`${shortened(documentSentence(document), MOST_LINES)}.`, { align: 'justify', before: 4 }),
      formLine(arrival(document), { before: 1 })
    )
  ]
  const free = innerHeight(A4_FORM) - SLACK - 3 * GAP_MM - formHeight(top, A4_FORM)
  const part = free / 3
  let shown = said
  while (shown.length > 1 && opinionHeight(shown, said) > 2 * part - 40) shown = shown.slice(1)
  const first = Math.max(part, opinionHeight(shown, said) + 10)
  const rest = (free - first) / 2
  return [
    ...top,
    { kind: 'space', mm: GAP_MM },
    lines(...filled(opinions(shown, said), first)),
    { kind: 'space', mm: GAP_MM },
    lines(...filled([title(1)], rest)),
    { kind: 'space', mm: GAP_MM },
    lines(...filled([title(2)], rest))
  ]
}

function title(index: 0 | 1 | 2): FormLine {
  return formLine(TITLES[index], { bold: true, signs: 12 })
}

function opinions(shown: readonly StandingAssignment[], all: readonly StandingAssignment[]): readonly FormLine[] {
  const left = all.length - shown.length
  return [
    title(0),
    ...(left > 0 ? [formLine(`(Trước đó còn ${left} bút phê.)`, { italic: true, signs: 12 })] : []),
    ...shown.flatMap(opinionLines)
  ]
}

function opinionLines(one: StandingAssignment): readonly FormLine[] {
  const who = one.leader === null ? '' : `, ${one.leader}`
  const text = one.opinion === null ? '' : `: ${shortened(one.opinion.replace(/\s*\n\s*/g, ' '), MOST_LINES)}`
  const facts: readonly (readonly [string, string | null])[] = [
    ['Chủ trì', one.main],
    ['Phối hợp', one.co.length > 0 ? one.co.join('; ') : null],
    ['Thời hạn giải quyết', one.due === null ? null : printDay(one.due)],
    ['Ghi chú', one.note]
  ]
  return [
    { runs: [{ text: `Ngày ${printDay(one.assignedOn)}${who}`, bold: true }, { text }], align: 'justify', before: 1.5 },
    ...facts.flatMap(([name, value]) =>
      value === null ? [] : [{ runs: [{ text: `${name}: `, italic: true }, { text: shortened(value, 3) }] }]
    )
  ]
}

function opinionHeight(shown: readonly StandingAssignment[], all: readonly StandingAssignment[]): number {
  return formHeight([{ kind: 'lines', lines: opinions(shown, all) }], A4_FORM)
}

/** Dotted lines for the pen as far as the frame goes, and the place for day and name. */
function filled(held: readonly FormLine[], high: number): readonly FormLine[] {
  const foot = formLine('Ngày ...... tháng ...... năm 20......   Ký, ghi rõ họ tên: ..........................', {
    align: 'right',
    italic: true,
    signs: DOT_SIGNS,
    before: PEN_MM
  })
  const dotted = formLine(DOTS, { signs: DOT_SIGNS, before: PEN_MM })
  const made: FormLine[] = [...held]
  const fits = (some: readonly FormLine[]) => formHeight([{ kind: 'lines', lines: some }], A4_FORM) <= high
  while (fits([...made, dotted, foot])) made.push(dotted)
  if (fits([...made, foot])) made.push(foot)
  return made
}

function shortened(text: string, most: number): string {
  return shortenTo(text, most, WIDTH / mm(FORM_SIGNS), measureWith('regular'))
}

/** "Số đến: 1204, ngày đến: 11/8/2021". */
function arrival(document: DocumentLine): string {
  const number = document.arrivalNumber === null ? '......' : String(document.arrivalNumber)
  const on = document.arrivedOn === null ? '......./......./20......' : printDay(document.arrivedOn)
  return `Số đến: ${number}, ngày đến: ${on}.`
}

function printRow(one: StandingAssignment): PrintRow {
  return {
    cells: [
      day(one.assignedOn),
      words(one.leader),
      words([one.opinion, one.note].filter(Boolean).join('\n')),
      words(one.main),
      words(one.co.join('; ')),
      day(one.due)
    ],
    tally: []
  }
}
