import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { PAPER, scanOf } from '#tests/support/scan-sheet.ts'
import { servedApp } from '#tests/support/served-app.ts'

/**
 * A clerk's day over the loopback shell, in a process of its own: what it listens on and speaks to is looked at from
 * outside, and by itself in the tables of the system. Prints one line of JSON.
 */
const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const
const LOOPBACK = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/
const NOBODY = /^0+$/
const strangers = new Set<string>()

function look(): void {
  for (const table of TABLES) {
    for (const line of readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)) {
      const [, local = '', remote = '', state = ''] = line.trim().split(/\s+/)
      const [here = '', there = ''] = [local.split(':')[0], remote.split(':')[0]]
      if (!NOBODY.test(there) && !LOOPBACK.test(there)) strangers.add(`${table} to ${remote}`)
      if (state === '0A' && !LOOPBACK.test(here)) strangers.add(`${table} listens on ${local}`)
    }
  }
}

const app = await servedApp({ archive: 'empty', thread: true, screens: import.meta.dirname })
const looking = setInterval(look, 15)
const headers = { 'x-vankho-token': app.token }
const done: string[] = []
const kinds: string[] = []

async function call(name: string, input: unknown): Promise<Record<string, never>> {
  const response = await fetch(`${app.origin}/api/call/${name}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(input)
  })
  const outcome = (await response.json()) as { ok: boolean; value: Record<string, never> }
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  done.push(name)
  return outcome.value
}

async function stage(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(`${app.origin}/api/stage?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: bytes
  })
  return ((await response.json()) as { value: { staged: string } }).value.staged
}

async function ended(started: Record<string, never>): Promise<void> {
  const job = await app.jobDone(String(started.jobId))
  if (job.state !== 'done') throw new Error(JSON.stringify(job.failure))
}

try {
  const letter =
    'HUYỆN ỦY ĐAM RÔNG\n*\nSố 7-CV/HU\nĐam Rông, ngày 05 tháng 3 năm 2021\nV/v mạng xã hội\nXem http://canary.invalid/\n'
  const link = plainPdf(
    [[{ font: 'Arial', text: 'http://canary.invalid/' }]],
    '/OpenAction<</S/URI/URI(http://canary.invalid/)>>'
  )
  const staged = [
    await stage('7.txt', new TextEncoder().encode(letter)),
    await stage('8.pdf', new Uint8Array(link)),
    await stage('9.jpg', new Uint8Array(scanOf(PAPER, { dpi: 150 })))
  ]
  await ended(await call('intake.import', { staged }))
  const { jobs } = (await call('job.list', {})) as unknown as { jobs: { id: string; kind: string }[] }
  for (const job of jobs) kinds.push((await app.jobDone(job.id)).kind)
  const filters = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null }
  await call('search.full', { query: 'mạng xã hội', filters, sort: 'relevance', offset: 0, limit: 10 })
  if ((await call('archive.state', {})).canPrintPdf) {
    await call('report.file', {
      report: { name: 'register-out', from: null, to: null, documentId: null },
      format: 'pdf'
    })
  }
  await ended(await call('archive.backup', { folder: join(app.folder, 'usb') }))
  await ended(await call('archive.verify', { depth: 'full' }))
  await fetch(`${app.origin}/`)
} finally {
  clearInterval(looking)
  look()
  await app.close()
}
writeFileSync(1, `${JSON.stringify({ done, kinds, strangers: [...strangers] })}\n`)
