import { createHash } from 'node:crypto'
import { fromBER, GeneralizedTime, OctetString, UTCTime } from 'asn1js'
import {
  Certificate,
  ContentInfo,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  type RelativeDistinguishedNames,
  SignedData,
  TSTInfo
} from 'pkijs'
import { instantTime, type SigningTime } from './signing-time.ts'

const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512'
}
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const MOST_NAME = 200
/** Signatures over the file's own bytes, detached (ISO 32000-2, table 257). */
const CHECKED: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])

/** What a CMS signature (RFC 5652) says, and whether it signs these bytes. `valid` null: of a kind not checked here. */
export type CheckedCms = Readonly<{
  signer: string | null
  organisation: string | null
  certifier: string | null
  signed: SigningTime | null
  valid: boolean | null
  timeStamp: boolean
}>

/** Checks digest and signature with the certificate the CMS brings. Throws where the bytes are no CMS. */
export async function checkCms(cms: Buffer, parts: readonly Buffer[], subFilter: string | null): Promise<CheckedCms> {
  const signed = new SignedData({ schema: signedContent(cms) })
  const signer = signed.signerInfos[0]
  if (!signer) throw new Error('no signer')
  const certificate = signerCertificate(signed)
  const timeStamp = signed.encapContentInfo.eContentType === id_eContentType_TSTInfo
  const time = signer.signedAttrs?.attributes.find((one) => one.type === SIGNING_TIME)?.values[0]
  return {
    signer: nameIn(certificate?.subject, COMMON_NAME),
    organisation: nameIn(certificate?.subject, ORGANISATION),
    certifier: nameIn(certificate?.issuer, COMMON_NAME),
    signed: timeStamp
      ? stampedTime(signed)
      : time instanceof UTCTime || time instanceof GeneralizedTime
        ? instantTime(time.toDate())
        : null,
    valid: CHECKED.has(subFilter ?? '') && !timeStamp ? await verifies(signed, parts) : null,
    timeStamp
  }
}

function signedContent(cms: Buffer): ReturnType<typeof fromBER>['result'] {
  // The hexadecimal string is filled up with zeros behind the CMS: only its own length is read.
  const { result, offset } = fromBER(new Uint8Array(cms))
  if (offset === -1) throw new Error('no CMS')
  const info = new ContentInfo({ schema: result })
  if (info.contentType !== id_ContentType_SignedData) throw new Error('not signed data')
  return info.content
}

/**
 * Digest and signature over the signed bytes. One that differs is an answer; an algorithm that is not known here, or a
 * certificate that is not there, is none.
 */
async function verifies(signed: SignedData, parts: readonly Buffer[]): Promise<boolean | null> {
  const digest = digestOf(signed, parts)
  if (digest === false) return false
  const data = new Uint8Array(Buffer.concat(parts)).buffer
  try {
    return await signed.verify({ signer: 0, data, checkChain: false })
  } catch {
    return null
  }
}

/** False: the bytes' digest is another than the signed one. null: it is not told apart from the signature. */
function digestOf(signed: SignedData, parts: readonly Buffer[]): boolean | null {
  const signer = signed.signerInfos[0]
  const told: unknown = signer?.signedAttrs?.attributes.find((one) => one.type === MESSAGE_DIGEST)?.values[0]
  const name = HASHES[signer?.digestAlgorithm.algorithmId ?? '']
  if (!(told instanceof OctetString) || name === undefined) return null
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest().equals(Buffer.from(told.getValue()))
}

function signerCertificate(signed: SignedData): Certificate | null {
  const sid = signed.signerInfos[0]?.sid as { serialNumber?: { isEqual(other: unknown): boolean } } | undefined
  const certificates = (signed.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate)
  return certificates.find((one) => sid?.serialNumber?.isEqual(one.serialNumber) === true) ?? null
}

function stampedTime(signed: SignedData): SigningTime | null {
  const content = signed.encapContentInfo.eContent
  if (!(content instanceof OctetString)) return null
  const { result, offset } = fromBER(content.getValue())
  return offset === -1 ? null : instantTime(new TSTInfo({ schema: result }).genTime)
}

function nameIn(names: RelativeDistinguishedNames | undefined, type: string): string | null {
  const value: unknown = names?.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value
  const text = typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text.slice(0, MOST_NAME)
}
