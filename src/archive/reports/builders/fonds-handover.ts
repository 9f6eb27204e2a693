import { OperationError } from '#contract/failures.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { Direction } from '#contract/schemas.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { handover } from '../../books/handover.ts'
import { listFonds } from '../../store/fonds.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { bookStateWords, numberSpan, spansOf } from '../book-words.ts'
import { count, words } from '../cells.ts'
import { printDay, spellDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow, PrintSignature } from '../print-document.ts'

type Handover = OutputOf<'fonds.handover'>

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Tên sổ, khối tài liệu', mm: 65, align: 'left' },
  { title: 'Từ số – đến số', mm: 24, align: 'center' },
  { title: 'Số văn bản', mm: 18, align: 'center', whole: true },
  { title: 'Số tệp', mm: 16, align: 'center', whole: true },
  { title: 'Số trang', mm: 16, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 30, align: 'left' }
]
const TALLIES = [3, 4, 5].map((column) => ({ unit: '', column }))
const DOTS = '....................'
const DIRECTIONS: Readonly<Record<Direction, string>> = {
  incoming: 'Văn bản đến',
  outgoing: 'Văn bản đi',
  internal: 'Văn bản nội bộ'
}
const MEGABYTE = 1_048_576

/**
 * Biên bản giao nhận: the books and papers of a body that has ended, from its office to whom it goes to (B07; the parts of
 * the record of NĐ 30/2020/NĐ-CP Phụ lục V).
 */
export function fondsHandover(archive: ReportArchive, params: ReportParams): PrintDocument {
  const id = params.fondsId ?? listFonds(archive.db).find((one) => one.own)?.id
  if (id === undefined) throw new OperationError('not-found', { fonds: 'own' })
  const made = handover(archive.db, id, archive.today())
  const { closed } = made.fonds
  return printDocument(archive, 'fonds-handover', {
    title: 'Biên bản giao nhận sổ, tài liệu',
    lines: [
      `Phông ${made.fonds.name}`,
      closed === null
        ? `Phông chưa kết thúc; số liệu đến ngày ${printDay(archive.today())}`
        : `Kết thúc hoạt động ngày ${printDay(closed.on)}`
    ],
    landscape: false,
    columns: COLUMNS,
    groups: [
      { title: 'I. Sổ đăng ký văn bản', rows: made.books.map(bookLine), total: 'Cộng phần I' },
      { title: 'II. Văn bản theo năm', rows: made.years.map(yearLine), total: 'Cộng phần II' }
    ].filter((group) => group.rows.length > 0),
    tallies: TALLIES,
    empty: 'Phông chưa có văn bản nào.',
    preface: preface(archive, made),
    afterword: afterword(made),
    signer: null,
    signatures: signatures(archive)
  })
}

function bookLine({ book, sheet }: Handover['books'][number], index: number): PrintRow {
  const counts = sheet?.counts ?? book.counts
  const notes = [
    bookStateWords(book),
    counts.withdrawn > 0 ? `rút ${counts.withdrawn}` : '',
    counts.voided > 0 ? `hủy ${counts.voided}` : '',
    counts.missing > 0 ? `thiếu ${sheet ? spansOf(sheet.missing) : counts.missing}` : ''
  ]
  return {
    cells: [
      count(index + 1),
      words(bookName(book)),
      words(numberSpan(counts)),
      count(counts.documents),
      words(''),
      words(''),
      words(notes.filter(Boolean).join('; '))
    ],
    tally: [counts.documents, 0, 0]
  }
}

function yearLine({ year, direction, documents, files, pages }: Handover['years'][number], index: number): PrintRow {
  return {
    cells: [
      count(index + 1),
      words(`${DIRECTIONS[direction]} ${year === null ? 'không ghi ngày' : `năm ${year}`}`),
      words(''),
      count(documents),
      count(files),
      count(pages),
      words('')
    ],
    tally: [documents, files, pages]
  }
}

function preface(archive: ReportArchive, { fonds }: Handover): readonly string[] {
  const office = officeOf(archive.db)
  const { closed } = fonds
  const place = office.place === '' ? '' : `, tại ${office.place}`
  return [
    ...(closed === null ? [] : [`Căn cứ ${closed.decision};`]),
    `Hôm nay, ${spellDay(archive.today())}${place}, chúng tôi gồm:`,
    `Bên giao: ${fonds.name}. Đại diện: ${office.clerk || DOTS}, chức vụ: ${DOTS}`,
    `Bên nhận: ${closed?.successor ?? DOTS}. Đại diện: ${DOTS}, chức vụ: ${DOTS}`,
    'Thống nhất lập biên bản giao nhận sổ đăng ký và văn bản như sau:'
  ]
}

function afterword({ fonds, totals }: Handover): readonly string[] {
  const size = (totals.bytes / MEGABYTE).toFixed(1).replace('.', ',')
  return [
    `Tổng cộng ${totals.documents} văn bản; ${totals.withFile} văn bản có tệp điện tử (${totals.files} tệp, ${size} MB), ${totals.paperOnly} văn bản chỉ có bản giấy.`,
    `Tình trạng tài liệu: ${DOTS}${DOTS}`,
    ...(fonds.closed?.note ? [`Ghi chú: ${fonds.closed.note}`] : []),
    'Phông giữ nguyên khối, không phân tán, không hủy; sổ đã đóng, không cấp thêm số.',
    'Biên bản lập thành hai bản, mỗi bên giữ một bản.'
  ]
}

function signatures(archive: ReportArchive): readonly PrintSignature[] {
  const { clerk } = officeOf(archive.db)
  const how = '(Ký, ghi rõ họ tên, đóng dấu)'
  return [
    { place: null, title: 'ĐẠI DIỆN BÊN GIAO', how, name: clerk },
    { place: null, title: 'ĐẠI DIỆN BÊN NHẬN', how, name: '' }
  ]
}
