import type { Office } from '#contract/operations/archive.ts'
import { printDay, spellDay } from './print-day.ts'
import type { PrintDocument, PrintSignature } from './print-document.ts'

/** The head of a Party paper: the body above, the office's body in capitals, the Party's name (domain.md §5.1). */
export function officeHead(office: Office): PrintDocument['head'] {
  return {
    parent: office.parentBody.toLocaleUpperCase('vi'),
    issuer: office.name.toLocaleUpperCase('vi'),
    party: 'ĐẢNG CỘNG SẢN VIỆT NAM'
  }
}

/** "Văn phòng Huyện ủy Đam Rông, in ngày 30/8/2021". */
export function printFoot(office: Office, today: string): string {
  return `${wholeOfficeName(office)}, in ngày ${printDay(today)}`
}

/** The clerk's, under the day; where a leader confirms, the clerk's stands left and the leader's under the day. */
export function signatures(
  office: Office,
  signer: string,
  confirmer: string | null,
  today: string
): readonly PrintSignature[] {
  const place = office.place ? `${office.place}, ${spellDay(today)}` : capital(spellDay(today))
  const own = { title: signer, how: '(Ký, ghi rõ họ tên)', name: office.clerk }
  if (confirmer === null) return [{ ...own, place }]
  return [
    { ...own, place: null },
    { place, title: confirmer, how: '(Ký tên, đóng dấu)', name: '' }
  ]
}

/** Ends the name of the office with the place of its body: "Văn phòng Huyện ủy" of "Huyện ủy Đam Rông". */
export function wholeOfficeName({ officeName, name }: Office): string {
  if (officeName === '') return name
  if (officeName.includes(name)) return officeName
  const words = officeName.split(' ')
  for (let at = 0; at < words.length; at++) {
    const tail = words.slice(at).join(' ')
    if (name.startsWith(`${tail} `)) return [...words.slice(0, at), name].join(' ')
  }
  return `${officeName}, ${name}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
