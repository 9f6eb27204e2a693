import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOperationName } from '#contract/dispatch.ts'
import { FAILURE_CODES } from '#contract/failures.ts'
import { operations } from '#contract/operations.ts'
import { type Door, openDoors } from './doors.ts'
import { createPlain } from './plain.ts'
import { liveThrough, type Said, SECRET_WORDS } from './story.ts'

/** The same cases over direct dispatch, HTTP and the IPC host give equal answers (design §2). */
let doors: readonly Door[] = []
const said = new Map<string, readonly Said[]>()

beforeAll(async () => {
  doors = await openDoors()
  await Promise.all(doors.map(async (door) => said.set(door.name, await liveThrough(door))))
}, 400_000)
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()))
})

function plainOf(door: Door): readonly unknown[] {
  const plain = createPlain(door.folder)
  return (said.get(door.name) ?? []).map(({ operation, which, outcome }) => ({
    operation,
    which,
    outcome: plain(outcome)
  }))
}

describe('one contract, three ways', () => {
  it.each(['http', 'ipc'])('%s answers every case as direct dispatch does', (name) => {
    const [direct, other] = ['direct', name].map((one) => doors.find((door) => door.name === one))
    if (!direct || !other) throw new Error('no such door')
    const expected = plainOf(direct)
    const found = plainOf(other)
    for (const [index, one] of expected.entries()) expect(found[index], JSON.stringify(one).slice(0, 120)).toEqual(one)
    expect(found).toHaveLength(expected.length)
  })

  it('covers every operation, each with an answer that is ok', () => {
    const ok = new Set((said.get('direct') ?? []).filter(({ outcome }) => outcome.ok).map(({ operation }) => operation))
    expect(Object.keys(operations).filter((name) => !ok.has(name))).toEqual([])
  })

  it('gives what the contract says it gives', () => {
    for (const { operation, which, outcome } of said.get('direct') ?? []) {
      if (!isOperationName(operation)) continue
      if (!outcome.ok) {
        expect(FAILURE_CODES, `${operation}, ${which}`).toContain(outcome.code)
        expect(outcome.code, `${operation}, ${which}: ${JSON.stringify(outcome.detail)}`).not.toBe('internal')
        continue
      }
      const checked = operations[operation].output.safeParse(outcome.value)
      expect(checked.error?.issues, `${operation}, ${which}`).toBeUndefined()
    }
  })

  it('tells what stands in the secret book in its own answers alone', () => {
    for (const [door, list] of said) {
      const own = JSON.stringify(list.filter(({ operation }) => operation.startsWith('secret.')))
      for (const word of SECRET_WORDS) expect(own, door).toContain(word)
      for (const { operation, which, outcome } of list) {
        if (operation.startsWith('secret.')) continue
        const answer = JSON.stringify(outcome)
        for (const word of SECRET_WORDS) expect(answer, `${door}: ${operation}, ${which}`).not.toContain(word)
      }
    }
  })

  it('lets no path, stack or SQL out in a failure', () => {
    for (const list of said.values()) {
      for (const { operation, outcome } of list) {
        if (outcome.ok) continue
        expect(JSON.stringify(outcome), operation).not.toMatch(/\/tmp\/|node_modules|\.ts:|SELECT |SQLITE_|at \w+ \(/)
      }
    }
  })
})
