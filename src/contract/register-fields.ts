/**
 * What the columns of an old register may hold. It stands apart from the operations, so that screens can name the fields
 * without bringing the checking of inputs with them (which tries `eval`, and the screens' policy forbids that).
 */
export const REGISTER_FIELD_NAMES = [
  'arrivedOn',
  'arrivalNumber',
  'reference',
  'number',
  'symbol',
  'issuedOn',
  'issuer',
  'typeAndSubject',
  'documentType',
  'subject',
  'signer',
  'recipients',
  'handler',
  'copies',
  'pageCount',
  'paperLocation',
  'secrecy',
  'note'
] as const

/** What may be wrong with a cell or a row of it. */
export const REGISTER_ISSUES = [
  'no-number',
  'bad-reference',
  'bad-date',
  'bad-number',
  'no-arrival-day',
  'secret',
  'too-long',
  'duplicate-document', // the same paper is in the archive
  'duplicate-row', // the same paper stands in an earlier row
  'arrival-taken' // another paper of the year has this number of arrival
] as const
