import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '#archive/open-archive.ts'
import { fileForm, tempArchive } from '#tests/support/temp-archive.ts'
import { report } from './case-count.ts'

const CHILD = new URL('./children/holder-child.ts', import.meta.url).pathname

function holder(folder: string): { child: ChildProcess; first: Promise<string>; gone: Promise<void> } {
  const child = spawn(process.execPath, [CHILD, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'van-kho-compile-cache') }
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const first = new Promise<string>((resolve) =>
    child.stdout?.once('data', (data: Buffer) => resolve(String(data).trim()))
  )
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()))
  return { child, first, gone }
}

test('the second process is refused and told who holds the archive; the lock dies with its process', async () => {
  const temp = await tempArchive()
  await fileForm(temp.archive, { number: '1' })
  await temp.archive.close()
  const one = holder(temp.folder)
  expect(await one.first).toBe('open ready')
  const refused = await openArchive(temp.folder).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'archive-locked', detail: { shell: 'loopback', pid: one.child.pid } })
  one.child.kill('SIGKILL')
  await one.gone
  const again = await openArchive(temp.folder)
  expect(again.mode).toBe('ready')
  await again.close()
})

test('of processes that open at the same instant exactly one gets it', { timeout: 120_000 }, async () => {
  const temp = await tempArchive()
  await temp.archive.close()
  const RACES = 6
  for (let race = 0; race < RACES; race++) {
    const all = [holder(temp.folder), holder(temp.folder), holder(temp.folder)]
    const said = await Promise.all(all.map((one) => one.first))
    expect(said.filter((line) => line === 'open ready')).toHaveLength(1)
    expect(said.filter((line) => line === 'refused archive-locked')).toHaveLength(2)
    for (const one of all) race % 2 === 0 ? one.child.kill('SIGKILL') : one.child.stdin?.end()
    await Promise.all(all.map((one) => one.gone))
  }
  report('three processes open one archive at once', RACES)
})

test('in one process, too, the second opening is refused', async () => {
  const temp = await tempArchive()
  await expect(openArchive(temp.folder)).rejects.toMatchObject({ code: 'archive-locked' })
  await fileForm(temp.archive, { number: '1' })
})
