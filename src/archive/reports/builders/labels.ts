import type { Office } from '#contract/operations/archive.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { type FormBlock, type FormLine, type FormPaper, formLine } from '../forms/form.ts'
import { byRecipient, numbersOf, type Posting, postings } from '../forms/postings.ts'
import { wholeOfficeName } from '../office-head.ts'
import type { FaceName } from '../paper/font-files.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { mm } from '../paper/format.ts'
import { shortenTo } from '../paper/shorten.ts'
import type { PrintColumn, PrintDocument } from '../print-document.ts'
import { envelopeRow } from './envelopes.ts'
import { aboutPostings } from './posting-list.ts'

/** A4 of three by eight fields of 70 × 37 mm, as shops sell it, without margins between. */
const ACROSS = 3
const FIELDS = 24
const FIELD = { width: 70, height: 37, pad: 4 } as const
const SHEET: FormPaper = { width: 210, height: 297, margin: { top: 0.5, right: 0, bottom: 0, left: 0 } }
const SIGNS = { sender: 8.5, name: 12, numbers: 10 } as const

const LIST_COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Nơi nhận văn bản', mm: 78, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 66, align: 'left' },
  { title: 'Số văn bản', mm: 24, align: 'center', whole: true }
]

/** Nhãn địa chỉ: one a recipient; the first sheet may have lost some of its labels before. */
export function labels(archive: ReportArchive, params: ReportParams): PrintDocument {
  const office = officeOf(archive.db)
  const held = byRecipient(postings(archive, params), false)
  const fields = [...Array<null>(params.labelsUsed).fill(null), ...held.map((one) => label(office, one))]
  return printDocument(archive, 'labels', {
    title: 'Nhãn địa chỉ',
    lines: aboutPostings(archive, params),
    landscape: false,
    columns: LIST_COLUMNS,
    groups: [{ title: null, rows: held.map(envelopeRow), total: null }],
    tallies: [{ unit: 'nhãn', column: null }],
    closing: 'Cộng',
    empty: 'Không có nơi nhận nào để in nhãn.',
    signer: null,
    forms: { paper: SHEET, sheets: held.length === 0 ? [] : sheetsOf(fields) }
  })
}

function sheetsOf(fields: readonly (readonly FormLine[] | null)[]): readonly (readonly FormBlock[])[] {
  const sheets = Math.ceil(fields.length / FIELDS)
  return Array.from({ length: sheets }, (_, index): readonly FormBlock[] => [
    { kind: 'grid', across: ACROSS, field: FIELD, fields: fields.slice(index * FIELDS, (index + 1) * FIELDS) }
  ])
}

function label(office: Office, held: readonly Posting[]): readonly FormLine[] {
  const numbers = numbersOf(held).join(', ')
  return [
    formLine(`Nơi gửi: ${kept(wholeOfficeName(office), 1, SIGNS.sender, 'regular')}`, { signs: SIGNS.sender }),
    formLine(kept(held[0]?.name ?? '', 3, SIGNS.name, 'bold'), {
      signs: SIGNS.name,
      bold: true,
      before: 1.5
    }),
    formLine(kept(numbers === '' ? '' : `Số: ${numbers}`, 2, SIGNS.numbers, 'regular'), {
      signs: SIGNS.numbers,
      before: 0.5
    })
  ]
}

function kept(text: string, lines: number, signs: number, face: FaceName): string {
  return shortenTo(text, lines, (FIELD.width - 2 * FIELD.pad) / mm(signs), measureWith(face))
}
