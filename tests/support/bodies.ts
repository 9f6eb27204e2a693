import type { Body } from '#contract/operations/distribution.ts'

/** A body of the directory with nothing said of it but what the test names. */
export function bodyOf(fields: Readonly<{ id: string } & Partial<Omit<Body, 'id'>>>): Body {
  return {
    name: 'Cơ quan',
    shortName: null,
    kind: 'organisation',
    level: null,
    code: null,
    parentId: null,
    aliases: [],
    validFrom: null,
    validTo: null,
    successorId: null,
    channel: 'direct',
    note: null,
    ...fields,
    id: fields.id as Body['id']
  }
}
