import type { Office } from '#contract/operations/archive.ts'
import { foldKey } from '#domain/text/fold.ts'
import { OFFICE_KINDS } from '../../strings/welcome.ts'

/** What a committee's name tells of the rest of the form. null: a name of no known kind. */
export function proposeOffice(name: string): Pick<Office, 'level' | 'code' | 'officeName' | 'place'> | null {
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  const words = text.split(' ')
  for (const kind of OFFICE_KINDS) {
    const length = kind.prefix.split(' ').length
    if (foldKey(words.slice(0, length).join(' ')) !== foldKey(kind.prefix)) continue
    return {
      level: kind.level,
      code: kind.code,
      officeName: kind.office,
      place: words.slice(length).join(' ')
    }
  }
  return null
}

export const EMPTY_OFFICE: Office = {
  name: '',
  parentBody: '',
  officeName: '',
  place: '',
  code: '',
  level: 'HU',
  clerk: '',
  termStarts: [],
  acknowledgeDays: 7
}

/** Taking over a proposal leaves alone what the person has written. */
export function withProposal(office: Office, name: string): Office {
  const before = proposeOffice(office.name)
  const next = proposeOffice(name)
  const kept = <F extends 'code' | 'officeName' | 'place'>(field: F): string =>
    office[field] === '' || office[field] === before?.[field] ? (next?.[field] ?? '') : office[field]
  return {
    ...office,
    name,
    code: kept('code'),
    officeName: kept('officeName'),
    place: kept('place'),
    level: next?.level ?? office.level
  }
}

/** As it is sent: NFC, blanks cut, terms in order and each once. */
export function cleanOffice(office: Office, terms: readonly (string | null)[]): Office {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return {
    name: tidy(office.name),
    parentBody: tidy(office.parentBody),
    officeName: tidy(office.officeName),
    place: tidy(office.place),
    code: tidy(office.code),
    level: office.level,
    clerk: tidy(office.clerk),
    termStarts: [...new Set(terms.filter((day) => day !== null))].sort(),
    acknowledgeDays: office.acknowledgeDays
  }
}
