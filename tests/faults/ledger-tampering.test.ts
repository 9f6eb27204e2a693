import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findMark, headMark } from '#archive/ledger/find-mark.ts'
import { openLedger } from '#archive/ledger/ledger.ts'
import { GENESIS, parseLine, writeLine } from '#archive/ledger/ledger-line.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { plainLedger, storedLines } from '#tests/support/encrypted.ts'
import { fileForm, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

/** Reliability.md S13: somebody with an editor, or with this very program's own rules, writes the ledger anew. */
const CASES = Number(process.env.VANKHO_TAMPERINGS ?? 1000)
const SEED = Number(process.env.VAN_KHO_SEED ?? 1313)
const FILED = 30
const LATER = 8

async function ledgerOf() {
  const temp = await tempArchive()
  const file = async (n: number) =>
    void (await fileForm(temp.archive, { number: `${n}`, symbol: 'CV/HU', subject: `việc thứ ${n}` }))
  for (let n = 1; n <= FILED; n++) await file(n)
  // Printed at the foot of a register, and written into a backup, at this line.
  const printed = headMark(temp.archive)
  const backedUp = temp.archive.ledger.head()
  for (let n = 1; n <= LATER; n++) await file(FILED + n)
  return { temp, printed, backedUp: { ...backedUp }, lines: plainLedger(temp.folder).trimEnd().split('\n') }
}

type Tampering = Readonly<{
  name: string
  silent: boolean
  make(lines: readonly string[], at: number, random: () => number): string[]
}>

/** The line with another word in it; its own hash made to fit, or not. */
function edited(line: string, prev: string | null): string {
  const {
    seq,
    at,
    actor,
    kind,
    data,
    more = 0,
    prev: before
  } = JSON.parse(line) as Record<string, never> & { more?: number }
  const changed = JSON.parse(JSON.stringify(data).replace('việc', 'chuyện').replace('"Cil Dim"', '"Ai Đó"')) as never
  return writeLine(
    { kind, data: changed } as never,
    { seq, at, actor: `${String(actor)}.`, more, prev: prev ?? before } as never
  ).line
}

/** Every line from here on written anew, so that the chain is whole again. */
function chained(lines: readonly string[], from: number): string[] {
  const made = lines.slice(0, from)
  let prev = from === 0 ? GENESIS : String((JSON.parse(lines[from - 1] ?? '') as { hash: string }).hash)
  for (const [index, line] of lines.slice(from).entries()) {
    const { at, actor, kind, data, more = 0 } = JSON.parse(line) as Record<string, never> & { more?: number }
    const next = writeLine({ kind, data } as never, { seq: from + index + 1, at, actor, more, prev } as never).line
    made.push(next)
    prev = parseLine(next).hash
  }
  return made
}

const KINDS: readonly Tampering[] = [
  {
    name: 'a letter changed',
    silent: false,
    make: (lines, at) => lines.map((line, index) => (index === at ? line.replace('"at":"2', '"at":"3') : line))
  },
  {
    name: 'a line changed, its hash made to fit',
    silent: false,
    make: (lines, at) => lines.map((line, index) => (index === at ? edited(line, null) : line))
  },
  { name: 'a line taken out', silent: false, make: (lines, at) => lines.filter((_, index) => index !== at) },
  { name: 'a line put in', silent: false, make: (lines, at) => lines.toSpliced(at, 0, lines[at - 1] ?? '') },
  {
    name: 'two lines changed over',
    silent: false,
    make: (lines, at, random) => {
      const other = (at + 1 + Math.floor(random() * (FILED - 2))) % FILED
      return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '')
    }
  },
  { name: 'the tail cut off', silent: true, make: (lines, at) => lines.slice(0, Math.max(1, at)) },
  {
    name: 'changed and chained anew from there',
    silent: true,
    make: (lines, at) => chained(lines.with(at, edited(lines[at] ?? '', null)), at)
  },
  {
    name: 'taken out and chained anew from there',
    silent: true,
    make: (lines, at) => chained(lines.toSpliced(at, 1), at)
  },
  {
    name: 'put in and chained anew from there',
    silent: true,
    make: (lines, at) => chained(lines.toSpliced(at, 0, lines[at - 1] ?? ''), at)
  },
  {
    name: 'chained anew from the first line',
    silent: true,
    make: (lines, at) => chained(lines.with(at, edited(lines[at] ?? '', null)), 0)
  }
]

describe('a ledger written anew', () => {
  it(`${CASES} times: the printed mark and the backup's head notice each, the chain alone not all`, {
    timeout: 600_000
  }, async () => {
    const { printed, backedUp, lines } = await ledgerOf()
    const folder = join(tempFolder(), 'ledger')
    const counts = { printed: 0, backup: 0, chain: 0, 'unseen by the chain': 0 }
    const missed: string[] = []
    for (let index = 0; index < CASES; index++) {
      const kind = KINDS[index % KINDS.length]
      if (!kind) throw new Error('no kind')
      const random = seeded(SEED + Math.imul(index, 0x9e3779b1))
      // Anywhere up to the line that was printed.
      const at = 1 + Math.floor(random() * (printed.line - 1))
      const made = kind.make(lines, at, random)
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      writeFileSync(join(folder, '000001.jsonl'), `${made.join('\n')}\n`)
      const ledger = openLedger(folder)
      const chain = ledger.damage !== null || ledger.torn !== null
      const byMark = findMark({ ledger }, printed.mark).found === null
      const byBackup = ledger.hashOf(backedUp.seq) !== backedUp.hash
      ledger.close()
      if (byMark) counts.printed++
      if (byBackup) counts.backup++
      if (chain) counts.chain++
      else counts['unseen by the chain']++
      if (!byMark || !byBackup) missed.push(`${kind.name} at ${at} (case ${index})`)
      // What is written by the program's own rules is a sound ledger: without a witness nobody can tell.
      if (chain === kind.silent) missed.push(`${kind.name} at ${at}: the chain says ${chain}`)
    }
    report('ledger tamperings', CASES, { ...counts, seed: SEED })
    expect(missed).toEqual([])
  })

  it('is found by the mark of a sheet while nothing was changed, with what came after', async () => {
    const { temp, printed } = await ledgerOf()
    const { archive } = temp
    const typed = ` ${printed.mark.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(findMark(archive, typed)).toEqual({
      mark: printed.mark,
      found: { line: printed.line, at: printed.at, newer: LATER }
    })
    expect(findMark(archive, '0000-0000-0000-0000').found).toBeNull()
    expect(findMark(archive, 'ABCD-EFGH')).toEqual({ mark: null, found: null })
    const reopened = await temp.reopen()
    expect(findMark(reopened, printed.mark).found?.line).toBe(printed.line)
  })

  it('under an open archive is noticed by the check, which reads it again from the disk', async () => {
    const { temp, lines } = await ledgerOf()
    const path = join(temp.folder, 'ledger', '000001.jsonl')
    expect((await verifyNow(temp.archive, 'quick')).findings).toEqual([])
    writeFileSync(path, storedLines(temp.folder, chained(lines.with(5, edited(lines[5] ?? '', null)), 5)))
    expect((await verifyNow(temp.archive, 'quick')).findings.map(({ code }) => code)).toEqual(['ledger-differs'])
    writeFileSync(path, storedLines(temp.folder, lines.slice(0, 12)))
    expect((await verifyNow(temp.archive, 'quick')).findings.map(({ code }) => code)).toContain('database-ahead')
  })
})
