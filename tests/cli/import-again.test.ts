import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const FILES = 120

/** Runs the import and kills it without warning once so many documents are in the ledger. */
async function killedImport(folder: string, papers: string, settings: string, documents: number): Promise<void> {
  const child = spawn(process.execPath, [MAIN, 'import', papers, '--json', '--archive', folder], {
    env: { ...process.env, VANKHO_SETTINGS: settings },
    stdio: 'ignore'
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const ledger = join(folder, 'ledger', '000001.jsonl')
  const filed = () => readFileSync(ledger, 'utf8').split('"kind":"document-filed"').length - 1
  while (child.exitCode === null && filed() < documents) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await gone
}

test('an import killed twice and done again files everything, and nothing twice', async () => {
  const place = commandPlace()
  onTestFinished(() => place.clean())
  const folder = join(place.folder, 'kho')
  const papers = join(place.folder, 'giay-to')
  const settings = join(place.folder, 'settings')
  await (await createArchive(folder, OFFICE)).close()
  mkdirSync(papers)
  for (let n = 1; n <= FILES; n++) {
    const text = `HUYỆN ỦY ĐAM RÔNG\n*\nSố ${n}-CV/HU\nĐam Rông, ngày 05 tháng 3 năm 2021\nV/v việc thứ ${n}\n`
    writeFileSync(join(papers, `${n}.txt`), text)
  }
  await killedImport(folder, papers, settings, 20)
  await killedImport(folder, papers, settings, 60)
  const summary = join(place.folder, 'ket-qua.csv')
  const last = place.run('import', papers, '--json', '--summary', summary, '--archive', folder)
  expect(last.lines).toHaveLength(FILES)
  const status = (one: string) => last.lines.filter((line) => line.status === one).length
  expect(status('duplicate')).toBeGreaterThanOrEqual(60)
  expect(status('duplicate') + status('filed')).toBe(FILES)
  expect(readFileSync(summary, 'utf8').split('\r\n')).toHaveLength(FILES + 2)

  const archive = await openArchive(folder)
  try {
    const counts = archive.db.prepare(
      'SELECT count(*) AS documents, count(DISTINCT reference) AS numbers FROM document'
    )
    expect(counts.get()).toEqual({ documents: FILES, numbers: FILES })
    expect(readdirSync(join(folder, 'staging')).filter((name) => name.startsWith('i_'))).toEqual([])
  } finally {
    await archive.close()
  }

  // Killed between a commit and the tidying up after it: the item is still there, its bytes are filed.
  const left = join(folder, 'staging', 'i_0000000000leftitem000')
  mkdirSync(left)
  const bytes = readFileSync(join(papers, '1.txt'))
  writeFileSync(join(left, 'file'), bytes)
  writeFileSync(join(left, 'item.json'), JSON.stringify(leftItem(bytes)))
  // Killed while it was taken over: a folder that is no item yet.
  const half = join(folder, 'staging', 'i_0000000000halfitem000')
  mkdirSync(half)
  writeFileSync(join(half, 'file'), bytes)
  place.run('import', papers, '--json', '--archive', folder)
  expect(readdirSync(join(folder, 'staging')).filter((name) => name.startsWith('i_'))).toEqual([])
}, 120_000)

function leftItem(bytes: Buffer): Record<string, unknown> {
  return {
    id: 'i_0000000000leftitem000',
    name: '1.txt',
    receivedAt: '2026-01-01T00:00:00.000Z',
    how: 'import',
    state: 'read',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: 'text/plain',
    pages: 1,
    textKind: 'born-digital',
    problem: null,
    reference: null,
    subject: null,
    doubts: [],
    form: null
  }
}
