import type { FlatText } from '../../text/flatten.ts'
import type { Cited } from './distinct.ts'

/** "… đính chính như sau", "V/v đính chính văn bản": said of a document that stands in another sentence. */
const CORRECTS = /(?<![a-z])dinh chinh (?:nhu sau|van ban|noi dung|mot so|sai sot|la ?:)/

/** A letter that corrects names the document it corrects and often no other: then the correction is that document's. */
export function relateSoleCorrection(flat: FlatText, cited: readonly Cited[]): readonly Cited[] {
  const [only] = cited
  if (cited.length !== 1 || !only || !CORRECTS.test(flat.folded)) return cited
  return [{ ...only, mentions: only.mentions.map((one) => ({ ...one, relation: 'corrects' as const })) }]
}
