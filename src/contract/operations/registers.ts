import { z } from 'zod'
import { BodyId, BookId, DocumentId, DossierId, FondsId, JobId } from '../ids.ts'
import { Direction, DocumentLine, Text } from '../schemas.ts'
import { BlankNumber, NumberNote } from './books.ts'
import { command, query, ROLES } from './operation.ts'
import { ChosenHits } from './search.ts'

/** One line of a register, with what the official columns want (NĐ 30/2020 Phụ lục IV). */
export const RegisterRow = z.object({
  document: DocumentLine,
  /** Tác giả (incoming). */
  author: z.string().nullable(),
  /** Nơi nhận văn bản (outgoing), joined. */
  recipients: z.string(),
  handler: z.string().nullable(),
  copies: z.int().nullable(),
  handedOn: z.string().nullable(),
  signedFor: z.string().nullable(),
  unacknowledged: z.int(),
  note: z.string().nullable(),
  /** Key and title of the group the row falls in. */
  group: z.string(),
  /** The book its number stands in, and how: late, back-dated …; null: nothing was said of it. */
  bookId: BookId.nullable(),
  numbering: NumberNote.nullable()
})
export type RegisterRow = z.infer<typeof RegisterRow>

/** A number kept back or void among the lines: it stands right before the row `before` of the whole list (total: at its end). */
export const RegisterBlank = z.object({ blank: BlankNumber, before: z.int(), group: z.string() })
export type RegisterBlank = z.infer<typeof RegisterBlank>

export const REPORT_NAMES = [
  'register-in', // Sổ đăng ký văn bản đến
  'register-out', // Sổ đăng ký văn bản đi
  'handover-book', // Sổ chuyển giao văn bản
  'signature-sheet', // Danh sách ký nhận, one document
  'distribution-log', // Nhật ký chuyển giao, one document
  'unacknowledged', // Danh sách chưa ký nhận
  'reconciliation', // Đối chiếu nơi nhận, one document or a period
  'sent-to-body', // Văn bản đã gửi một nơi (S14)
  'missing-documents', // Văn bản được viện dẫn nhưng chưa có trong kho
  'copy-requests', // Công văn đề nghị sao gửi văn bản chưa có, one letter an issuer (C14)
  'unanswered-directives', // Văn bản cấp trên chưa triển khai (C15)
  'lineage-sheet', // Phiếu truy vết, one chain on one page
  'lineage-list', // Danh sách lược đồ, all of the drawing
  'hits-list', // Danh sách văn bản tìm được: chosen ones, or all that a search finds
  'post-book', // Sổ gửi văn bản đi bưu điện
  'send-slips', // Phiếu gửi with the slip to be sent back, one a recipient
  'envelopes', // Bì thư, one a recipient
  'labels', // Nhãn địa chỉ, A4 of three by eight
  'dossier-contents', // Mục lục văn bản trong hồ sơ, one dossier
  'dossier-cover', // Bìa hồ sơ, one dossier
  'dossier-list', // Mục lục hồ sơ, tài liệu nộp lưu
  'dossiers-due', // Danh mục hồ sơ hết thời hạn bảo quản
  'routing-slip', // Phiếu giải quyết văn bản đến, one document
  'follow-up-book', // Sổ theo dõi giải quyết văn bản đến
  'overdue-list', // Danh sách văn bản quá hạn, đến hạn
  'import-summary', // Kết quả thêm tệp, one job
  'match-report', // Dòng sổ chưa có tệp, tệp chưa có dòng sổ
  'statistics', // Thống kê văn bản, by what `by` says
  'book-closing', // Tờ kết thúc sổ, one book
  'fonds-handover', // Biên bản giao nhận of a fonds whose body has ended
  'restore-drill', // Biên bản thử phục hồi, the last drill
  'restore-guide', // Hướng dẫn phục hồi kho, one page
  'secret-book' // Sổ đăng ký văn bản mật, one direction; `secret-book-off` while the office keeps none
] as const
export const ReportName = z.enum(REPORT_NAMES)
export type ReportName = z.infer<typeof ReportName>

export const ReportParams = z.object({
  name: ReportName,
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  documentId: DocumentId.nullable(),
  /** lineage-sheet: the path from documentId to this one. */
  toDocumentId: DocumentId.nullable().default(null),
  /** copy-requests, unanswered-directives: only this issuer's. */
  issuer: Text(200).nullable().default(null),
  /** dossier-contents, dossier-cover: of this dossier. */
  dossierId: DossierId.nullable().default(null),
  /** hits-list: of these. */
  hits: ChosenHits.nullable().default(null),
  /** import-summary: of this job. */
  jobId: JobId.nullable().default(null),
  /** signature-sheet: only who has not signed yet (D04, reprint for the absent). */
  onlyUnsigned: z.boolean().default(false),
  direction: Direction.nullable().default(null),
  /** send-slips, envelopes, labels, reconciliation: for this recipient alone; sent-to-body: which one. */
  bodyId: BodyId.nullable().default(null),
  /** register-in, register-out, statistics: only this book; book-closing: of it. */
  bookId: BookId.nullable().default(null),
  /** fonds-handover: null is the office's own. */
  fondsId: FondsId.nullable().default(null),
  /** statistics: what documents are counted by. */
  by: z.enum(['type', 'sender', 'signer', 'handler', 'month']).default('type'),
  /** envelopes: C5 229 × 162, C6 162 × 114, DL 220 × 110 mm. */
  envelope: z.enum(['c5', 'c6', 'dl']).default('c5'),
  /** labels: places of the first sheet that were used before. */
  labelsUsed: z.int().min(0).max(23).default(0)
})
/** A report as it is asked for: what is not said is open. */
export type AskedReport = Pick<z.input<typeof ReportParams>, 'name'> & Partial<z.input<typeof ReportParams>>
export type ReportParams = z.infer<typeof ReportParams>

/** Every column of the official registers. */
export const REGISTER_SORTS = [
  ...(['number', 'issued', 'arrived', 'author', 'reference', 'subject'] as const),
  ...(['signer', 'recipients', 'handler', 'copies', 'handed', 'signed', 'note'] as const)
] as const

export const registerOperations = {
  /** The years and terms a register has lines in, newest first. */
  'register.periods': query(
    z.object({ direction: Direction }),
    z.object({
      periods: z.array(
        z.object({ key: z.string(), kind: z.enum(['year', 'term']), from: z.string(), to: z.string(), count: z.int() })
      )
    })
  ),
  'register.list': query(
    z.object({
      direction: Direction,
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
      text: Text(200),
      sort: z.enum(REGISTER_SORTS),
      descending: z.boolean(),
      group: z.enum(['none', 'day', 'month', 'author', 'type']),
      withdrawn: z.boolean(),
      /** Only this book's lines, whatever their direction and day. */
      bookId: BookId.nullable().default(null),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000)
    }),
    z.object({
      total: z.int(),
      withdrawn: z.int(),
      unacknowledged: z.int(),
      rows: z.array(RegisterRow),
      /**
       * Numbers without a document that stand on this page, in order: in a list by number, day or month of issue or
       * arrival, without words to find.
       */
      blanks: z.array(RegisterBlank)
    })
  ),
  /** A print view as one HTML page that stands alone (fonts from the shell's own origin). */
  'report.html': query(ReportParams, z.object({ title: z.string(), html: z.string(), rows: z.int() })),
  /** The rows of a report for a table on the screen; `sort` orders a column as its values go, not as letters do. */
  'report.table': query(
    ReportParams,
    z.object({
      title: z.string(),
      columns: z.array(z.object({ title: z.string(), mm: z.number(), align: z.enum(['left', 'center']) })),
      rows: z.array(
        z.object({
          cells: z.array(z.object({ text: z.string(), sort: z.string().or(z.number()) })),
          void: z.boolean(),
          documentId: DocumentId.nullable()
        })
      ),
      /** What is added up, with its sum. */
      totals: z.array(z.object({ unit: z.string(), sum: z.int() })),
      empty: z.string()
    })
  ),
  /** A file of the report, base64. `pdf` needs the shell's printer (no-printer where there is none). */
  'report.file': command(
    z.object({ report: ReportParams, format: z.enum(['pdf', 'xlsx', 'docx', 'csv', 'html']) }),
    z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
    ROLES
  )
} as const
