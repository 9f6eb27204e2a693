import type { Office } from '#contract/operations/archive.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { URGENCIES, URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, words } from '../cells.ts'
import { type FormBlock, type FormPaper, formLine, innerHeight, innerWidth, namedLine } from '../forms/form.ts'
import { byRecipient, numbersOf, type Posting, postings } from '../forms/postings.ts'
import { wholeOfficeName } from '../office-head.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { mm } from '../paper/format.ts'
import { shortenTo } from '../paper/shorten.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { aboutPostings } from './posting-list.ts'

type Envelope = ReportParams['envelope']

const MARGIN = { top: 9, right: 10, bottom: 8, left: 11 } as const
/** ISO 269, laid across. `signs`: the recipient's name, pt. */
const ENVELOPES: Readonly<Record<Envelope, Readonly<{ paper: FormPaper; signs: number; name: string }>>> = {
  c5: { paper: { width: 229, height: 162, margin: MARGIN }, signs: 18, name: 'C5 (229 × 162 mm)' },
  c6: { paper: { width: 162, height: 114, margin: MARGIN }, signs: 14, name: 'C6 (162 × 114 mm)' },
  dl: { paper: { width: 220, height: 110, margin: MARGIN }, signs: 16, name: 'DL (220 × 110 mm)' }
}
const LIST_COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Nơi nhận văn bản', mm: 78, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 66, align: 'left' },
  { title: 'Số văn bản', mm: 24, align: 'center', whole: true }
]
const SENDER_SIGNS = 11
const NUMBERS_LINES = 3
const NAME_LINES = 4

/** Bì thư: one a recipient, with who sends, the numbers of what lies within, and to whom (domain.md §6). */
export function envelopes(archive: ReportArchive, params: ReportParams): PrintDocument {
  const office = officeOf(archive.db)
  const { paper, signs, name } = ENVELOPES[params.envelope]
  const held = byRecipient(postings(archive, params), false)
  return printDocument(archive, 'envelopes', {
    title: 'Bì thư',
    lines: [...aboutPostings(archive, params), `Khổ bì ${name}`],
    landscape: false,
    columns: LIST_COLUMNS,
    groups: [{ title: null, rows: held.map(envelopeRow), total: null }],
    tallies: [{ unit: 'bì', column: null }],
    closing: 'Cộng',
    empty: 'Không có nơi nhận nào để in bì.',
    signer: null,
    forms: { paper, sheets: held.map((one) => envelope(office, one, paper, signs)) }
  })
}

/** A recipient and the numbers that go to it: labels list the same. */
export function envelopeRow(held: readonly Posting[], index: number): PrintRow {
  return {
    cells: [count(index + 1), words(held[0]?.name), words(numbersOf(held).join(', ')), count(held.length)],
    tally: [1]
  }
}

function envelope(office: Office, held: readonly Posting[], paper: FormPaper, signs: number): readonly FormBlock[] {
  const width = innerWidth(paper)
  const sender = Math.round(width * 0.5)
  const above = Math.round(innerHeight(paper) * 0.46)
  const aside = Math.round(width * 0.36)
  const to = width - aside
  const highest = URGENCIES.findLast((urgency) => held.some((one) => one.document.urgency === urgency))
  const name = shortenTo(held[0]?.name ?? '', NAME_LINES, to / mm(signs), measureWith('bold'))
  return [
    {
      kind: 'columns',
      least: above,
      parts: [
        {
          mm: sender,
          lines: [
            formLine(office.name.toLocaleUpperCase('vi'), { bold: true, signs: 12 }),
            ...(office.officeName === '' ? [] : [formLine(wholeOfficeName(office), { signs: SENDER_SIGNS })]),
            formLine(numbersLine(held, sender), { signs: SENDER_SIGNS, before: 2 })
          ]
        },
        {
          mm: width - sender,
          lines: highest
            ? [formLine(URGENCY_NAMES[highest].toLocaleUpperCase('vi'), { bold: true, signs: 18, align: 'right' })]
            : []
        }
      ]
    },
    {
      kind: 'columns',
      parts: [
        { mm: aside, lines: [] },
        {
          mm: to,
          lines: [namedLine('Kính gửi:', '', { signs: signs - 2 }), formLine(name, { bold: true, signs, before: 1 })]
        }
      ]
    }
  ]
}

function numbersLine(held: readonly Posting[], width: number): string {
  const numbers = numbersOf(held)
  if (numbers.length === 0) return ''
  return shortenTo(`Số: ${numbers.join(', ')}`, NUMBERS_LINES, width / mm(SENDER_SIGNS), measureWith('regular'))
}
