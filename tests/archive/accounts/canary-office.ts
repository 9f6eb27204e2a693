import type { Role } from '#contract/operations/operation.ts'
import type { OutputOf } from '#contract/operations.ts'
import { type AccountsOffice, officeWithAccounts } from '#tests/support/office-with-accounts.ts'

/** Stands in every part of the restricted paper and in nothing else of the archive. */
export const CANARY = 'hoangyenkin'
export const HIDDEN_NUMBER = '8899'
/** Cited beside it, and really not held. */
export const OTHER_NUMBER = '8898'
/** In no text of any paper: words one types to look for what is not there. */
export const NOWHERE = 'bachocogi'

export type Ids = Readonly<{
  document: string
  sha256: string
  delivery: string
  handling: string
  progress: string
  dossier: string
  citation: string
  proof: string
  notice: string
  body: string
}>

export type CanaryOffice = AccountsOffice &
  Readonly<{
    hidden: Ids
    open: Ids
    citing: string /** Ledger lines about the hidden paper. */
    seqs: readonly number[]
  }>

const PAPER = (
  number: string,
  words: string,
  cites: string
) => `ĐẢNG BỘ TỈNH LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
TỈNH ỦY LÂM ĐỒNG
      *                                  Đà Lạt, ngày 12 tháng 8 năm 2021
Số ${number}-CV/TU
Về việc ${words}

Kính gửi:  - Ban Tuyên giáo Huyện ủy,
           - Huyện ủy Đam Rông.

Thực hiện Công văn số ${cites} của Ban Thường vụ Tỉnh ủy, yêu cầu báo cáo kết quả ${words}
trước ngày 15/9/2021.

Nơi nhận:                                T/M BAN THƯỜNG VỤ
- Như kính gửi,                          PHÓ BÍ THƯ
- Ban ${words},
- Lưu VP.
                                         Đa Cắt K'Hương
`

/**
 * An office with two incoming papers handled, sent on and put into dossiers alike; one of them, cited by a third, is
 * restricted to nobody but those who keep the register.
 */
export async function canaryOffice(): Promise<CanaryOffice> {
  const { made, open, citing, body } = await officeWithout()
  const before = (await made.as('clerk', 'ledger.list', { before: null, limit: 1, documentId: null })).total
  const hidden = await live(made, HIDDEN_NUMBER, CANARY, '36-CV/TU, ngày 09/8/2021', body)
  await made.as('clerk', 'document.restrict', {
    id: hidden.document as never,
    to: { accounts: [], roles: [] },
    reason: `Nhân sự ${CANARY}`
  })
  const after = (await made.as('clerk', 'ledger.list', { before: null, limit: 1, documentId: null })).total
  const seqs = Array.from({ length: after - before }, (_, index) => before + 1 + index)
  return { ...made, hidden, open, citing, seqs }
}

/** The same office before the paper came. */
export async function officeWithout() {
  const made = await officeWithAccounts()
  const bodies: string[] = []
  for (const name of ['Đội số một', 'Đội số hai']) {
    const none = {
      shortName: null,
      level: null,
      code: null,
      parentId: null,
      validFrom: null,
      validTo: null,
      note: null
    }
    const { body } = await made.as('clerk', 'directory.saveBody', {
      body: { ...none, id: null, name, kind: 'organisation', aliases: [], successorId: null, channel: 'direct' }
    })
    bodies.push(body.id)
  }
  const [first = '', body = ''] = bodies
  const both = `${HIDDEN_NUMBER}-CV/TU, ngày 12/8/2021 và Công văn số ${OTHER_NUMBER}-CV/TU, ngày 12/8/2021`
  const citing = await made.file('vien-dan.txt', PAPER('500', 'giao nhiệm vụ', both), FORM)
  const open = await live(made, '713', 'quản lý thông tin', '35-CV/TU, ngày 09/8/2021', first)
  return { made, open, citing, body }
}

const FORM = { direction: 'incoming', arrivedOn: '2021-08-13', issuer: 'Tỉnh ủy Lâm Đồng' }

async function live(made: AccountsOffice, number: string, words: string, cites: string, body: string): Promise<Ids> {
  const document = await made.file(`${number} ${words}.txt`, PAPER(number, words, cites), FORM)
  const id = document as never
  const clerk = <N extends Parameters<typeof made.as>[1]>(name: N, input: Parameters<typeof made.as<N>>[2]) =>
    made.as('clerk', name, input)
  const told = await clerk('document.get', { id })
  const assigned = await clerk('handling.assign', {
    documentId: id,
    id: null,
    assignment: {
      opinion: `Giao ${words}`,
      leader: 'Đ/c Bí thư',
      assignedOn: '2021-08-13',
      main: 'Ban Tuyên giáo Huyện ủy',
      co: [],
      due: '2021-08-25',
      dueFrom: null,
      note: null
    }
  })
  const reported = await clerk('handling.report', { documentId: id, on: '2021-08-14', by: null, text: `Đã ${words}` })
  const sent = await clerk('delivery.send', {
    documentId: id,
    sentOn: '2021-08-13',
    items: [{ bodyId: body as never, channel: 'direct', copies: 1 }]
  })
  const delivery = sent.reconciliation.rows.find((row) => row.delivery)?.delivery?.id ?? ''
  const scan = await made.engine.stage(
    `ký nhận ${words}.png`,
    { stream: new Blob([PICTURE]).stream() as never },
    made.asker('clerk')
  )
  if (!scan.ok) throw new Error(scan.code)
  const proof = await clerk('delivery.attachProof', {
    staged: scan.value.staged as never,
    deliveryIds: [delivery as never],
    note: `tờ ${words}`
  })
  const notice = await clerk('delivery.giveNotice', {
    documentId: id,
    kind: 'recall',
    byDocumentId: null,
    on: '2021-08-20',
    reason: `sai ${words}`,
    recall: true,
    send: false
  })
  const dossier = await clerk('dossier.save', {
    dossier: {
      id: null,
      code: `${number}-HS`,
      title: `Hồ sơ ${words}`,
      heading: null,
      years: 10,
      keeper: 'Cil Dim',
      openedOn: '2021-08-12',
      paperLocation: null,
      note: null,
      rule: null
    }
  })
  await clerk('dossier.add', { id: dossier.dossier.id, documentIds: [id] })
  await clerk('document.correct', {
    id,
    revision: told.revision,
    form: { ...told.form, note: `ghi chú ${words}` },
    reason: `sửa ${words}`
  })
  await clerk('withdrawal.ask', { id, reason: `rút ${words}` })
  return {
    document,
    sha256: told.files[0]?.sha256 ?? '',
    delivery,
    handling: assigned.handling.assignments[0]?.id ?? '',
    progress: reported.handling.progress[0]?.id ?? '',
    dossier: dossier.dossier.id,
    citation: told.cites[0]?.id ?? '',
    proof: proof.proof.id,
    notice: notice.notice.id,
    body
  }
}

/** One dot. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

export const LESSER: readonly (Role | 'nobody')[] = ['leader', 'staff', 'admin', 'nobody']
export type Told = OutputOf<'document.get'>
