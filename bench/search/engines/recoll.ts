import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bytesOf } from '../bytes-of.ts'
import { type Builder, fieldsOf, foldedTerms, type Opener, SHOWN } from '../search-engine.ts'

const PYTHON = '/usr/bin/python3'

/** A line in, a number of answers out, so that starting a process is not measured with each query. */
const ASK = `
import sys
from recoll import recoll
db = recoll.connect(confdir=sys.argv[1])
for line in sys.stdin:
    query = db.query()
    query.execute(line.strip())
    print(len(query.fetchmany(${SHOWN})), flush=True)
`

/** Why Recoll cannot be measured on this machine, or null. */
export function recollMissing(): string | null {
  if (spawnSync('recollindex', ['-h']).error) return 'recollindex is not installed'
  if (spawnSync(PYTHON, ['-c', 'from recoll import recoll']).status !== 0)
    return "Recoll's Python module is not installed"
  return null
}

/** Recoll reads files: a page each with number, subject and parties in its head, đ folded as ours does. */
export const build: Builder = (folder, papers) => {
  const files = join(folder, 'files')
  const settings = settingsOf(folder)
  mkdirSync(files)
  mkdirSync(settings)
  writeFileSync(
    join(settings, 'recoll.conf'),
    `topdirs = ${files}\nunac_except_trans = đd Đd\nindexstemminglanguages =\naspellLanguage = vi\nnoaspell = 1\nloglevel = 2\nidxlogfilename = ${logOf(folder)}\n`
  )
  let n = 0
  for (const paper of papers) {
    const { number, subject, parties, body } = fieldsOf(paper)
    const folderOf = join(files, String(Math.floor(n / 1000)))
    if (n % 1000 === 0) mkdirSync(folderOf)
    const head = `<meta charset="utf-8"><title>${number} ${subject}</title><meta name="author" content="${parties}">`
    writeFileSync(join(folderOf, `${++n}.html`), `<html><head>${head}</head><body>${body}</body></html>`)
  }
  const { status } = spawnSync('recollindex', ['-c', settings], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`recollindex failed: ${readFileSync(logOf(folder), 'utf8').slice(-500)}`)
}

export function indexBytes(folder: string): number {
  return bytesOf(settingsOf(folder))
}

export const open: Opener = (folder) => {
  const child = spawn(PYTHON, ['-c', ASK, settingsOf(folder)], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    async ask(query) {
      child.stdin.write(`${expressionOf(query)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error('Recoll ended')
      return Number(value)
    },
    close: () => child.stdin.end()
  }
}

/** Its own language: words are AND, a star for what is typed so far, quotes as they are. */
function expressionOf(query: string): string {
  const terms = foldedTerms(query)
  if (query.startsWith('"')) return `"${terms.join(' ')}"`
  return terms.map((term, index) => (index === terms.length - 1 ? `${term}*` : term)).join(' ')
}

/** Not beside the index, whose size is told. */
function logOf(folder: string): string {
  return join(folder, 'recollindex.log')
}

function settingsOf(folder: string): string {
  return join(folder, 'settings')
}
