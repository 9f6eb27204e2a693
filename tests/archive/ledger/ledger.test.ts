import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Ledger, openLedger } from '#archive/ledger/ledger.ts'
import { checkLine, GENESIS, writeLine } from '#archive/ledger/ledger-line.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

const WITHDRAWN = (documentId: string) =>
  ({ kind: 'document-withdrawn', data: { documentId, reason: 'có "ngoặc" \n và \\' } }) as const

/** Appends one commit of so many lines. */
function append(ledger: Ledger, count: number): void {
  let { seq, hash: prev } = ledger.head()
  const lines = Array.from({ length: count }, (_, index) => {
    seq++
    const stamp = { seq, at: '2026-11-24T01:02:03.000Z', actor: 'Văn thư "A"', more: count - 1 - index, prev }
    const made = writeLine(WITHDRAWN(`d_${seq}`), stamp)
    prev = made.event.hash
    return made
  })
  ledger.append(lines)
}

function filled(commits: readonly number[], segmentBytes?: number): string {
  const folder = join(tempFolder(), 'ledger')
  const ledger = openLedger(folder, segmentBytes === undefined ? {} : { segmentBytes })
  for (const count of commits) append(ledger, count)
  ledger.close()
  return folder
}

const last = (folder: string): string => join(folder, readdirSync(folder).sort().at(-1) ?? '')

describe('a line', () => {
  test('bears the SHA-256 of its own letters without the hash', () => {
    const { line, event } = writeLine(WITHDRAWN('d_1'), { seq: 1, at: 't', actor: 'a', more: 0, prev: GENESIS })
    const covered = `${line.slice(0, line.lastIndexOf(',"hash"'))}}`
    expect(createHash('sha256').update(covered).digest('hex')).toBe(event.hash)
    expect(checkLine(Buffer.from(line))).toMatchObject({ seq: 1, kind: 'document-withdrawn', more: 0, prev: GENESIS })
  })

  test('is not accepted with any one letter changed', () => {
    const { line } = writeLine(WITHDRAWN('d_1'), { seq: 1, at: 't', actor: 'a', more: 2, prev: GENESIS })
    const bytes = Buffer.from(line)
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(checkLine(changed), `letter ${at}`).toBeNull()
    }
  })
})

describe('the ledger', () => {
  test('gives its events back in order and begins new files without breaking the chain', () => {
    const folder = filled([1, 2, 1, 3, 1], 900)
    expect(readdirSync(folder).length).toBeGreaterThan(2)
    const ledger = openLedger(folder)
    expect(ledger).toMatchObject({ damage: null, torn: null })
    expect(ledger.head().seq).toBe(8)
    expect([...ledger.read()].map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect([...ledger.read(3, 5)].map((event) => event.seq)).toEqual([3, 4, 5])
    expect([...ledger.readBack(4)].map((line) => line.seq)).toEqual([3, 2, 1])
    expect(ledger.hashOf(8)).toBe(ledger.head().hash)
    expect([...ledger.read(2, 2)][0]).toMatchObject({ actor: 'Văn thư "A"', data: { reason: 'có "ngoặc" \n và \\' } })
  })

  test('an unfinished last line is torn: kept aside, cut, and the next line follows the good ones', () => {
    const folder = filled([1, 1])
    const whole = readFileSync(last(folder))
    appendFileSync(last(folder), '{"seq":3,"at":"2026')
    const aside = join(tempFolder(), 'aside')
    const ledger = openLedger(folder)
    expect(ledger.torn).toMatchObject({ seq: 3, bytes: 19 })
    expect(ledger.head().seq).toBe(2)
    expect(() => append(ledger, 1)).toThrow()
    ledger.cutTorn(aside, 'now')
    expect(readFileSync(last(folder))).toEqual(whole)
    expect(readFileSync(join(aside, readdirSync(aside)[0] ?? ''), 'utf8')).toBe('{"seq":3,"at":"2026')
    append(ledger, 1)
    ledger.close()
    expect(openLedger(folder)).toMatchObject({ damage: null, torn: null })
  })

  test('a commit of which not all lines arrived goes as a whole', () => {
    const folder = filled([2, 3])
    const text = readFileSync(last(folder), 'utf8')
    const lines = text.split('\n')
    writeFileSync(last(folder), `${lines.slice(0, 4).join('\n')}\n`)
    const ledger = openLedger(folder)
    expect(ledger.torn).toMatchObject({ seq: 3, from: Buffer.byteLength(`${lines.slice(0, 2).join('\n')}\n`) })
    expect(ledger.head().seq).toBe(2)
    expect([...ledger.read()].map((event) => event.seq)).toEqual([1, 2])
  })

  test.each([
    ['a line taken out', (lines: string[]) => lines.toSpliced(2, 1), 'ledger-chain', 3],
    [
      'two lines exchanged',
      (lines: string[]) => lines.toSpliced(1, 2, lines[2] ?? '', lines[1] ?? ''),
      'ledger-chain',
      2
    ],
    ['a line twice', (lines: string[]) => lines.toSpliced(2, 0, lines[1] ?? ''), 'ledger-chain', 3],
    ['a line edited', (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('d_2', 'd_9')), 'ledger-line', 2]
  ])('%s is named by its place', (_what, change, code, seq) => {
    const folder = filled([1, 1, 1, 1, 1])
    const lines = readFileSync(last(folder), 'utf8').trimEnd().split('\n')
    writeFileSync(last(folder), `${change(lines).join('\n')}\n`)
    const ledger = openLedger(folder)
    expect(ledger.damage).toMatchObject({ code, seq })
    expect(() => append(ledger, 1)).toThrow()
  })

  test('a missing file in the middle is damage, not a shorter ledger', () => {
    const folder = filled([1, 1, 1, 1, 1, 1], 400)
    const names = readdirSync(folder).sort()
    expect(names.length).toBeGreaterThan(2)
    writeFileSync(join(folder, names[1] ?? ''), '')
    expect(openLedger(folder).damage).toMatchObject({ code: 'ledger-chain' })
  })

  test('an event of a newer program is named as such', () => {
    const folder = filled([1])
    const made = writeLine(WITHDRAWN('d_1'), {
      seq: 2,
      at: 't',
      actor: 'a',
      more: 0,
      prev: openLedger(folder).head().hash
    })
    const body = `${made.line.slice(0, made.line.lastIndexOf(',"hash"'))}}`.replace('"v":1', '"v":99')
    const hash = createHash('sha256').update(body).digest('hex')
    appendFileSync(last(folder), `${body.slice(0, -1)},"hash":"${hash}"}\n`)
    expect(openLedger(folder).damage).toMatchObject({ code: 'ledger-newer', seq: 2 })
  })

  test('a cut inside the last line leaves the others', () => {
    const folder = filled([1, 1, 1])
    truncateSync(last(folder), readFileSync(last(folder)).length - 10)
    expect(openLedger(folder)).toMatchObject({ damage: null, torn: { seq: 3 } })
    expect(existsSync(last(folder))).toBe(true)
  })
})
