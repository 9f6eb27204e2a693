import type { OpenedArchive } from '#archive/archive-session.ts'
import type { NewEvent } from '#archive/ledger/events.ts'
import type { BodyId, DeliveryId, DocumentId } from '#contract/ids.ts'
import type { Body } from '#contract/operations/distribution.ts'
import { CLERK, fileForm, fileText } from '#tests/support/papers.ts'

/** The text of a paper of the office; each cites another. */
export function paperText(number: number, filler = '', symbol = 'CV/HU'): string {
  return `HUYỆN ỦY ĐAM RÔNG\n*\nSố ${number}-${symbol}\n\nĐam Rông, ngày 03 tháng 5 năm 2021\n\nThực hiện Công văn số ${number + 1}-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy về việc số ${number * 7}.\n${filler}\n`
}

/** An archive with a little of everything: papers with and without files, a correction, a withdrawal, deliveries. */
export async function fillArchive(archive: OpenedArchive, papers: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let n = 1; n <= papers; n++) {
    const fields = { number: String(n), symbol: 'CV/HU', subject: `việc thứ ${n}` }
    ids.push(await fileText(archive, `${n}.txt`, paperText(n), fields))
  }
  ids.push(await fileForm(archive, { number: String(papers + 1), symbol: 'CV/HU', subject: 'bản giấy' }))
  const [first = '', second = ''] = ids
  const bodyId = archive.newId('b') as BodyId
  archive.commit([{ kind: 'document-withdrawn', data: { documentId: first, reason: 'thử' } }], CLERK)
  archive.commit([bodySaved(bodyId, 'Công an huyện')], CLERK)
  archive.commit([sent(second as DocumentId, bodyId, archive.newId('v'))], CLERK)
  return ids
}

export function bodySaved(id: BodyId, name: string): NewEvent {
  const body = {
    id,
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
    channel: 'direct',
    note: null
  } satisfies Body
  return { kind: 'body-saved', data: { body, before: null } }
}

export function sent(documentId: string, bodyId: BodyId, deliveryId: string): NewEvent {
  const deliveries = [{ deliveryId: deliveryId as DeliveryId, bodyId, channel: 'direct' as const, copies: 1 }]
  return { kind: 'deliveries-sent', data: { documentId: documentId as DocumentId, sentOn: '2021-05-04', deliveries } }
}
