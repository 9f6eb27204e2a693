import type { FileSignature, SignatureIntegrity } from '#domain/signature/file-signature.ts'
import { type CheckedCms, checkCms } from './check-cms.ts'
import { findSignatures, type SignatureDictionary } from './find-signatures.ts'
import { pdfTime } from './signing-time.ts'

/** The digital signatures of a PDF, the first signed first, each with what became of the bytes it signs. */
export async function readSignatures(bytes: Buffer): Promise<readonly FileSignature[]> {
  const found = findSignatures(bytes).toSorted((a, b) => a.end - b.end)
  const checked: (readonly [SignatureDictionary, CheckedCms | null])[] = []
  for (const one of found) checked.push([one, await checkOne(one)])
  // What a later, whole signature covers was signed with it: only what no one signed was added.
  const covered = Math.max(0, ...checked.filter(([, cms]) => cms?.valid === true).map(([one]) => one.end))
  return checked.map(([one, cms]) => ({
    signer: cms?.signer ?? null,
    organisation: cms?.organisation ?? null,
    certifier: cms?.certifier ?? null,
    ...timeOf(one, cms),
    integrity: integrityOf(cms, covered >= lastByte(bytes)),
    timeStamp: cms?.timeStamp ?? false
  }))
}

/**
 * The dictionary's time goes first: it is among the signed bytes and has its offset, where several Vietnamese signing
 * programs write the wall clock into the CMS as if it were UTC.
 */
function timeOf(one: SignatureDictionary, cms: CheckedCms | null): Pick<FileSignature, 'signedAt' | 'signedOn'> {
  const time = cms?.timeStamp ? cms.signed : (pdfTime(one.time) ?? cms?.signed ?? null)
  return { signedAt: time?.at ?? null, signedOn: time?.on ?? null }
}

function integrityOf(cms: CheckedCms | null, whole: boolean): SignatureIntegrity {
  if (cms === null || cms.valid === null) return 'unchecked'
  if (!cms.valid) return 'changed'
  return whole ? 'unchanged' : 'added-later'
}

async function checkOne(one: SignatureDictionary): Promise<CheckedCms | null> {
  try {
    return await checkCms(one.cms, one.parts, one.subFilter)
  } catch {
    return null
  }
}

/** Where the file ends, line ends behind its last mark left out. */
function lastByte(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--
  return end
}
