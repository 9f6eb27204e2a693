import { writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import { newId } from '#archive/ids.ts'
import { commitFilings, prepareFiling } from '#archive/intake/file-documents.ts'
import { takeOver } from '#archive/intake/intake-items.ts'
import { prefillForm } from '#archive/intake/prefill-form.ts'
import { readItem } from '#archive/intake/read-item.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { openArchive } from '#archive/open-archive.ts'
import { office } from '#archive/store/office.ts'
import { SEALING } from '#tests/support/encrypted.ts'

/** Files two papers in one commit and kills itself before or after the n-th call to the disk. */
const [folder = '', at = '0', when = 'before'] = process.argv.slice(2)
let calls = 0
let armed = false

function dyingAt(name: keyof FileLayer): (...args: never[]) => unknown {
  const run = systemFiles[name] as (...args: never[]) => unknown
  return (...args) => {
    if (!armed) return run(...args)
    const mine = ++calls === Number(at)
    if (mine && when === 'before') process.kill(process.pid, 'SIGKILL')
    const result = run(...args)
    if (mine && !(result instanceof Promise)) process.kill(process.pid, 'SIGKILL')
    return result instanceof Promise && mine ? result.then(() => process.kill(process.pid, 'SIGKILL')) : result
  }
}

const files = Object.fromEntries(
  Object.keys(systemFiles).map((name) => [name, dyingAt(name as keyof FileLayer)])
) as unknown as FileLayer

const archive = await openArchive(folder, { ...SEALING, files })
const caller = { name: 'child', role: 'clerk', shell: 'direct' } as const
const source = join(tmpdir(), `van-kho-step-${process.pid}`)
const prepared = []
for (const name of ['x', 'y']) {
  writeFileSync(source, `Số 7-CV/HU\nvăn bản ${name} ${process.pid}`)
  const stagedId = newId('s')
  const intakeId = newId('i')
  await stageFile(folder, stagedId, `${name}-${process.pid}.txt`, source)
  const [record] = await takeOver(folder, [{ stagedId, intakeId }], new Date().toISOString())
  if (!record) throw new Error('nothing staged')
  const read = await readItem(archive, record, new AbortController().signal)
  if (read.kind !== 'read') throw new Error('not read')
  const form = prefillForm(read.draft, office(archive.db), archive.today(), 1)
  armed = true
  prepared.push(await prepareFiling(archive, { form, files: [{ intakeId, role: 'main' }], reviewed: true }))
}
const filed = commitFilings(archive, prepared, caller)
writeSync(1, `filed ${filed.map((one) => one.documentId).join(' ')}\n`)
armed = false
await archive.close()
writeSync(1, `calls ${calls}\n`)
process.exit(0)
