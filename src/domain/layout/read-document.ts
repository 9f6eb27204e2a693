import { findCitations } from '../citation/find-citations.ts'
import type { PageText } from '../text/page-text.ts'
import { readActingBody } from './acting-body.ts'
import { readAdoptedOn } from './adopted-on.ts'
import { layOut, type Sheet } from './cells.ts'
import { soundArrival, soundIssuedOn } from './check-dates.ts'
import { confirmed, confirmedLines } from './confirm.ts'
import type { Draft } from './draft.ts'
import { readFoot } from './foot.ts'
import { readHead } from './head.ts'
import { masked } from './mask.ts'
import { mendPages } from './mend/mend-pages.ts'
import { noiseOf } from './mend/noise.ts'
import { isSpoilt, looksRead, looksScanned } from './ocr-signs.ts'
import type { Certainty } from './reading.ts'

/** From this share of small words that are none, words are put right. */
const DAMAGED = 0.003

/**
 * Reads a document: the zones of a Party or State paper, the fields in them, recipients and citations, each with its place
 * (design §6, features M01–M11). A value that is not surely read is a hint or null, never a guess. A text a machine misread
 * is put right first where its words allow, and then only what is confirmed twice is sure; a clean one is not touched.
 */
export function readDocument(pages: readonly PageText[], context: { today: string }): Draft {
  const sheet = layOut(pages)
  const ocr = pages.some((page) => page.ocr !== undefined)
  const noise = noiseOf(sheet.text)
  const doubted = ocr || isSpoilt(noise) || looksRead(sheet)
  if (!doubted && noise.share < DAMAGED) return readSheet(sheet, 'sure', false, context)
  const mended = mendPages(pages, doubted)
  const right = layOut(mended.pages)
  const draft = readSheet(right, doubted ? 'hint' : 'sure', doubted, context)
  const held = doubted
    ? confirmed(draft, right, mended.words, ocr || looksScanned(sheet, noise))
    : confirmedLines(draft, right, mended.words)
  return mended.placed(held)
}

function readSheet(sheet: Sheet, certainty: Certainty, misread: boolean, context: { today: string }): Draft {
  const head = readHead(sheet, certainty)
  const after = sheet.cells.filter((cell) => cell.start >= head.end)
  const foot = readFoot(sheet.text, after, certainty)
  const actingBody = readActingBody(sheet, head.end, foot.signature, head.issuer, certainty)
  const day = head.date ?? readAdoptedOn(sheet, certainty)
  const citations = findCitations(masked(sheet.text, [...head.own, ...foot.cells]), {
    reference: head.reference?.value ?? null,
    documentType: head.documentType?.value ?? null,
    issuedOn: day?.value ?? null,
    issuer: head.issuer?.value ?? null,
    misread
  })
  const issuedOn = soundIssuedOn(day, citations, context.today)
  return {
    system: head.system,
    reference: head.reference,
    documentType: head.documentType,
    issuedOn,
    place: head.place,
    issuer: head.issuer,
    parentBody: head.parentBody,
    actingBody,
    subject: head.subject,
    urgency: head.urgency,
    secrecy: head.secrecy,
    signer: foot.signature.signer,
    signerTitle: foot.signature.title,
    authority: foot.signature.authority,
    arrivalNumber: head.stamp?.number ?? null,
    arrivedOn: soundArrival(head.stamp?.date ?? null, issuedOn, context.today),
    addressees: head.addressees?.lines ?? [],
    recipients: foot.recipients,
    citations
  }
}
