import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierHandlers } from '#archive/handlers/dossiers.ts'
import { EXIT } from '#cli/exit-codes.ts'
import type { DocumentId } from '#contract/ids.ts'
import { bagFaults } from '#tests/support/check-bag.ts'
import { CLERK, fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
afterAll(() => place.clean())

/** A closed archive with a dossier of one paper. */
async function office(): Promise<string> {
  const { archive, folder } = await tempArchive()
  const id = await fileText(archive, 'cv.txt', 'Số 221-CV/HU\nMột', {
    number: '221',
    symbol: 'CV/HU',
    issuedOn: '2021-08-12',
    issuer: 'Huyện ủy Đam Rông',
    subject: 'Tăng cường quản lý'
  })
  const fields = {
    title: 'T',
    heading: null,
    years: 5,
    keeper: null,
    openedOn: '2021-01-01',
    paperLocation: null,
    note: null
  }
  const dossier = { id: null, code: '01-VP', rule: null, ...fields }
  const saved = await dossierHandlers['dossier.save'](archive, { dossier }, CLERK)
  await dossierHandlers['dossier.add'](archive, { id: saved.dossier.id, documentIds: [id as DocumentId] }, CLERK)
  await archive.close()
  return folder
}

describe('vankho export, hand-over and edxml', () => {
  beforeAll(() => expect(place.run('--version').code).toBe(EXIT.ok))

  it('take an archive out and back', { timeout: 60_000 }, async () => {
    const archive = await office()
    const out = join(place.folder, 'xuat')
    const made = place.run('export', '--out', out, '--archive', archive, '--json')
    expect(made.code, made.err).toBe(EXIT.ok)
    expect(made.lines[0]).toMatchObject({ folder: out, documents: 1, originals: 1, missing: 0, lost: [] })
    expect(place.run('export', '--out', out, '--archive', archive).code).toBe(EXIT.error)
    const back = place.run('export', '--restore', out, '--to', join(place.folder, 'lai'), '--json')
    expect(back.lines[0]).toMatchObject({ equal: true, missing: 0 })
    expect(place.run('show', '221-CV/HU', '--archive', join(place.folder, 'lai')).out).toContain('Tăng cường quản lý')
    expect(place.run('export', '--restore', out).code).toBe(EXIT.usage)
  })

  it('pack a dossier by its code', { timeout: 60_000 }, async () => {
    const archive = await office()
    const out = join(place.folder, 'goi')
    expect(place.run('hand-over', '99', '--out', out, '--archive', archive).code).toBe(EXIT.usage)
    const packed = place.run('hand-over', '01 vp', '--out', out, '--archive', archive, '--json')
    expect(packed.code, packed.err).toBe(EXIT.ok)
    expect(packed.lines[0]).toMatchObject({ dossiers: 1, documents: 1, open: ['01-VP'] })
    expect(bagFaults(out)).toEqual([])
    expect(place.run('hand-over', '--fonds', '--out', `${out}2`, '--archive', archive).code).toBe(EXIT.error)
    expect(existsSync(`${out}2`)).toBe(false)
  })

  it('write a document as edXML, show it, and take it in', { timeout: 60_000 }, async () => {
    const archive = await office()
    const file = join(place.folder, 'cv.edxml')
    expect(place.run('edxml', '--write', '221-CV/HU', '--out', file, '--archive', archive).code).toBe(EXIT.ok)
    expect(readFileSync(file, 'utf8')).toContain('<edXML:CodeNotation>CV/HU</edXML:CodeNotation>')
    const shown = place.run('edxml', file, '--json')
    expect(shown.lines[0]).toMatchObject({
      reference: '221-CV/HU',
      issuedOn: '2021-08-12',
      attachments: [{ name: 'cv.txt' }]
    })
    expect(place.run('edxml', join(archive, 'archive.json'), '--json').code).toBe(EXIT.partly)
    const other = join(place.folder, 'lai')
    const taken = place.run('import', file, '--archive', other, '--json')
    expect(taken.lines[0]).toMatchObject({ file, status: 'duplicate' })
  })
})
