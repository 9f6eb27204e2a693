import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GUARDS, without } from '../../tools/guards/guards.ts'

/**
 * Reliability.md S16. That a test fails without each guard is seen by `npm run guards`, which takes long; here, that the
 * list still fits the sources: a guard that was moved or reworded is looked for again.
 */
const ROOT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

describe('the list of guards', () => {
  it('is of over a hundred, each with a name of its own', () => {
    expect(GUARDS.length).toBeGreaterThanOrEqual(130)
    expect(new Set(GUARDS.map(({ name }) => name)).size).toBe(GUARDS.length)
  })

  it('fits the sources: each guard stands exactly once, and its file is sound without it', () => {
    const wrong = GUARDS.flatMap((guard) => {
      const text = without(guard, read(guard.file))
      if (text === null) return [`${guard.name}: not once in ${guard.file}`]
      try {
        stripTypeScriptTypes(text)
        return []
      } catch (error) {
        return [`${guard.name}: ${String(error)}`]
      }
    })
    expect(wrong).toEqual([])
  })

  it('names tests that are there', () => {
    const named = [...new Set(GUARDS.flatMap(({ tests }) => tests))]
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('tells a guard that is not there, and one that stands twice', () => {
    const guard = { name: 'x', file: 'x', find: 'if (a) throw b', put: '', tests: [] }
    expect(without(guard, 'x')).toBeNull()
    expect(without(guard, 'if (a) throw b; if (a) throw b')).toBeNull()
    expect(without(guard, 'one; if (a) throw b; two')).toBe('one; ; two')
  })
})
