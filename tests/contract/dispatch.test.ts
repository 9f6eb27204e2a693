import { describe, expect, it } from 'vitest'
import { dispatch, type Engine } from '#contract/dispatch.ts'
import { OperationError } from '#contract/failures.ts'
import { operations } from '#contract/operations.ts'
import { CLERK } from '#tests/support/temp-archive.ts'

/** The one door of the contract: what it lets through, and what it says of what goes wrong. */
const reached: string[] = []
const engineWith = (answer: () => unknown): Engine =>
  Object.fromEntries(
    Object.keys(operations).map((name) => [
      name,
      () => {
        reached.push(name)
        return answer()
      }
    ])
  ) as unknown as Engine

const ask = (name: string, input: unknown, answer: () => unknown = () => ({}), log?: (error: unknown) => void) =>
  dispatch(engineWith(answer), name, input, CLERK, log)

describe('dispatch', () => {
  it('knows the names of operations and none that every object has', async () => {
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf', '']) {
      expect(await ask(name, {}), name).toEqual({ ok: false, code: 'unknown-operation', detail: {} })
    }
    expect((await ask('overview', {})).ok).toBe(true)
  })

  it('lets nothing through that does not fit, and names the field', async () => {
    reached.length = 0
    expect(await ask('document.get', { id: '../../etc/passwd' })).toEqual({
      ok: false,
      code: 'bad-input',
      detail: { field: 'id', problem: 'invalid_format' }
    })
    expect(reached).toEqual([])
  })

  it('is shut to whoever may not, before anything is looked at', async () => {
    reached.length = 0
    const as = (role: 'staff' | 'leader' | 'nobody', name: string) =>
      dispatch(
        engineWith(() => ({})),
        name,
        {},
        { name: 'x', role, shell: 'direct' } as never
      )
    expect(await as('staff', 'document.file')).toEqual({ ok: false, code: 'not-allowed', detail: {} })
    expect(await as('leader', 'account.create')).toMatchObject({ code: 'not-allowed' })
    expect(await as('nobody', 'search.full')).toMatchObject({ code: 'sign-in-needed' })
    expect(reached).toEqual([])
  })

  it('tells a failure by its code, and of any other error nothing', async () => {
    const known = await ask('overview', {}, () => {
      throw new OperationError('not-found', { id: 'x' })
    })
    expect(known).toEqual({ ok: false, code: 'not-found', detail: { id: 'x' } })
    const logged: unknown[] = []
    const secret = new Error('SELECT * FROM /home/kho')
    const unknown = await ask(
      'overview',
      {},
      () => {
        throw secret
      },
      (error) => logged.push(error)
    )
    expect(unknown).toEqual({ ok: false, code: 'internal', detail: {} })
    expect(logged).toEqual([secret])
  })
})
