import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { fileText, OFFICE } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
afterAll(() => place.clean())
const at = (name: string): string => join(place.folder, name)

it('makes a sealed copy, opens it by password or printed key, backs it up and restores it', async () => {
  const archive = await createArchive(at('kho'), OFFICE, { encryption: null })
  await fileText(archive, 'a.txt', 'Số 1-CV/HU\nVề vkcuriousword.\n', { subject: 'Về một việc' })
  await archive.close()
  writeFileSync(at('mk.txt'), 'mật khẩu của cơ quan\r\n')
  writeFileSync(at('sai.txt'), 'mật khẩu sai\n')

  const options = ['--new-password-file', at('mk.txt'), '--recovery-key-out', at('khoa.txt')]
  const made = place.run('encrypt', '--archive', at('kho'), '--to', at('moi'), ...options, '--json')
  expect(made.code, made.err).toBe(0)
  expect(made.lines).toMatchObject([{ folder: at('moi'), recoveryKey: null, documents: 1, originals: 1, missing: 0 }])
  expect(readFileSync(at('khoa.txt'), 'utf8')).toMatch(/^(?:[A-Z0-9]{6}-){5}[A-Z0-9]{6}\n$/)

  const search = ['search', 'vkcuriousword', '--archive', at('moi')]
  const locked = place.run(...search)
  expect([locked.code, locked.out]).toEqual([1, ''])
  expect(locked.err).toContain('--password-file')
  expect(place.run(...search, '--password-file', at('sai.txt')).err).toContain('Mật khẩu không mở được')
  expect(place.run(...search, '--password-file', at('mk.txt'), '--json').out).toContain('1-CV/HU')
  expect(place.run(...search, '--recovery-key-file', at('khoa.txt'), '--json').out).toContain('1-CV/HU')

  const backup = place.run(
    'backup',
    '--archive',
    at('moi'),
    '--out',
    at('usb'),
    '--password-file',
    at('mk.txt'),
    '--json'
  )
  expect(backup.code, backup.err).toBe(0)
  const from = String(backup.lines[0]?.folder)
  rmSync(at('moi'), { recursive: true })
  expect(place.run('restore', from, '--to', at('lai')).err).toContain('mật khẩu hoặc khóa khôi phục')
  const restored = place.run('restore', from, '--to', at('lai'), '--recovery-key-file', at('khoa.txt'))
  expect(restored.code, restored.err).toBe(0)
  const again = place.run('verify', '--deep', '--archive', at('lai'), '--password-file', at('mk.txt'))
  expect(again.code, again.out + again.err).toBe(0)
}, 180_000)
