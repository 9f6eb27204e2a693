import type { Office } from '#contract/operations/archive.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { URGENCIES, URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeAndSubject, typeName } from '../document-words.ts'
import {
  A4_FORM,
  type FormBlock,
  type FormLine,
  formLine,
  innerHeight,
  innerWidth,
  lines,
  namedLine
} from '../forms/form.ts'
import { formHead, formSignature } from '../forms/form-head.ts'
import { CUT_MM, formHeight } from '../forms/form-height.ts'
import { byRecipient, type Posting, postings } from '../forms/postings.ts'
import { officeHead, wholeOfficeName } from '../office-head.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { CELL, mm, SLACK, TYPE } from '../paper/format.ts'
import { shortenTo } from '../paper/shorten.ts'
import { printDay, spellDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { aboutPostings, POSTING_COLUMNS } from './posting-list.ts'

const WIDTH = innerWidth(A4_FORM)
const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 34, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 23, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 66, align: 'left' },
  { title: 'Số bản', mm: 13, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 23, align: 'left' }
]
const SUBJECT = 3
/** A sheet of few papers is cut in its middle, where it folds. */
const MIDDLE = A4_FORM.height / 2 - A4_FORM.margin.top - CUT_MM / 2
/** A subject of more lines is told shorter: the paper itself lies with the slip. */
const MOST_LINES = 8

/**
 * Phiếu gửi: one a recipient and handing over, with the slip under it that the recipient signs, cuts off and sends back
 * (Quy định 66-QĐ/TW and 399-QĐ/TW name it among the papers of an office). What does not fit goes on a slip of its own.
 */
export function sendSlips(archive: ReportArchive, params: ReportParams): PrintDocument {
  const office = officeOf(archive.db)
  const held = postings(archive, params)
  const slips = byRecipient(held, true).flatMap((one) => slipsOf(office, one, archive.today()))
  return printDocument(archive, 'send-slips', {
    title: 'Phiếu gửi',
    lines: aboutPostings(archive, params),
    landscape: true,
    columns: POSTING_COLUMNS,
    groups: [{ title: null, rows: held.map(listRow), total: null }],
    tallies: [{ unit: 'văn bản gửi', column: null }],
    closing: 'Cộng',
    empty: 'Không có nơi nhận nào để lập phiếu gửi.',
    signer: null,
    forms: { paper: A4_FORM, sheets: slips }
  })
}

function listRow(one: Posting, index: number): PrintRow {
  return {
    cells: [
      count(index + 1),
      words(one.name),
      strong(one.document.reference),
      day(one.document.issuedOn),
      words(typeAndSubject(one.document)),
      count(one.copies),
      day(one.sentOn)
    ],
    tally: [1]
  }
}

/** As many slips as the documents need: each is one sheet. */
function slipsOf(office: Office, held: readonly Posting[], today: string): readonly (readonly FormBlock[])[] {
  const sheets: Posting[][] = []
  for (const one of held) {
    const last = sheets.at(-1)
    if (last && fits(slip(office, [...last, one], today))) last.push(one)
    else sheets.push([one])
  }
  return sheets.map((some) => slip(office, some, today))
}

function fits(blocks: readonly FormBlock[]): boolean {
  return formHeight(blocks, A4_FORM) + SLACK <= innerHeight(A4_FORM)
}

function slip(office: Office, held: readonly Posting[], today: string): readonly FormBlock[] {
  const name = held[0]?.name ?? ''
  const sentOn = held[0]?.sentOn ?? today
  const whole = wholeOfficeName(office)
  const place = office.place === '' ? spellDay(sentOn) : `${office.place}, ${spellDay(sentOn)}`
  const letter: readonly FormBlock[] = [
    formHead(
      officeHead(office),
      WIDTH,
      [formLine(place, { align: 'center', italic: true, before: 4 })],
      urgencyLine(held)
    ),
    lines(
      formLine('PHIẾU GỬI', { align: 'center', bold: true, signs: 16, before: 5 }),
      namedLine('Kính gửi:', name, { align: 'center', signs: 14, before: 2 }),
      formLine(`${whole} gửi kèm theo phiếu này ${padded(held.length)} văn bản:`, { before: 4 })
    ),
    { kind: 'space', mm: 2 },
    { kind: 'table', columns: COLUMNS, rows: held.map(tableRow) },
    lines(
      formLine(`Đề nghị ký xác nhận vào phiếu nhận dưới đây, cắt gửi trả ${whole}.`, { before: 2, align: 'justify' })
    ),
    { kind: 'space', mm: 2 },
    formSignature(WIDTH, 'NGƯỜI GỬI', '(Ký, ghi rõ họ tên)', office.clerk, 13)
  ]
  const free = MIDDLE - formHeight(letter, A4_FORM)
  return [
    ...letter,
    { kind: 'space', mm: Math.max(2, Math.floor(free)) },
    { kind: 'cut', words: 'Cắt theo đường này, gửi trả phần dưới' },
    ...receipt(name, whole, held)
  ]
}

/** "01": as offices write small counts, so that nothing is put before. */
function padded(value: number): string {
  return String(value).padStart(2, '0')
}

function receipt(name: string, whole: string, held: readonly Posting[]): readonly FormBlock[] {
  const first = Math.round(WIDTH * 0.46)
  return [
    {
      kind: 'columns',
      parts: [
        {
          mm: first,
          lines: [
            formLine(name.toLocaleUpperCase('vi'), { align: 'center', bold: true, signs: 12 }),
            formLine('*', { align: 'center', signs: 12 })
          ]
        },
        {
          mm: WIDTH - first,
          lines: [formLine('..............., ngày ...... tháng ...... năm 20......', { align: 'center', italic: true })]
        }
      ]
    },
    lines(
      formLine('PHIẾU NHẬN', { align: 'center', bold: true, signs: 16, before: 2 }),
      formLine('(Đề nghị ký xác nhận và gửi trả)', { align: 'center', italic: true, signs: 12 }),
      namedLine('Kính gửi:', whole, { align: 'center', before: 2 }),
      formLine(`${name} đã nhận ${padded(held.length)} văn bản:`, { before: 2 }),
      ...held.map((one, index) => receivedLine(one, index, held.length)),
      formLine('Nhận lúc ....... giờ ......., ngày ...... tháng ...... năm 20...... Tình trạng bì: ...............', {
        before: 2
      })
    ),
    { kind: 'space', mm: 2 },
    formSignature(WIDTH, 'NGƯỜI NHẬN', '(Ký, ghi rõ họ tên)', '', 13)
  ]
}

function receivedLine({ document, copies }: Posting, index: number, all: number): FormLine {
  const on = document.issuedOn === null ? '' : `, ngày ${printDay(document.issuedOn)}`
  const number = document.reference === null ? '' : ` số ${document.reference}`
  const held = `${typeName(document) || 'Văn bản'}${number}${on}: ${copies === null ? '......' : padded(copies)} bản`
  return formLine(`${index + 1}. ${held}${index === all - 1 ? '.' : ';'}`)
}

function tableRow({ document, copies }: Posting, index: number): readonly string[] {
  const width = ((COLUMNS[SUBJECT]?.mm ?? 0) - 2 * CELL.padX - CELL.border) / mm(TYPE.table.pt)
  return [
    String(index + 1),
    document.reference ?? '',
    document.issuedOn === null ? '' : printDay(document.issuedOn),
    shortenTo(typeAndSubject(document), MOST_LINES, width, measureWith('regular')),
    copies === null ? '' : String(copies),
    document.urgency === null ? '' : URGENCY_NAMES[document.urgency]
  ]
}

/** The highest urgency of what lies with the slip. */
function urgencyLine(held: readonly Posting[]): readonly FormLine[] {
  const highest = URGENCIES.findLast((urgency) => held.some((one) => one.document.urgency === urgency))
  if (!highest) return []
  return [formLine(URGENCY_NAMES[highest].toLocaleUpperCase('vi'), { align: 'center', bold: true, before: 1 })]
}
