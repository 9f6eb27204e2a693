import type { Draft, Reading } from '../layout/draft.ts'
import { compareBodies, readIssuingBody } from '../resolve/issuing-body.ts'
import type { FileSignature } from './file-signature.ts'
import type { SignatureBanner } from './read-banner.ts'

const BY_SIGNATURE = 'digital-signature'
const BY_BANNER = 'signature-banner'

/**
 * Weighs what was read by the digital signatures of the file: better evidence than letters off a picture for who issued it
 * and when (design §5). The body that signed confirms an issuer that was only hinted. The day of signing is no more than
 * a hint of the date — of 15 real papers it was the paper's own in 8 — but it goes before a date read off a picture, and a
 * paper cannot be younger than its seal. A signature whose bytes changed says nothing.
 */
export function confirmBySignature(
  draft: Draft,
  signatures: readonly FileSignature[],
  banners: readonly SignatureBanner[]
): Draft {
  const sound = signatures.filter((one) => one.integrity === 'unchanged' || one.integrity === 'added-later')
  const own =
    sound.find((one) => signs(one.signer, draft)) ?? sound.find((one) => draft.issuer === null && isBody(one.signer))
  if (own) return weigh(draft, own, BY_SIGNATURE, true)
  const banner = banners.find((one) => signs(one.signer, draft)) ?? null
  return banner && signatures.length === 0 ? weigh(draft, banner, BY_BANNER, false) : draft
}

type Signed = Readonly<{ signer: string | null; signedOn: string | null }>

function weigh(draft: Draft, signed: Signed, rule: string, proven: boolean): Draft {
  const { issuer } = draft
  const confirmed: Reading<string> | null =
    issuer === null
      ? signed.signer === null
        ? null
        : { value: signed.signer, certainty: 'hint', evidence: { page: 1, start: 0, end: 0, rule } }
      : issuer.certainty === 'hint' && proven
        ? { ...issuer, certainty: 'sure', evidence: { ...issuer.evidence, rule } }
        : issuer
  return { ...draft, issuer: confirmed, issuedOn: dateBy(draft.issuedOn, signed.signedOn, rule) }
}

function dateBy(read: Reading<string> | null, signedOn: string | null, rule: string): Reading<string> | null {
  if (signedOn === null) return read
  if (read?.certainty === 'sure' && read.value <= signedOn) return read
  // Typed with a later day than it was sealed on: one of the two is wrong, the clerk looks.
  if (read?.certainty === 'sure') return { ...read, certainty: 'hint' }
  const evidence = { ...(read?.evidence ?? { page: 1, start: 0, end: 0 }), rule }
  return { value: signedOn, certainty: 'hint', evidence }
}

function signs(signer: string | null, draft: Draft): boolean {
  if (signer === null || draft.issuer === null) return false
  return compareBodies(readIssuingBody(signer), readIssuingBody(draft.issuer.value)) === 'agrees'
}

/** A body, not a person: its name says what kind of body it is. */
function isBody(signer: string | null): boolean {
  const body = signer === null ? null : readIssuingBody(signer)
  return body !== null && body.organ !== null && body.level !== null
}
