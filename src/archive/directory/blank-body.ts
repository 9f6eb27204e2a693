import type { Body } from '#contract/operations/distribution.ts'

/** A body of which only the name is known. */
export const BLANK_BODY: Omit<Body, 'id' | 'name'> = {
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
  note: null
}
