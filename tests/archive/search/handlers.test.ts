import { expect, onTestFinished, test } from 'vitest'
import { createEngine } from '#archive/engine.ts'
import type { Asker } from '#contract/operations/operation.ts'
import { OFFICE, tempFolder } from '#tests/support/temp-archive.ts'
import { request } from './search-support.ts'

const ASKER: Asker = { name: 'Văn thư', shell: 'direct' }
const SHELL = { shell: 'direct', version: '0', printer: null } as const

test('a keystroke that comes after a whole answer was asked for is answered before it', async () => {
  const engine = createEngine({ ...SHELL, settingsFolder: tempFolder(), resourcesFolder: tempFolder() })
  onTestFinished(() => engine.close())
  const made = await engine.call('archive.create', { folder: `${tempFolder()}/kho`, office: OFFICE }, ASKER)
  expect(made).toMatchObject({ ok: true })
  const answered: string[] = []
  await Promise.all(
    (['search.full', 'search.fast', 'search.fast'] as const).map(async (name) => {
      const outcome = await engine.call(name, request('rừng'), ASKER)
      expect(outcome).toMatchObject({ ok: true })
      answered.push(name)
    })
  )
  expect(answered).toEqual(['search.fast', 'search.fast', 'search.full'])
})
