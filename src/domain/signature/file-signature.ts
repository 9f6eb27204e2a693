/**
 * What checking a digital signature (chữ ký số) without a network can say.
 * unchanged: the file is byte for byte what was signed. added-later: what was signed is unchanged, and something was
 * written behind it that no later signature covers. changed: what was signed is not what the file holds now.
 * unchecked: written in a way that cannot be checked here.
 */
export type SignatureIntegrity = 'unchanged' | 'added-later' | 'changed' | 'unchecked'

/**
 * A digital signature as the file holds it. Names are what the signer's certificate says of itself: whether an authority
 * stands behind the certificate cannot be told offline, and is not said. Instants are ISO; null: the file does not say.
 */
export type FileSignature = Readonly<{
  /** Common name of the certificate: a body ("Ủy ban nhân dân tỉnh Quảng Ngãi") or a person. */
  signer: string | null
  /** The organisation the certificate names. */
  organisation: string | null
  /** Who gave the certificate. */
  certifier: string | null
  /** Time the signer's machine gave, or a time stamp's. */
  signedAt: string | null
  /** The day at the place of signing, "yyyy-mm-dd": the clock's own offset is kept, or Viet Nam's is taken. */
  signedOn: string | null
  integrity: SignatureIntegrity
  /** A time stamp only: says when, not by whom. */
  timeStamp: boolean
}>
