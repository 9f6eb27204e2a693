import type { ReportParams } from '#contract/operations/registers.ts'
import type { Channel, DocumentLine } from '#contract/schemas.ts'
import { deliveredIn } from '../../store/delivered-in.ts'
import { reconcile } from '../../store/reconciliation.ts'
import type { ReportArchive } from '../base.ts'

/** One document for one recipient: sent, or named in the text and still to be sent. null copies: nobody said, for the pen. */
export type Posting = Readonly<{
  bodyId: string | null
  name: string
  document: DocumentLine
  copies: number | null
  sentOn: string | null
}>

/** How paper travels: what goes over the network or was given out in a meeting needs no slip and no envelope. */
const ON_PAPER: ReadonlySet<Channel> = new Set(['direct', 'post', 'courier', 'other'])

/**
 * Whom slips, envelopes and labels are made for: the recipients of one document, before it is sent or after; else what
 * was sent in a period. What was sent back or called back is left out; `onlyUnsigned` leaves those who signed out too.
 */
export function postings(archive: ReportArchive, params: ReportParams): readonly Posting[] {
  return params.documentId === null ? ofPeriod(archive, params) : ofDocument(archive, params, params.documentId)
}

function ofDocument(archive: ReportArchive, params: ReportParams, documentId: string): readonly Posting[] {
  const { document, rows } = reconcile(archive.db, documentId, archive.today())
  return rows.flatMap((row) => {
    const gone = row.state === 'dismissed' || row.state === 'returned' || row.state === 'recalled'
    const signed = params.onlyUnsigned && row.state === 'acknowledged'
    const channel = row.delivery?.channel ?? row.channel
    if (gone || signed || !isAsked(params, row.bodyId, channel)) return []
    const { bodyId, name, delivery } = row
    const copies = delivery?.copies ?? (row.state === 'unknown' ? null : row.copies)
    return [{ bodyId, name, document, copies, sentOn: delivery?.sentOn ?? null }]
  })
}

function ofPeriod(archive: ReportArchive, params: ReportParams): readonly Posting[] {
  return deliveredIn(archive.db, params, archive.today()).flatMap(({ delivery, document }) => {
    const { bodyId, bodyName, copies, sentOn, state, channel } = delivery
    const gone = document.withdrawn || state === 'returned' || state === 'recalled'
    const signed = params.onlyUnsigned && state === 'acknowledged'
    if (gone || signed || !isAsked(params, bodyId, channel)) return []
    return [{ bodyId, name: bodyName, document, copies, sentOn }]
  })
}

function isAsked(params: ReportParams, bodyId: string | null, channel: Channel): boolean {
  return params.bodyId === null ? ON_PAPER.has(channel) : params.bodyId === bodyId
}

/** Together what goes to one recipient (in one handing over, where `byDay`), in the order of the first of each. */
export function byRecipient(all: readonly Posting[], byDay: boolean): readonly (readonly Posting[])[] {
  const held = new Map<string, Posting[]>()
  for (const one of all) {
    const key = `${one.bodyId ?? one.name}|${byDay ? one.sentOn : ''}`
    const known = held.get(key)
    if (known) known.push(one)
    else held.set(key, [one])
  }
  return [...held.values()]
}

/** "221-CV/HU, 222-TB/HU": each number once. */
export function numbersOf(held: readonly Posting[]): readonly string[] {
  return [...new Set(held.flatMap((one) => one.document.reference ?? []))]
}
