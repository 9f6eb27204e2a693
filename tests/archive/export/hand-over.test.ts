import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { handOver } from '#archive/export/hand-over.ts'
import { bookHandlers } from '#archive/handlers/books.ts'
import { dossierHandlers } from '#archive/handlers/dossiers.ts'
import { listFonds } from '#archive/store/fonds.ts'
import type { DocumentId, DossierId, FondsId } from '#contract/ids.ts'
import { bagFaults } from '#tests/support/check-bag.ts'
import { quietJob } from '#tests/support/damage.ts'
import { failingFiles } from '#tests/support/failing-files.ts'
import { CLERK, fileForm, fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

async function dossier(archive: OpenedArchive, code: string, documentIds: readonly string[]): Promise<DossierId> {
  const fields = {
    title: `Hồ sơ ${code}`,
    heading: 'I. Tuyên giáo',
    years: null,
    keeper: 'Cil Dim',
    openedOn: '2021-01-01',
    paperLocation: null,
    note: '50% giấy & "bản số"',
    rule: null
  }
  const saved = await dossierHandlers['dossier.save'](archive, { dossier: { id: null, code, ...fields } }, CLERK)
  const id = saved.dossier.id
  if (documentIds.length > 0) {
    await dossierHandlers['dossier.add'](archive, { id, documentIds: documentIds as DocumentId[] }, CLERK)
  }
  return id
}

async function desk() {
  const { archive } = await tempArchive()
  const first = await fileText(archive, '100% bản ký.txt', 'Số 221-CV/HU\nMột', {
    number: '221',
    symbol: 'CV/HU',
    documentType: 'cong-van',
    issuedOn: '2021-08-12',
    issuer: 'Huyện ủy Đam Rông',
    subject: 'Tăng cường <quản lý> & chỉ đạo',
    pageCount: 2
  })
  const second = await fileForm(archive, { number: '145', symbol: 'CV/HU', issuedOn: '2021-05-04', pageCount: 3 })
  const loose = await fileText(archive, 'le.txt', 'Số 9-TB/HU\nHai', {
    number: '9',
    symbol: 'TB/HU',
    issuedOn: '2020-03-01'
  })
  const full = await dossier(archive, 'CON', [first, second])
  return { archive, first, second, loose, full }
}

describe('a hand-over package', () => {
  it('of dossiers is a whole bag with the fields of the archive and its lists', async () => {
    const { archive, full } = await desk()
    const folder = join(tempFolder(), 'goi')
    const job = quietJob()
    expect(await handOver(archive, { kind: 'dossiers', dossierIds: [full, full] }, folder, job)).toBe(folder)
    expect(bagFaults(folder)).toEqual([])
    expect(job.results.map((one) => one.code)).toEqual(['dossier-open', 'handed-over'])
    expect(job.results[1]).toMatchObject({ detail: { dossiers: 1, documents: 2, originals: 1, paperOnly: 1 } })
    const within = readdirSync(join(folder, 'data/ho-so/_CON'))
    expect(within.sort()).toEqual(['002_221-CV-HU', 'muc-luc-van-ban.csv', 'muc-luc-van-ban.docx'])
    expect(readFileSync(join(folder, 'data/ho-so/_CON/002_221-CV-HU/100% bản ký.txt'), 'utf8')).toContain('Một')
    expect(readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8')).toContain('100%25 bản ký.txt')
    const list = readFileSync(join(folder, 'data/ho-so/_CON/muc-luc-van-ban.csv'), 'utf8').trimEnd().split('\r\n')
    expect(list).toHaveLength(3)
    expect(list[1]).toContain('145-CV/HU,04/5/2021')
    expect(list[1]).toContain('1–3,,chỉ có bản giấy')
    expect(list[2]).toContain('4–5')
    const dossiers = readFileSync(join(folder, 'data/muc-luc-ho-so.csv'), 'utf8')
    expect(dossiers).toContain('1,CON,Hồ sơ CON,04/05/2021 – 12/08/2021,Vĩnh viễn,5')
    const xml = readFileSync(join(folder, 'data/du-lieu.xml'), 'utf8')
    expect(xml).toContain('<FileCode>HU.2021.CON</FileCode>')
    expect(xml).toContain('<Subject>Tăng cường &lt;quản lý&gt; &amp; chỉ đạo</Subject>')
    expect(xml).toContain('<Description>50% giấy &amp; &quot;bản số&quot;</Description>')
    expect(xml).toMatch(
      /<Attachment path="data\/ho-so\/_CON\/002_221-CV-HU\/100% bản ký.txt" bytes="\d+" sha256="[0-9a-f]{64}">/
    )
    expect(readFileSync(join(folder, 'bag-info.txt'), 'utf8')).toContain('Source-Organization: Huyện ủy Đam Rông\n')
  })

  it('of a closed fonds holds its dossiers, its loose papers and the minutes', async () => {
    const { archive } = await desk()
    const fondsId = listFonds(archive.db).find((one) => one.own)?.id as FondsId
    const target = join(tempFolder(), 'goi')
    const what = { kind: 'fonds', fondsId } as const
    await expect(handOver(archive, what, target, quietJob())).rejects.toMatchObject({ code: 'conflict' })
    const end = {
      on: '2025-06-30',
      decision: 'Nghị quyết số 76',
      successorId: null,
      successor: 'Lưu trữ tỉnh',
      note: null
    }
    await bookHandlers['fonds.close'](archive, { id: fondsId, ...end }, CLERK)
    await handOver(archive, what, target, quietJob())
    expect(bagFaults(target)).toEqual([])
    expect(readdirSync(join(target, 'data')).sort()).toEqual([
      'bien-ban-giao-nhan.docx',
      'du-lieu.xml',
      'ho-so',
      'ho-so.csv',
      'muc-luc-ho-so.csv',
      'phong.csv',
      'van-ban-le',
      'van-ban.csv'
    ])
    expect(existsSync(join(target, 'data/van-ban-le/2020/9-TB-HU/le.txt'))).toBe(true)
    expect(readFileSync(join(target, 'data/van-ban.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(4)
  })

  it('is not made of a dossier that holds nothing, is gone, or has lost a file', async () => {
    const { archive, full, first } = await desk()
    const parent = tempFolder()
    const make = (...dossierIds: DossierId[]) =>
      handOver(archive, { kind: 'dossiers', dossierIds }, join(parent, 'goi'), quietJob())
    const empty = await dossier(archive, '02', [])
    await expect(make(full, empty)).rejects.toMatchObject({ code: 'dossier-empty', detail: { name: '02' } })
    await expect(make('o_00000000000000000000' as DossierId)).rejects.toMatchObject({ code: 'not-found' })
    const sha256 = archive.db.prepare('SELECT sha256 FROM document_file WHERE document_id = ?').pluck().get(first)
    rmSync(archive.originals.path(sha256 as string))
    await expect(make(full)).rejects.toMatchObject({ code: 'archive-damaged', detail: { damage: 'file-missing' } })
    writeFileSync(archive.originals.path(sha256 as string), 'khác')
    await expect(make(full)).rejects.toMatchObject({ code: 'archive-damaged', detail: { damage: 'file-changed' } })
    expect(readdirSync(parent)).toEqual([])
  })

  it('leaves nothing when the disk fails', async () => {
    const { archive, full } = await desk()
    for (const at of [1, 5, 12, 25, 33]) {
      const parent = tempFolder()
      const files = failingFiles({ at, code: 'EIO', lasting: 'always' })
      files.arm()
      const what = { kind: 'dossiers', dossierIds: [full] } as const
      const made = handOver(
        archive,
        { ...what, dossierIds: [...what.dossierIds] },
        join(parent, 'g'),
        quietJob(),
        files
      )
      await expect(made).rejects.toMatchObject({ code: 'io-error' })
      expect(readdirSync(parent)).toEqual([])
    }
  })

  it('is checked by a checker that sees each fault', async () => {
    const { archive, full } = await desk()
    const bag = async (): Promise<string> => {
      const folder = join(tempFolder(), 'goi')
      return await handOver(archive, { kind: 'dossiers', dossierIds: [full] }, folder, quietJob())
    }
    const spoilt = async (spoil: (folder: string) => void): Promise<string> => {
      const folder = await bag()
      spoil(folder)
      return bagFaults(folder).join('\n')
    }
    expect(await spoilt((folder) => appendFileSync(join(folder, 'data/phong.csv'), 'x'))).toContain(
      'changed: data/phong.csv'
    )
    expect(await spoilt((folder) => writeFileSync(join(folder, 'data/thêm.txt'), 'x'))).toContain('not in the manifest')
    expect(await spoilt((folder) => rmSync(join(folder, 'data/phong.csv')))).toContain('named and not there')
    expect(await spoilt((folder) => appendFileSync(join(folder, 'bag-info.txt'), 'x'))).toContain(
      'changed: bag-info.txt'
    )
    expect(await spoilt((folder) => rmSync(join(folder, 'bagit.txt')))).toContain('bagit.txt: missing')
    const climbing = `${'0'.repeat(64)}  ../x\n`
    expect(await spoilt((folder) => appendFileSync(join(folder, 'manifest-sha256.txt'), climbing))).toContain(
      'leaves the bag'
    )
  })
})
