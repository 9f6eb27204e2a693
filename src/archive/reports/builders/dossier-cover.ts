import type { ReportParams } from '#contract/operations/registers.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { words } from '../cells.ts'
import { A4_FORM, type FormBlock, formLine, innerHeight, innerWidth } from '../forms/form.ts'
import { formHead } from '../forms/form-head.ts'
import { wholeOfficeName } from '../office-head.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument } from '../print-document.ts'
import { dossierAsked, termWords } from './one-dossier.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'Mục', mm: 60, align: 'left' },
  { title: 'Nội dung', mm: 110, align: 'left' }
]
const HEAD_MM = 40

/** Bìa hồ sơ: number, title, days of the papers, sheets and term on one framed A4. */
export function dossierCover(archive: ReportArchive, params: ReportParams): PrintDocument {
  const dossier = dossierAsked(archive, params)
  const office = officeOf(archive.db)
  const dots = '…………'
  const facts: readonly (readonly [string, string])[] = [
    ['Từ ngày', dossier.from ? printDay(dossier.from) : dots],
    ['Đến ngày', dossier.to ? printDay(dossier.to) : dots],
    [
      'Gồm',
      dossier.pages === null
        ? `${dossier.documents} văn bản, ${dots} tờ`
        : `${dossier.documents} văn bản, ${dossier.pages} trang`
    ],
    ['Thời hạn bảo quản', termWords(dossier.years)],
    ['Người lập', dossier.keeper ?? dots],
    ['Nơi để', dossier.paperLocation ?? dots]
  ]
  const printed = printDocument(archive, 'dossier-cover', {
    title: 'Bìa hồ sơ',
    lines: [`Hồ sơ số ${dossier.code}: ${dossier.title}`],
    landscape: false,
    columns: COLUMNS,
    groups: [
      {
        title: null,
        rows: [['Số, ký hiệu hồ sơ', dossier.code] as const, ['Tiêu đề', dossier.title] as const, ...facts].map(
          ([name, value]) => ({
            cells: [words(name), words(value)],
            tally: []
          })
        ),
        total: null
      }
    ],
    empty: '',
    signer: null
  })
  const width = innerWidth(A4_FORM)
  const sheet: readonly FormBlock[] = [
    formHead(printed.head, width),
    { kind: 'space', mm: 6 },
    {
      kind: 'frame',
      high: innerHeight(A4_FORM) - HEAD_MM,
      lines: [
        formLine(wholeOfficeName(office).toLocaleUpperCase('vi'), { align: 'center', signs: 14, before: 12 }),
        formLine('HỒ SƠ', { align: 'center', signs: 34, bold: true, before: 26 }),
        formLine(`Số: ${dossier.code}`, { align: 'center', signs: 16, before: 6 }),
        ...(dossier.heading
          ? [formLine(dossier.heading, { align: 'center', signs: 14, italic: true, before: 8 })]
          : []),
        formLine(dossier.title, { align: 'center', signs: 20, bold: true, before: 12 }),
        ...facts.map(([name, value], index) =>
          formLine(`${name}: ${value}`, { align: 'center', signs: 14, before: index === 0 ? 22 : 3 })
        )
      ]
    }
  ]
  return { ...printed, forms: { paper: A4_FORM, sheets: [sheet] } }
}
