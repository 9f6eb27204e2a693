import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { PaperSystem, Reading } from './draft.ts'
import { ordinaryCase } from './ordinary-case.ts'
import { type Certainty, oneLine, reading } from './reading.ts'

/** A line of the head that begins a body's name; any other goes on with the line before it ("TỈNH LÂM SƠN"). */
const BEGINS =
  /^(?:dang (?:bo|uy|doan)|(?:huyen|tinh|thanh|quan|thi|chi) uy|chi bo|ban|bo|uy ban|ubnd|ubmttq|ub|hdnd|hoi|so|phong|van phong|cuc|chi cuc|tong cuc|vu|chinh phu|quoc hoi|thu tuong|chu tich|lien doan|doan|mat tran|mttq|trung tam|trung uong|truong|vien|toa an|co quan|cong an|cong ty|tong cong ty|ngan hang|kho bac|hat|dai|bao hiem|benh vien|thanh tra|kiem toan|quan uy|hoc vien|dai hoc|tieu ban|to cong tac|lien minh|bch|btv|vpubnd|vpub|ubkt|btg|btc|bdv|dai hoi|doan chu tich)(?![a-z])/
const COMMITTEE = /^(?:(?:huyen|tinh|thanh|quan|thi|dang) uy|chi bo|chi uy|ban chap hanh|bch)(?![a-z])/
const PARTY_BODY = /^dang bo(?![a-z])/
const OWN_ORGANISATION = /^(?:dang uy|dang bo|chi bo|huyen uy|tinh uy|thanh uy)(?![a-z])/
const ACTING_ORGAN = /^ban (?:thuong truc|thuong vu|chap hanh)(?![a-z])/
/** What stands at the top of a page but names no issuer: gazette furniture, stamps of electronic signatures. */
const FURNITURE =
  /cong bao|van ban quy pham phap luat|bao va tin hoc|trung tam cong|^phan |^ban sao|^du thao|luu hanh|^thu hoi|^sao y|^noi dung|^tai lieu (?:hoi nghi|thu hoi|mat)|^xong hoi nghi|^chi nguoi co ten/
const PLACE_OF = /(?:^|\s)((?:tinh|huyen|quan|xa|phuong|thi tran|thi xa|thanh pho|dac khu)\s.*)$/

type Body = Readonly<{ text: string; folded: string; first: Cell; last: Cell }>
export type IssuingBodies = Readonly<{
  issuer: Reading<string> | null
  parentBody: Reading<string> | null
  /** The organ named under the body ("BAN THƯỜNG TRỰC" of Mặt trận). */
  organ: string | null
  cells: readonly Cell[]
}>

/** Cells of the head that may name the issuer: capitals, and no furniture. */
export function namingCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter((cell) => isCapitals(cell.text) && !FURNITURE.test(cell.folded) && /[a-z]{2}/.test(cell.folded))
}

/**
 * Who issued the document and the body above it, from the lines above the number (M03). Party: "ĐẢNG BỘ TỈNH … / HUYỆN ỦY
 * …" names parent and issuer, "HUYỆN ỦY … / VĂN PHÒNG" the office of the committee. State: the last body; a body within a
 * people's committee gets the committee's place.
 */
export function readIssuingBodies(
  cells: readonly Cell[],
  system: PaperSystem | null,
  certainty: Certainty
): IssuingBodies {
  const naming = namingCells(cells)
  const left = naming.filter((cell) => cell.column === 0)
  const bodies = toBodies(left.length > 0 ? left : naming)
  const used = bodies.flatMap((body) => [body.first, body.last])
  const last = bodies.at(-1)
  if (!last) return { issuer: null, parentBody: null, organ: null, cells: [] }
  const read = (body: Body, value: string, rule: string) =>
    reading(value, certainty, { page: body.first.page, start: body.first.start, end: body.last.end }, rule)
  const named =
    system === 'mass'
      ? massIssuer(bodies, last)
      : system === 'party'
        ? partyIssuer(bodies, last)
        : stateIssuer(bodies, last)
  return {
    issuer: read(named.at, named.issuer, `issuer-${system ?? 'unknown'}`),
    parentBody: named.parent
      ? read(named.parent, named.parentName ?? ordinaryCase(named.parent.text), 'parent-body')
      : null,
    organ: named.organ ? ordinaryCase(named.organ.text) : null,
    cells: used
  }
}

type Named = Readonly<{ issuer: string; at: Body; parent: Body | null; parentName?: string; organ: Body | null }>

function partyIssuer(bodies: readonly Body[], at: Body): Named {
  const above = bodies.at(-2) ?? null
  const issuer = ordinaryCase(at.text)
  if (!above) return { issuer, at, parent: null, organ: null }
  if (PARTY_BODY.test(above.folded) || OWN_ORGANISATION.test(at.folded)) {
    const turned = !COMMITTEE.test(above.folded) && !PARTY_BODY.test(above.folded) && COMMITTEE.test(at.folded)
    if (turned) return { issuer: `${ordinaryCase(above.text)} ${issuer}`, at: above, parent: at, organ: null }
    return { issuer, at, parent: above, organ: null }
  }
  const committee = ordinaryCase(above.text)
  const central = /^ban chap hanh trung uong/.test(above.folded)
  const name = central ? committee.replace(/^\S+ \S+ \S+ /, '') : committee
  const already = at.folded.includes(above.folded) || (central && at.folded.includes('trung uong'))
  return { issuer: already ? issuer : `${issuer} ${name}`, at, parent: above, organ: null }
}

function stateIssuer(bodies: readonly Body[], at: Body): Named {
  const above = bodies.at(-2) ?? null
  const issuer = ordinaryCase(at.text)
  const place = above && /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)/.test(above.folded) ? placeOf(above) : null
  const own = PLACE_OF.test(at.folded)
  return { issuer: place && !own ? `${issuer} ${place}` : issuer, at, parent: above, organ: null }
}

function massIssuer(bodies: readonly Body[], last: Body): Named {
  const organ = bodies.length > 1 && ACTING_ORGAN.test(last.folded) ? last : null
  const named = organ ? bodies.slice(0, -1) : bodies
  const at = named.at(-1) ?? last
  return { issuer: ordinaryCase(at.text), at, parent: named.at(-2) ?? null, organ }
}

function placeOf(body: Body): string | null {
  const name = ordinaryCase(body.text)
  const found = PLACE_OF.exec(body.folded)
  const words = found?.[1]?.split(/\s+/).length ?? 0
  return words === 0 ? null : name.split(' ').slice(-words).join(' ')
}

function toBodies(cells: readonly Cell[]): readonly Body[] {
  const bodies: Body[] = []
  for (const cell of cells) {
    const text = oneLine(cell.text.replace(/^[^\p{L}]+|[^\p{L}\d)]+$/gu, ''))
    const folded = oneLine(cell.folded.replace(/^[^a-z]+|[^a-z\d)]+$/g, ''))
    const before = bodies.at(-1)
    if (BEGINS.test(folded)) {
      if (before?.folded !== folded) bodies.push({ text, folded, first: cell, last: cell })
    } else if (before && before.first.column === cell.column && cell.line - before.last.line <= 2) {
      bodies[bodies.length - 1] = {
        ...before,
        text: `${before.text} ${text}`,
        folded: `${before.folded} ${folded}`,
        last: cell
      }
    }
  }
  return bodies
}
