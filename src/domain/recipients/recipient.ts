import type { Evidence } from '../text/span.ts'

/**
 * body: names one or more bodies; group: names a group to be expanded ("Các đ/c Huyện ủy viên");
 * as-addressed: "Như kính gửi", "Như trên"; by-reference: "Như Điều 3", "Như thành phần"; file-copy: "Lưu …", never a delivery.
 */
export type RecipientKind = 'body' | 'group' | 'as-addressed' | 'by-reference' | 'file-copy'

/** One item of "Kính gửi" or "Nơi nhận". `text`: lines joined, end punctuation cut, purpose note kept. */
export type RecipientLine = Readonly<{
  text: string
  kind: RecipientKind
  /** The names in the line, parted and filled out: "TT HĐND, UBND huyện" names two bodies. */
  names: readonly string[]
  /** Purpose note without brackets ("b/c", "để phối hợp"), or null. */
  note: string | null
  evidence: Evidence | null
}>
