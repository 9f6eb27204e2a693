import { closeSync, existsSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEngine } from '#archive/engine.ts'
import { wipe } from '#archive/intake/staging.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { CLERK, fileForm, formOf, OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** Reliability.md S14: what a clerk types is looked at as what is read, wherever it is typed. */
const SECRETS: readonly Partial<DocumentForm>[] = [
  { subject: 'Báo cáo tình hình (MẬT)' },
  { note: 'TỐI MẬT' },
  { paperLocation: 'tủ 2\nTUYỆT MẬT' }
]
const ORDINARY: Partial<DocumentForm> = { subject: 'về bảo mật thông tin, đảm bảo mật độ dân cư', note: 'bí mật nghề' }

async function engine() {
  const folder = tempFolder()
  const made = createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: join(folder, 'settings'),
    resourcesFolder: resourcesFolder(),
    printer: null
  })
  onTestFinished(() => made.close())
  const call = (name: string, input: unknown) => made.call(name, input, CLERK)
  expect(await call('archive.create', { folder: join(folder, 'archive'), office: OFFICE })).toMatchObject({ ok: true })
  return call
}

describe('a form with a stamp', () => {
  it('is not filed', async () => {
    const { archive } = await tempArchive()
    for (const fields of SECRETS) {
      await expect(fileForm(archive, { number: '1', symbol: 'CV/HU', ...fields })).rejects.toMatchObject({
        code: 'secret-refused'
      })
    }
    expect(archive.ledger.filingsUpTo(99)).toBe(0)
    expect(await fileForm(archive, { number: '1', symbol: 'CV/HU', ...ORDINARY })).toMatch(/^d_/)
  })

  it('is not kept half filled, nor put in by a correction', async () => {
    const call = await engine()
    const form = formOf({ number: '1', symbol: 'CV/HU', subject: 'việc' })
    const filed = await call('document.file', { form, files: [] })
    const id = filed.ok ? (filed.value as { document: { id: string } }).document.id : ''
    for (const fields of SECRETS) {
      const secret = { ok: false, code: 'secret-refused' }
      expect(await call('intake.savePaper', { form: { ...form, ...fields } })).toMatchObject(secret)
      expect(
        await call('intake.saveForm', { id: 'i_00000000000000000000', form: { ...form, ...fields } })
      ).toMatchObject(secret)
      expect(await call('document.file', { form: { ...form, ...fields }, files: [] })).toMatchObject(secret)
      expect(
        await call('document.correct', { id, form: { ...form, ...fields }, reason: 'sửa', revision: 1 })
      ).toMatchObject(secret)
    }
    expect(await call('intake.savePaper', { form: { ...form, ...ORDINARY } })).toMatchObject({ ok: true })
  })
})

describe('a refused paper', () => {
  it('is overwritten before it is let go', async () => {
    const path = join(tempFolder(), 'giay')
    writeFileSync(path, 'TUYỆT MẬT '.repeat(200_000))
    const open = openSync(path, 'r')
    onTestFinished(() => closeSync(open))
    await wipe(path)
    expect(existsSync(path)).toBe(false)
    const left = Buffer.alloc(fstatSync(open).size)
    readSync(open, left, 0, left.length, 0)
    expect(left.length).toBeGreaterThan(1_000_000)
    expect(left.every((byte) => byte === 0)).toBe(true)
  })
})
