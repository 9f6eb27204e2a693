import type { Office } from '#contract/operations/archive.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import { office as officeOf } from '../../store/office.ts'
import { worklistCitations } from '../../store/worklists.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeName } from '../document-words.ts'
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
import { formHeight } from '../forms/form-height.ts'
import { officeHead, wholeOfficeName } from '../office-head.ts'
import { SLACK } from '../paper/format.ts'
import { printDay, spellDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

type Missing = OutputOf<'worklist.citations'>['rows'][number]
/** `issuer` null: nobody said whose they are, the code in the symbol is all that is known. */
type Request = Readonly<{ issuer: string | null; code: string; rows: readonly Missing[] }>

const WIDTH = innerWidth(A4_FORM)
const LETTER: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Tên loại', mm: 28, align: 'left' },
  { title: 'Số, ký hiệu', mm: 36, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Được viện dẫn trong', mm: 52, align: 'left' },
  { title: 'Số lần', mm: 19, align: 'center', whole: true }
]
const LIST: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Cơ quan ban hành', mm: 62, align: 'left' },
  { title: 'Tên loại', mm: 30, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 40, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Số văn bản viện dẫn', mm: 24, align: 'center', whole: true },
  { title: 'Được viện dẫn trong', mm: 76, align: 'left' }
]
const MOST_NAMED = 2
const SUBJECT = 'V/v đề nghị sao gửi văn bản'

/** Công văn đề nghị sao gửi: one letter an issuer, for what is cited and not held, the most cited first (C14). */
export function copyRequests(archive: ReportArchive, params: ReportParams): PrintDocument {
  const office = officeOf(archive.db)
  const wanted = requests(archive, office).filter(
    (one) => params.issuer === null || (one.issuer !== null && foldKey(one.issuer) === foldKey(params.issuer))
  )
  let number = 0
  return printDocument(archive, 'copy-requests', {
    title: 'Công văn đề nghị sao gửi văn bản',
    lines: [`Đến ngày ${printDay(archive.today())}, ${wanted.length} cơ quan ban hành`],
    landscape: true,
    columns: LIST,
    groups: [
      { title: null, rows: wanted.flatMap((one) => one.rows.map((row) => listRow(one, row, ++number))), total: null }
    ],
    tallies: [{ unit: 'văn bản', column: null }],
    closing: 'Cộng',
    empty: 'Không có văn bản nào của cơ quan khác được viện dẫn mà chưa có trong kho.',
    signer: null,
    forms: { paper: A4_FORM, sheets: wanted.flatMap((one) => sheetsOf(office, one, archive.today())) }
  })
}

/** Whose papers are asked for; our own are looked for at home. The issuer with most comes first. */
function requests(archive: ReportArchive, office: Office): readonly Request[] {
  const { rows } = worklistCitations(archive.db, { kind: 'missing', offset: 0, limit: Number.MAX_SAFE_INTEGER })
  const found = new Map<string, Request>()
  for (const row of rows) {
    const code = row.reference?.split('/').at(-1) ?? ''
    if (row.reference === null || isOwn(row.issuer, code, office)) continue
    const key = row.issuer === null ? `/${foldKey(code)}` : foldKey(row.issuer)
    const one = found.get(key) ?? { issuer: row.issuer, code, rows: [] }
    found.set(key, { ...one, rows: [...one.rows, row] })
  }
  return [...found.values()].sort(
    (a, b) => b.rows.length - a.rows.length || (a.issuer ?? a.code).localeCompare(b.issuer ?? b.code, 'vi')
  )
}

function isOwn(issuer: string | null, code: string, office: Office): boolean {
  if (issuer === null) return foldKey(code) === foldKey(office.code)
  const [named, own] = [foldKey(issuer), foldKey(office.name)]
  return own === named || (own.startsWith(`${named} `) && foldKey(code) === foldKey(office.code))
}

/** One sheet where the list fits into the letter; else the letter, and its list on sheets of its own. */
function sheetsOf(office: Office, one: Request, today: string): readonly (readonly FormBlock[])[] {
  const whole = letter(office, one, today, true)
  if (fits(whole)) return [whole]
  const sheets: (readonly FormBlock[])[] = [letter(office, one, today, false)]
  let held: Missing[] = []
  let first = 1
  for (const row of one.rows) {
    if (held.length > 0 && !fits(annex(one, [...held, row], first))) {
      sheets.push(annex(one, held, first))
      first += held.length
      held = []
    }
    held.push(row)
  }
  return [...sheets, annex(one, held, first)]
}

function fits(blocks: readonly FormBlock[]): boolean {
  return formHeight(blocks, A4_FORM) + SLACK <= innerHeight(A4_FORM)
}

function letter(office: Office, one: Request, today: string, withList: boolean): readonly FormBlock[] {
  const own = wholeOfficeName(office)
  const to = one.issuer ?? `${'.'.repeat(40)} (ký hiệu ${one.code})`
  const place = office.place === '' ? spellDay(today) : `${office.place}, ${spellDay(today)}`
  const how = one.rows.length === 1 ? 'văn bản' : `${String(one.rows.length).padStart(2, '0')} văn bản`
  const where = withList ? 'sau đây' : '(danh sách kèm theo)'
  const body = (text: string): FormLine => formLine(text, { align: 'justify', before: 2 })
  return [
    formHead(
      officeHead(office),
      WIDTH,
      [formLine(place, { align: 'center', italic: true, before: 4 })],
      [
        formLine(`Số ........-CV/VP${office.code}`, { align: 'center', signs: 13 }),
        formLine(SUBJECT, { align: 'center', italic: true, signs: 12 })
      ]
    ),
    lines(namedLine('Kính gửi:', to, { align: 'center', signs: 14, before: 6 })),
    { kind: 'space', mm: 3 },
    lines(
      body(
        `Qua rà soát, lập hồ sơ và đối chiếu các văn bản đang quản lý, ${own} nhận thấy ${how} ${where} của ${one.issuer ?? 'cơ quan'} được viện dẫn nhưng chưa có trong kho lưu trữ của cơ quan.`
      )
    ),
    ...(withList ? [{ kind: 'space', mm: 2 } as const, table(one.rows, 1)] : []),
    lines(
      body(
        `Để có đủ văn bản phục vụ việc triển khai thực hiện, theo dõi và tra cứu, ${own} trân trọng đề nghị ${one.issuer ?? 'quý cơ quan'} sao gửi ${one.rows.length === 1 ? 'văn bản' : 'các văn bản'} trên (bản giấy hoặc bản điện tử có chữ ký số).`
      ),
      body('Trân trọng cảm ơn sự quan tâm, phối hợp.')
    ),
    { kind: 'space', mm: 4 },
    formSignature(WIDTH, 'CHÁNH VĂN PHÒNG', '(Ký tên, đóng dấu)', '', 20),
    lines(
      formLine('Nơi nhận:', { signs: 12, underline: true }),
      formLine('- Như kính gửi,', { signs: 12 }),
      formLine(`- Lưu ${office.officeName || own}.`, { signs: 12 })
    )
  ]
}

function annex(one: Request, rows: readonly Missing[], first: number): readonly FormBlock[] {
  return [
    lines(
      formLine('DANH SÁCH VĂN BẢN ĐỀ NGHỊ SAO GỬI', { align: 'center', bold: true, signs: 14 }),
      formLine(one.issuer ?? `Ký hiệu ${one.code}`, { align: 'center', italic: true })
    ),
    { kind: 'space', mm: 3 },
    table(rows, first)
  ]
}

function table(rows: readonly Missing[], first: number): FormBlock {
  return {
    kind: 'table',
    columns: LETTER,
    rows: rows.map((row, index) => [
      String(first + index),
      typeName(row),
      row.reference ?? '',
      row.issuedOn === null ? '' : printDay(row.issuedOn),
      citing(row),
      String(row.times)
    ])
  }
}

function listRow(one: Request, row: Missing, number: number): PrintRow {
  return {
    cells: [
      count(number),
      words(one.issuer ?? one.code),
      words(typeName(row)),
      strong(row.reference),
      day(row.issuedOn),
      count(row.times),
      words(citing(row))
    ],
    tally: [1]
  }
}

/** Reference and day of those that cite it. */
function citing(row: Missing): string {
  const names = new Map(
    row.citations.map(({ from }) => [
      from.id,
      `${from.reference ?? (typeName(from) || 'Văn bản không số')}${from.issuedOn ? ` (${printDay(from.issuedOn)})` : ''}`
    ])
  )
  const named = [...names.values()].slice(0, MOST_NAMED)
  const more = row.times - named.length
  return named.join('; ') + (more > 0 ? ` và ${more} văn bản khác` : '')
}
