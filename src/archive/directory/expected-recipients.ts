import type { Body } from '#contract/operations/distribution.ts'
import type { DocumentForm, RecipientLine } from '#contract/schemas.ts'
import type { DirectoryIndex, NameMatch } from './directory-index.ts'
import { membersOn } from './directory-index.ts'
import { bodyNameKey } from './name-key.ts'

/** A clerk's word on a name of one document. */
export type Assignment = Readonly<{ bodyIds: readonly string[]; groupId: string | null }>

/** One body a document is to go to, or a name nobody knows (`body` null). */
export type Expected = Readonly<{
  source: 'addressees' | 'recipients' | 'holders'
  line: number | null
  lineText: string
  groupName: string | null
  /** Where else the text names it: other lines, other groups. */
  alsoIn: readonly string[]
  copies: number
  name: string
  body: Body | null
}>

/** Those who had the paper that this one recalls, replaces or corrects (D06). */
export type Holders = Readonly<{ reference: string; bodyIds: readonly string[] }>

/**
 * Whom a document's text sends it to, each body once, at its first mention: the "Kính gửi" list, then "Nơi nhận", groups
 * expanded as of a day. "Như kính gửi" names those of "Kính gửi", who are there already; "Lưu" is a file copy. "Như Điều
 * 3" names people the list does not say: a clerk assigns them.
 */
export function expectedRecipients(
  form: Pick<DocumentForm, 'addressees' | 'recipients'>,
  directory: DirectoryIndex,
  assignments: ReadonlyMap<string, Assignment>,
  on: string,
  holders: readonly Holders[] = []
): readonly Expected[] {
  const expected: Expected[] = []
  const seen = new Set<string>()
  const places = new Map<string, string[]>()
  const put = (one: Omit<Expected, 'body' | 'name' | 'alsoIn'>, name: string, found: NameMatch) => {
    if (found.kind === 'unknown' || found.bodies.length === 0) {
      if (seen.has(`?${bodyNameKey(name)}`)) return
      seen.add(`?${bodyNameKey(name)}`)
      const groupName = found.kind === 'unknown' ? null : found.groupName
      expected.push({ ...one, groupName, alsoIn: [], name, body: null })
      return
    }
    for (const body of found.bodies) {
      const alsoIn = places.get(body.id)
      if (alsoIn) {
        // That it had the earlier paper is no line of this one.
        if (one.source === 'holders') continue
        const place = placeName(one.lineText, found.groupName)
        if (!alsoIn.includes(place)) alsoIn.push(place)
        continue
      }
      const others: string[] = []
      places.set(body.id, others)
      expected.push({ ...one, groupName: found.groupName, alsoIn: others, name: body.name, body })
    }
  }
  for (const source of ['addressees', 'recipients'] as const) {
    form[source].forEach((line, index) => {
      if (line.kind === 'file-copy' || line.kind === 'as-addressed') return
      const names = namesOf(line, directory, assignments, on)
      const base = { source, line: index, lineText: line.text, groupName: null, copies: copiesAsked(line, names) }
      for (const name of names) {
        put(base, name, match(name, line, directory, assignments, on))
      }
    })
  }
  for (const { reference, bodyIds } of holders) {
    const bodies = bodyIds.flatMap((id) => directory.bodies.get(id) ?? [])
    const line = { source: 'holders', line: null, lineText: reference, groupName: null, copies: 1 } as const
    put(line, reference, { kind: 'bodies', bodies, groupName: null })
  }
  return expected
}

/** "Các đ/c Huyện ủy viên" as the group of that name, or of another: both are said. */
function placeName(lineText: string, groupName: string | null): string {
  return groupName === null || groupName === lineText ? lineText : `${lineText} (${groupName})`
}

/** "- Ban Tổ chức Tỉnh ủy (02 bản)": the number fixed in Nơi nhận (NĐ 30/2020, Điều 17), where it is one body's. */
function copiesAsked(line: RecipientLine, names: readonly string[]): number {
  if (line.kind !== 'body' || names.length !== 1) return 1
  const found = /^0*(\d{1,3})(?: *(?:b|bản))?$/iu.exec(line.note?.trim() ?? '')
  return Math.max(1, Number(found?.[1] ?? 1))
}

/** Names of a line; the whole line where it is one group by that name ("Các ban, UBKT, VPHU") or names nobody. */
function namesOf(
  line: RecipientLine,
  directory: DirectoryIndex,
  assignments: ReadonlyMap<string, Assignment>,
  on: string
): readonly string[] {
  const whole = wholeName(line)
  if (line.kind === 'by-reference' || line.names.length === 0) return [whole]
  if (assignments.has(bodyNameKey(whole))) return [whole]
  const found = directory.find(whole, on, true)
  return found.kind === 'bodies' && found.groupName !== null ? [whole] : line.names
}

function wholeName(line: RecipientLine): string {
  const text = line.note === null ? line.text : line.text.replace(`(${line.note})`, '')
  return text.trim() || line.text
}

function match(
  name: string,
  line: RecipientLine,
  directory: DirectoryIndex,
  assignments: ReadonlyMap<string, Assignment>,
  on: string
): NameMatch {
  const assigned = assignments.get(bodyNameKey(name))
  if (assigned) return assignedMatch(assigned, directory, on)
  return line.kind === 'by-reference' ? { kind: 'unknown' } : directory.find(name, on, line.kind === 'group')
}

function assignedMatch(assigned: Assignment, directory: DirectoryIndex, on: string): NameMatch {
  const group = assigned.groupId === null ? undefined : directory.groups.get(assigned.groupId)
  const bodies = [
    ...assigned.bodyIds.flatMap((id) => directory.bodies.get(id) ?? []),
    ...(group ? membersOn(group, directory.bodies, on) : [])
  ]
  return { kind: 'bodies', bodies, groupName: group?.name ?? null }
}
