import type { Direction } from '#contract/schemas.ts'
import type { RecipientLine } from '#domain/recipients/recipient.ts'
import { foldKey } from '#domain/text/fold.ts'

/** What of the office decides whose paper it is. */
export type OwnOffice = Readonly<{ name: string; place: string; code: string }>
export type Sender = Readonly<{
  issuer: string | null
  symbol: string | null
  place: string | null
  addressees: readonly RecipientLine[]
}>

/** Bodies inside a committee's house, folded: papers that go to them alone do not leave it. */
const INNER = /^(?:ban thuong vu|thuong truc|ban chap hanh|van phong|ban \S+ \S+|uy ban kiem tra|bi thu|pho bi thu)\b/

/**
 * Whether a paper came in, went out or stayed in the house. Ours: issued by the office itself or by one of its boards
 * ("Ban Tổ chức Huyện ủy Đức Lâm"). A board's paper to the committee or to other boards alone is internal (a tờ trình
 * of the Văn phòng to the Ban Thường vụ); everything else of ours is outgoing, every other paper incoming. Without an
 * issuer, our own symbol ("…/HU") counts only where the place is ours too: some 500 districts wrote /HU.
 */
export function decideDirection(office: OwnOffice, sender: Sender): Direction {
  const own = foldKey(office.name)
  const issuer = sender.issuer ? foldKey(sender.issuer) : null
  if (issuer === null) return hasOwnSymbol(office, sender) ? 'outgoing' : 'incoming'
  if (issuer === own) return 'outgoing'
  if (!isOwnBoard(office, issuer, sender.place)) return 'incoming'
  return staysInside(office, sender.addressees) ? 'internal' : 'outgoing'
}

function hasOwnSymbol(office: OwnOffice, sender: Sender): boolean {
  const code = sender.symbol?.split('/')[1]
  return (
    code !== undefined &&
    foldKey(code) === foldKey(office.code) &&
    sender.place !== null &&
    foldKey(sender.place) === foldKey(office.place)
  )
}

/** "Ban Tổ chức Huyện ủy Đức Lâm"; without the district's name only where the place is ours. */
function isOwnBoard(office: OwnOffice, issuer: string, place: string | null): boolean {
  if (!INNER.test(issuer)) return false
  if (issuer.endsWith(` ${foldKey(office.name)}`)) return true
  return issuer.endsWith(` ${shortName(office)}`) && place !== null && foldKey(place) === foldKey(office.place)
}

/** The office's name without its place, folded: "huyen uy". */
function shortName(office: OwnOffice): string {
  const place = ` ${foldKey(office.place)}`
  const own = foldKey(office.name)
  return own.endsWith(place) ? own.slice(0, -place.length) : own
}

function staysInside(office: OwnOffice, addressees: readonly RecipientLine[]): boolean {
  const names = addressees.flatMap((line) => line.names).map(foldKey)
  const own = foldKey(office.name)
  const short = shortName(office)
  return (
    names.length > 0 &&
    names.every(
      (name) =>
        name === own || name === short || (INNER.test(name) && (name.endsWith(` ${short}`) || name.endsWith(` ${own}`)))
    )
  )
}
