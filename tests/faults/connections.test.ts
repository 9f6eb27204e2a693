import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * R18: every connection of every thread is made by `openDatabase`, which says synchronous=FULL, foreign keys and the other
 * pragmas and asks them back. The lock's own database holds nothing.
 */
const MAY_OPEN = new Set(['store/db/connection.ts', 'store/db/engines.ts', 'lock.ts'])
const ROOT = new URL('../../src/archive/', import.meta.url).pathname

test('no connection is made past the one place that asks its pragmas back', () => {
  const openers = readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const values = /^import (?!type)[^;]*? from 'better-sqlite3(?:-multiple-ciphers)?'/m.test(text)
      return values || /\bopenEngine\(|require\('better-sqlite3/.test(text)
    })
  expect(openers.filter((path) => !MAY_OPEN.has(path))).toEqual([])
  expect(openers.sort()).toEqual([...MAY_OPEN].sort())
})

test('nothing leaves a commit to the system: no other synchronous is ever asked for', () => {
  const asked = readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(ROOT, path), 'utf8').matchAll(/pragma\(\s*[`'"](synchronous\s*=\s*\w+)/g)].map(
        (match) => `${path}: ${match[1]}`
      )
    )
  expect(asked).toEqual(['store/db/connection.ts: synchronous = FULL'])
})
