import { createHash, randomBytes } from 'node:crypto'
import type { EngineEvent } from '#contract/events.ts'

export type SessionEnd = Extract<EngineEvent, { type: 'session' }>['ended']

/** `seq`: the account's last change when it began; another one since has ended it. */
export type Session = {
  readonly key: string
  readonly accountId: string
  readonly seq: number
  /** When it began, by both clocks. */
  readonly begun: number
  readonly begunAt: number
  active: number
  seen: number
}

export type SessionClocks = Readonly<{ monotonic(): number; now(): Date }>

/** No session outlasts a working day with overtime, however busy it is: whoever sits there says again who he is (ASVS 7.3.2). */
export const LONGEST_SESSION_HOURS = 12

/**
 * Sessions of one open archive, by the hash of their token: in memory alone, so that none outlives the program. A session
 * left alone too long is over by whichever clock says so: one stands still while the machine sleeps, the other can be set.
 */
export type Sessions = Readonly<{
  begin(accountId: string, seq: number): string
  /** null: there is none. */
  find(token: string): Session | null
  active(session: Session): void
  isIdle(session: Session, minutes: number): boolean
  isLong(session: Session): boolean
  end(session: Session): void
  all(): readonly Session[]
}>

export function createSessions({ monotonic, now }: SessionClocks): Sessions {
  const open = new Map<string, Session>()
  return {
    begin(accountId, seq) {
      const token = randomBytes(32).toString('base64url')
      const key = keyOf(token)
      const [begun, begunAt] = [monotonic(), now().getTime()]
      open.set(key, { key, accountId, seq, begun, begunAt, active: begun, seen: begunAt })
      return token
    },
    find: (token) => open.get(keyOf(token)) ?? null,
    active(session) {
      session.active = monotonic()
      session.seen = now().getTime()
    },
    isIdle(session, minutes) {
      const most = minutes * 60_000
      return monotonic() - session.active > most || now().getTime() - session.seen > most
    },
    isLong(session) {
      const most = LONGEST_SESSION_HOURS * 60 * 60_000
      return monotonic() - session.begun > most || now().getTime() - session.begunAt > most
    },
    end: (session) => void open.delete(session.key),
    all: () => [...open.values()]
  }
}

/** Tells a session without opening it. */
export function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
