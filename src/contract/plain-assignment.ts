import type { Assignment } from './operations/handling.ts'

/** A bút phê that says nothing yet but the day. */
export function plainAssignment(assignedOn: string): Assignment {
  return { opinion: null, leader: null, assignedOn, main: null, co: [], due: null, dueFrom: null, note: null }
}
