import type { ReportArchive } from '#archive/reports/base.ts'
import type { Body } from '#contract/operations/distribution.ts'
import { type ReportName, ReportParams } from '#contract/operations/registers.ts'
import type { RecipientLine } from '#contract/schemas.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

export const TODAY = '2021-08-30'

export type TestArchive = ReportArchive & Readonly<{ memory: MemoryArchive }>

export function reportArchive(): TestArchive {
  const memory = memoryArchive(OFFICE)
  return { db: memory.db, today: () => TODAY, folder: '/nowhere', memory }
}

export function paramsOf(name: ReportName, fields: Partial<Record<keyof ReportParams, unknown>> = {}): ReportParams {
  const none = { name, from: null, to: null, documentId: null }
  return ReportParams.parse({ ...none, ...fields })
}

const SUBJECTS = [
  'về việc tăng cường công tác phòng, chống dịch COVID-19 tại các chốt kiểm soát trên địa bàn huyện',
  'về việc góp ý dự thảo kế hoạch kiểm tra, giám sát',
  'V/v Triển khai thực hiện Kết luận của Ban Bí thư về tiếp tục đẩy mạnh việc học tập, quán triệt, tuyên truyền các nghị quyết của Trung ương',
  'về chuẩn bị nội dung Hội nghị Ban Chấp hành lần thứ sáu'
] as const
const AUTHORS = [
  'Ban Thường vụ Tỉnh ủy',
  'Văn phòng Tỉnh ủy',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  'Ban Bí thư'
] as const

/** So many incoming letters through the year 2021, in the order of their arrival. */
export function fileIncoming(archive: TestArchive, lines: number): void {
  for (let n = 1; n <= lines; n++) {
    const month = String(Math.ceil((n / lines) * 12)).padStart(2, '0')
    const author = AUTHORS[n % AUTHORS.length] ?? ''
    archive.memory.file(`d_in${String(n).padStart(6, '0')}`, {
      direction: 'incoming',
      number: String(700 + n),
      symbol: 'CV/TU',
      documentType: 'cong-van',
      issuedOn: `2021-${month}-03`,
      arrivedOn: `2021-${month}-05`,
      arrivalNumber: n,
      issuer: author,
      actingBody: author,
      subject: SUBJECTS[n % SUBJECTS.length] ?? '',
      urgency: n % 17 === 0 ? 'hoa-toc' : null,
      handler: 'Ban Tuyên giáo Huyện ủy'
    })
  }
}

export const LETTER = 'd_letter221'

/** 221-CV/HU with its recipients: two signed, one sent, one not sent, one unknown, one beside the list, a file copy. */
export function fileLetter(archive: TestArchive): void {
  const { memory } = archive
  const bodies = [
    ['b_ubnd', 'Ủy ban nhân dân huyện', 'direct'],
    ['b_tuyengiao', 'Ban Tuyên giáo Huyện ủy', 'direct'],
    ['b_daknang', "Đảng ủy xã Đạ K'Nàng", 'courier'],
    ['b_philieng', 'Đảng ủy xã Phi Liêng', 'courier'],
    ['b_congan', 'Công an huyện', 'post']
  ] as const
  for (const [id, name, channel] of bodies) {
    memory.record({ kind: 'body-saved', data: { body: bodyOf(id, name, channel), before: null } })
  }
  memory.file(LETTER, {
    direction: 'outgoing',
    number: '221',
    symbol: 'CV/HU',
    documentType: 'cong-van',
    issuedOn: '2021-08-12',
    issuer: OFFICE.name,
    actingBody: 'Ban Thường vụ Huyện ủy',
    subject: 'V/v Tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội',
    signer: "Đa Cắt K'Hương",
    addressees: [line('Ủy ban nhân dân huyện', 'body'), line('Ban Tuyên giáo Huyện ủy', 'body')],
    recipients: [
      line("Đảng ủy xã Đạ K'Nàng", 'body'),
      line('Đảng ủy xã Phi Liêng', 'body'),
      line('Đội cờ đỏ liên trường', 'body'),
      line('Như kính gửi', 'as-addressed'),
      line('Lưu VP Huyện ủy', 'file-copy')
    ]
  })
  send(archive, '2021-08-12', 'b_ubnd', 'direct', 2)
  send(archive, '2021-08-12', 'b_tuyengiao', 'direct', 1)
  send(archive, '2021-08-13', 'b_daknang', 'courier', 1)
  send(archive, '2021-08-13', 'b_congan', 'post', 1)
  mark(archive, ['v_b_ubnd'], '2021-08-13', 'Nguyễn Thị Hạnh')
  mark(archive, ['v_b_tuyengiao'], '2021-08-14', null)
}

export function withdraw(archive: TestArchive, documentId: string, reason: string): void {
  archive.memory.record({ kind: 'document-withdrawn', data: { documentId, reason } })
}

export function line(text: string, kind: RecipientLine['kind']): RecipientLine {
  return { text, kind, names: kind === 'body' || kind === 'group' ? [text] : [], note: null, evidence: null }
}

export function bodyOf(id: string, name: string, channel: Body['channel'] = 'direct'): Body {
  return {
    id: id as Body['id'],
    name,
    shortName: null,
    kind: 'organisation',
    level: null,
    code: null,
    parentId: null,
    aliases: [],
    validFrom: null,
    validTo: null,
    successorId: null,
    channel,
    note: null
  }
}

function send(archive: TestArchive, sentOn: string, bodyId: string, channel: string, copies: number): void {
  const deliveries = [{ deliveryId: `v_${bodyId}`, bodyId, channel, copies }]
  archive.memory.record({ kind: 'deliveries-sent', data: { documentId: LETTER, sentOn, deliveries } })
}

function mark(archive: TestArchive, deliveryIds: readonly string[], on: string, by: string | null): void {
  archive.memory.record({
    kind: 'deliveries-marked',
    data: { deliveryIds, what: 'acknowledged', on, by, basis: null, note: null }
  })
}

/** An archive with something for each of the reports below. */
export function filledArchive(): TestArchive {
  const archive = reportArchive()
  fileIncoming(archive, 30)
  fileLetter(archive)
  const text =
    'Thực hiện Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị, Ban Thường vụ Huyện ủy yêu cầu như sau.'
  archive.memory.file(
    'd_plan0044',
    {
      direction: 'outgoing',
      number: '44',
      symbol: 'KH/HU',
      documentType: 'ke-hoach',
      issuedOn: '2021-08-20',
      issuer: OFFICE.name,
      subject: 'Kế hoạch "thông tin" <trên> mạng & xã hội; 0713, =1+1'
    },
    text
  )
  return archive
}

/** Reports of one document, dossier or book. */
export const OF_ONE: ReadonlySet<ReportName> = new Set<ReportName>([
  'signature-sheet',
  'distribution-log',
  'lineage-sheet',
  'lineage-list',
  'hits-list',
  'routing-slip',
  'dossier-contents',
  'dossier-cover',
  'book-closing',
  'secret-book'
])
/** Tested where dossiers are, and where the secret book is turned on. */
export function testedElsewhere(name: ReportName): boolean {
  return name === 'dossier-contents' || name === 'dossier-cover' || name.startsWith('secret-')
}

const ABOUT_LETTER = { documentId: LETTER }
/** Reports with rows in that archive, by a name of their own: opened by office programs, printed twice, looked at. */
export const SAMPLED: Readonly<Record<string, ReportParams>> = {
  'register-in': paramsOf('register-in', { from: '2021-01-01', to: '2021-12-31' }),
  'register-out': paramsOf('register-out'),
  'handover-book': paramsOf('handover-book'),
  'post-book': paramsOf('post-book'),
  'signature-sheet': paramsOf('signature-sheet', ABOUT_LETTER),
  'signature-sheet-absent': paramsOf('signature-sheet', { ...ABOUT_LETTER, onlyUnsigned: true }),
  'distribution-log': paramsOf('distribution-log', ABOUT_LETTER),
  unacknowledged: paramsOf('unacknowledged'),
  'missing-documents': paramsOf('missing-documents'),
  'lineage-sheet': paramsOf('lineage-sheet', { documentId: 'd_plan0044' }),
  'lineage-list': paramsOf('lineage-list', { documentId: 'd_plan0044' }),
  'copy-requests': paramsOf('copy-requests'),
  'hits-list': paramsOf('hits-list', { hits: { kind: 'named', documentIds: ['d_plan0044', LETTER] } }),
  'send-slips': paramsOf('send-slips', ABOUT_LETTER),
  'send-slips-of-days': paramsOf('send-slips', { from: '2021-08-01', to: '2021-08-31' }),
  'envelopes-c5': paramsOf('envelopes', ABOUT_LETTER),
  'envelopes-c6': paramsOf('envelopes', { ...ABOUT_LETTER, envelope: 'c6' }),
  'envelopes-dl': paramsOf('envelopes', { ...ABOUT_LETTER, envelope: 'dl' }),
  labels: paramsOf('labels', { ...ABOUT_LETTER, labelsUsed: 20 }),
  'statistics-type': paramsOf('statistics', { by: 'type' }),
  'statistics-sender': paramsOf('statistics', { by: 'sender' }),
  'statistics-signer': paramsOf('statistics', { by: 'signer', direction: 'outgoing' }),
  'statistics-handler': paramsOf('statistics', { by: 'handler', direction: 'incoming' }),
  'statistics-month': paramsOf('statistics', { by: 'month' })
}
