import type { Reference } from '../../reference/reference.ts'
import { referenceKey } from '../../reference/reference-key.ts'
import type { FlatText } from '../../text/flatten.ts'
import type { Mention } from '../mention.ts'

const ENCLOSED = /(?:kem theo|dinh kem)(?: [a-z]+){0,3} ?$/

export type OwnNumber = Readonly<{ reference: Reference | null; issuedOn: string | null }>

/**
 * A document naming itself cites nothing, save in the head of its annex ("ban hành kèm theo Quyết định số 305-QĐ/HU …"), which
 * ties the annex to it. The same number of another day is another document of an earlier term or year.
 */
export function dropOwnNumber(flat: FlatText, mentions: readonly Mention[], own: OwnNumber): readonly Mention[] {
  const ownKey = own.reference ? referenceKey(own.reference) : null
  return mentions.flatMap((one) => {
    const enclosed = ENCLOSED.test(flat.folded.slice(Math.max(0, one.start - 40), one.start))
    const isOwn =
      ownKey !== null &&
      one.reference !== null &&
      referenceKey(one.reference) === ownKey &&
      (one.issuedOn === null || own.issuedOn === null || one.issuedOn === own.issuedOn)
    if (isOwn) return enclosed ? [{ ...one, relation: 'issued-with' as const }] : []
    const heads = /\(\s?(?:ban hanh )?kem theo(?: [a-z]+){0,2} ?$/.test(
      flat.folded.slice(Math.max(0, one.start - 40), one.start)
    )
    return heads && ownKey === null ? [{ ...one, relation: 'issued-with' as const }] : [one]
  })
}
