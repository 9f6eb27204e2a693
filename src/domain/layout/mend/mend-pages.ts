import type { FoundCitation } from '../../citation/citation.ts'
import type { RecipientLine } from '../../recipients/recipient.ts'
import { joinPages, PAGE_BREAK, type PageText } from '../../text/page-text.ts'
import type { Evidence } from '../../text/span.ts'
import type { Draft, Reading } from '../draft.ts'
import { oneLine } from '../reading.ts'
import { mend } from './mend.ts'
import type { OwnWords } from './own-words.ts'

/** Pages put right, and the way back: evidence read from them names the places of the pages as they were. */
export type MendedPages = Readonly<{
  pages: readonly PageText[]
  words: OwnWords
  placed: (draft: Draft) => Draft
}>

export function mendPages(pages: readonly PageText[], misread: boolean): MendedPages {
  const source = joinPages(pages)
  const { text, origin, words } = mend(source, misread)
  const parts = text.split(PAGE_BREAK)
  const at = (evidence: Evidence): Evidence => {
    const start = origin[evidence.start] ?? evidence.start
    // The end lies behind the last letter: what was lost between it and the next is no part of the value.
    const end = evidence.end > evidence.start ? (origin[evidence.end - 1] ?? evidence.end - 1) + 1 : start
    return { ...evidence, start, end: Math.max(start, end) }
  }
  return {
    pages: pages.map((page, index) => ({ ...page, text: parts[index] ?? page.text, runs: [] })),
    words,
    placed: (draft) => placedDraft(draft, at, source)
  }
}

type Place = (evidence: Evidence) => Evidence

function placedDraft(draft: Draft, at: Place, source: string): Draft {
  const reading = <T>(read: Reading<T> | null): Reading<T> | null => read && { ...read, evidence: at(read.evidence) }
  return {
    ...draft,
    reference: reading(draft.reference),
    documentType: reading(draft.documentType),
    issuedOn: reading(draft.issuedOn),
    place: reading(draft.place),
    issuer: reading(draft.issuer),
    parentBody: reading(draft.parentBody),
    actingBody: reading(draft.actingBody),
    subject: reading(draft.subject),
    urgency: reading(draft.urgency),
    secrecy: reading(draft.secrecy),
    signer: reading(draft.signer),
    signerTitle: reading(draft.signerTitle),
    authority: reading(draft.authority),
    arrivalNumber: reading(draft.arrivalNumber),
    arrivedOn: reading(draft.arrivedOn),
    addressees: draft.addressees.map((line) => placedLine(line, at)),
    recipients: draft.recipients.map((line) => placedLine(line, at)),
    citations: draft.citations.map((citation) => placedCitation(citation, at, source))
  }
}

function placedLine(line: RecipientLine, at: Place): RecipientLine {
  return { ...line, evidence: line.evidence && at(line.evidence) }
}

/** Its words are those of the page, as it stands there. */
function placedCitation(citation: FoundCitation, at: Place, source: string): FoundCitation {
  const evidence = at(citation.evidence)
  return {
    ...citation,
    raw: oneLine(source.slice(evidence.start, evidence.end)),
    evidence,
    sentence: at(citation.sentence),
    mentions: citation.mentions.map(at)
  }
}
