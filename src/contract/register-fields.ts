/**
 * What may be wrong with a cell or a row of an old register. It stands apart from the operations, so that screens can name
 * the faults without bringing the checking of inputs with them (which tries `eval`, and the screens' policy forbids that).
 */
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
  'arrival-taken', // another paper of the year has this number of arrival
  'book-closed' // the book of its day is closed
] as const
