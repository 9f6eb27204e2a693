import { expect, onTestFinished, test } from 'vitest'
import { createEngine } from '#archive/engine.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { OFFICE, tempFolder } from '#tests/support/temp-archive.ts'
import { request } from './search-support.ts'

const CALLER: Caller = { name: 'Văn thư', role: 'clerk', shell: 'direct' }
const SHELL = { shell: 'direct', version: '0', printer: null } as const

test('a keystroke that comes after a whole answer was asked for is answered before it', async () => {
  const engine = createEngine({ ...SHELL, settingsFolder: tempFolder(), resourcesFolder: tempFolder() })
  onTestFinished(() => engine.close())
  await engine.call('archive.create', { folder: `${tempFolder()}/kho`, office: OFFICE }, CALLER)
  const answered: string[] = []
  await Promise.all(
    (['search.full', 'search.fast', 'search.fast'] as const).map(async (name) => {
      const outcome = await engine.call(name, request('rừng'), CALLER)
      expect(outcome).toMatchObject({ ok: true })
      answered.push(name)
    })
  )
  expect(answered).toEqual(['search.fast', 'search.fast', 'search.full'])
})
