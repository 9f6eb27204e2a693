import type { DossierLine } from '#contract/operations/dossiers.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { listDossiers } from '../../store/dossiers.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'
import { termWords } from './one-dossier.ts'

/** The seven columns of NĐ 30/2020/NĐ-CP Phụ lục V in their order (domain.md §6). */
const LIST_COLUMNS: readonly PrintColumn[] = [
  { title: 'Số TT', mm: 11, align: 'center', whole: true },
  { title: 'Số, ký hiệu hồ sơ', mm: 26, align: 'left' },
  { title: 'Tiêu đề hồ sơ', mm: 60, align: 'left' },
  { title: 'Thời gian tài liệu', mm: 26, align: 'center' },
  { title: 'Thời hạn bảo quản', mm: 20, align: 'center' },
  { title: 'Số tờ/ Số trang', mm: 16, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 21, align: 'left' }
]
const DUE_COLUMNS: readonly PrintColumn[] = [
  { title: 'Số TT', mm: 11, align: 'center', whole: true },
  { title: 'Số, ký hiệu hồ sơ', mm: 24, align: 'left' },
  { title: 'Tiêu đề hồ sơ', mm: 52, align: 'left' },
  { title: 'Thời gian tài liệu', mm: 26, align: 'center' },
  { title: 'Thời hạn bảo quản', mm: 18, align: 'center' },
  { title: 'Hết hạn từ ngày', mm: 22, align: 'center', whole: true },
  { title: 'Ý kiến của Hội đồng', mm: 27, align: 'left' }
]
const MOST = 100_000

/** Mục lục hồ sơ, tài liệu nộp lưu: closed dossiers under their headings; where none is closed yet, all of them. */
export function dossierList(archive: ReportArchive, params: ReportParams): PrintDocument {
  const closed = held(archive, params, 'closed')
  const dossiers = closed.length > 0 ? closed : held(archive, params, 'all')
  return printDocument(archive, 'dossier-list', {
    title: 'Mục lục hồ sơ, tài liệu nộp lưu',
    lines: [`Đến ngày ${printDay(archive.today())}${closed.length > 0 ? '' : '; gồm cả hồ sơ đang lập'}`],
    landscape: false,
    columns: LIST_COLUMNS,
    numbered: true,
    groups: underHeadings(dossiers, (one, index) => ({
      cells: [
        count(index + 1),
        strong(one.code),
        words(one.title),
        words(span(one)),
        words(termWords(one.years)),
        one.pages === null ? words('') : count(one.pages),
        words([one.paperLocation, one.note].filter(Boolean).join('; '))
      ],
      tally: [1, one.documents]
    })),
    tallies: [
      { unit: 'hồ sơ', column: null },
      { unit: 'văn bản', column: null }
    ],
    closing: 'Cộng',
    empty: 'Chưa có hồ sơ.',
    signer: 'NGƯỜI LẬP',
    confirmer: 'CHÁNH VĂN PHÒNG'
  })
}

/** Danh mục hồ sơ hết thời hạn bảo quản: what the council looks at before anything is decided (B06). */
export function dossiersDue(archive: ReportArchive, params: ReportParams): PrintDocument {
  const dossiers = held(archive, params, 'due')
  return printDocument(archive, 'dossiers-due', {
    title: 'Danh mục hồ sơ hết thời hạn bảo quản',
    lines: [`Tính đến ngày ${printDay(params.to ?? archive.today())}`],
    landscape: false,
    columns: DUE_COLUMNS,
    numbered: true,
    groups: underHeadings(dossiers, (one, index) => ({
      cells: [
        count(index + 1),
        strong(one.code),
        words(one.title),
        words(span(one)),
        words(termWords(one.years)),
        day(one.dueOn),
        words('')
      ],
      tally: [1]
    })),
    tallies: [{ unit: 'hồ sơ', column: null }],
    closing: 'Cộng',
    empty: 'Không có hồ sơ nào hết thời hạn bảo quản.',
    footnotes: ['Danh mục để xét. Chỉ hủy sau khi có quyết định; văn bản và tệp trong kho vẫn được giữ.'],
    signer: 'NGƯỜI LẬP DANH MỤC',
    confirmer: 'CHÁNH VĂN PHÒNG'
  })
}

function held(archive: ReportArchive, params: ReportParams, only: 'all' | 'closed' | 'due'): readonly DossierLine[] {
  const input = { text: '', only, on: params.to, offset: 0, limit: MOST }
  return listDossiers(archive.db, input, archive.today()).dossiers
}

function underHeadings(
  dossiers: readonly DossierLine[],
  row: (one: DossierLine, index: number) => PrintRow
): readonly PrintGroup[] {
  const groups = new Map<string | null, PrintRow[]>()
  dossiers.forEach((one, index) => {
    const rows = groups.get(one.heading) ?? []
    rows.push(row(one, index))
    groups.set(one.heading, rows)
  })
  return [...groups].map(([title, rows]) => ({ title, rows, total: null }))
}

/** "05/2021–08/2021", or one day's month. */
function span({ from, to }: DossierLine): string {
  if (!from || !to) return ''
  const month = (iso: string) => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`
  return month(from) === month(to) ? month(from) : `${month(from)}–${month(to)}`
}
