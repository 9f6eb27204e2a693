import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { FACT_TABLES } from '#archive/care/fact-tables.ts'
import { restoreExport } from '#archive/export/from-export.ts'
import { exportArchive } from '#archive/export/full-export.ts'
import { UNFINISHED_FILE } from '#archive/export/new-tree.ts'
import { openArchive } from '#archive/open-archive.ts'
import { openDoors } from '#tests/contract/doors.ts'
import { liveThrough, SECRET_WORDS } from '#tests/contract/story.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { failingFiles } from '#tests/support/failing-files.ts'
import { fileForm, fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** As `sha256sum -c` does: every line holds, and no file is left out. */
function checkSums(folder: string): void {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  const listed = lines.map((line) => {
    const [hash = '', path = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
      path
    ).toBe(hash)
    return path
  })
  expect([...listed, 'SHA256SUMS'].sort()).toEqual(filesIn(folder))
}

const PAPER =
  'Số 221-CV/HU\nTăng cường quản lý\nThực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy.'

describe('a full export', () => {
  it('of an office that has done everything comes back as the same archive', { timeout: 120_000 }, async () => {
    const doors = await openDoors()
    onTestFinished(() => Promise.all(doors.map((door) => door.close())).then(() => undefined))
    const [direct] = doors
    if (!direct) throw new Error('no door')
    await liveThrough(direct)
    await direct.call('archive.close', {})
    const archive = await openArchive(join(direct.folder, 'archive'))
    onTestFinished(() => archive.close())
    const filled = FACT_TABLES.filter(
      (table) => archive.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() !== 0
    )
    expect(filled.length).toBeGreaterThan(20)

    const folder = join(tempFolder(), 'xuat')
    const job = quietJob()
    expect(await exportArchive(archive, folder, job)).toBe(folder)
    expect(job.results.map((one) => one.code)).toEqual(['exported'])
    checkSums(folder)
    const sheets = filesIn(folder).filter((path) => path.endsWith('.csv'))
    expect(sheets.length).toBeGreaterThan(12)
    for (const word of SECRET_WORDS) {
      for (const sheet of sheets) expect(readFileSync(join(folder, sheet), 'utf8'), sheet).not.toContain(word)
    }
    expect(readFileSync(join(folder, 'DOC-TRUOC.txt'), 'utf8')).toContain('giữ thư mục này như giữ sổ văn bản mật')

    const back = join(tempFolder(), 'kho')
    const taking = quietJob()
    await restoreExport(folder, back, taking)
    expect(taking.results.map((one) => one.code)).toEqual(['facts-equal'])
    const again = await openArchive(back)
    onTestFinished(() => again.close())
    expect(again.notices).toEqual([])
    expect(everything(again)).toBe(everything(archive))
    expect((await verifyNow(again, 'full')).findings).toEqual([])

    const second = join(tempFolder(), 'xuat')
    await exportArchive(again, second, quietJob())
    expect(readFileSync(join(second, 'kho.json'))).toEqual(readFileSync(join(folder, 'kho.json')))
    expect(filesIn(second)).toEqual(filesIn(folder))
  })

  it('lays papers by year and reference, told apart, and says all in sheets', async () => {
    const { archive } = await tempArchive()
    await fileText(archive, 'CON.txt', PAPER, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12' })
    await fileText(archive, 'con.TXT', `${PAPER} Bản hai.`, { number: '221', symbol: 'cv/hu', issuedOn: '2021-09-01' })
    await fileText(archive, 'a.txt', 'Một tờ không số', { subject: '=HYPERLINK("x")', issuedOn: null })
    await fileForm(archive, { number: '15', symbol: 'QĐ-UBND', separator: '/', issuedOn: '2020-01-02' })
    const folder = join(tempFolder(), 'xuat')
    await exportArchive(archive, folder, quietJob())
    expect(filesIn(join(folder, 'van-ban'))).toEqual([
      '2021/221-CV-HU/_CON.txt',
      '2021/221-cv-hu_2/_con.TXT',
      'khong-ngay/khong-so/a.txt'
    ])
    expect(readFileSync(join(folder, 'van-ban/2021/221-CV-HU/_CON.txt'), 'utf8')).toBe(PAPER)
    const register = readFileSync(join(folder, 'so-dang-ky.csv'), 'utf8')
    expect(register).toMatch(/^\ufeffChiều,Ngày đến/)
    expect(register.trimEnd().split('\r\n')).toHaveLength(5)
    expect(register).toContain('van-ban/2021/221-cv-hu_2')
    expect(register).toContain(`"'=HYPERLINK(""x"")"`)
    expect(readFileSync(join(folder, 'vien-dan.csv'), 'utf8')).toContain('713-CV/TU')
    expect(readFileSync(join(folder, 'tep.csv'), 'utf8')).toContain('van-ban/2021/221-CV-HU/_CON.txt')
    const facts = JSON.parse(readFileSync(join(folder, 'kho.json'), 'utf8')) as { tables: Record<string, unknown[]> }
    expect(Object.keys(facts.tables)).toEqual([...FACT_TABLES])
    expect(facts.tables.document).toHaveLength(4)
    expect(readFileSync(join(folder, 'DOC-TRUOC.txt'), 'utf8')).toContain('HUYỆN ỦY ĐAM RÔNG')
  })

  it('goes into a new or empty folder only, and never into the archive', async () => {
    const { archive, folder } = await tempArchive()
    const full = tempFolder()
    writeFileSync(join(full, 'khác.txt'), 'của ai đó')
    const refused = { code: 'folder-unusable' }
    await expect(exportArchive(archive, full, quietJob())).rejects.toMatchObject(refused)
    await expect(exportArchive(archive, join(folder, 'x'), quietJob())).rejects.toMatchObject(refused)
    await expect(exportArchive(archive, folder, quietJob())).rejects.toMatchObject(refused)
    const outside = tempFolder()
    symlinkSync(folder, join(outside, 'loi-tat'))
    await expect(exportArchive(archive, join(outside, 'loi-tat'), quietJob())).rejects.toMatchObject(refused)
    await expect(exportArchive(archive, join(outside, 'loi-tat', 'x'), quietJob())).rejects.toMatchObject(refused)
    mkdirSync(join(outside, 'x.partial'))
    writeFileSync(join(outside, 'x.partial', 'của ai.txt'), '')
    await expect(exportArchive(archive, join(outside, 'x'), quietJob())).rejects.toMatchObject(refused)
    expect(existsSync(join(outside, 'x.partial', 'của ai.txt'))).toBe(true)
    const empty = tempFolder()
    await exportArchive(archive, empty, quietJob())
    checkSums(empty)
  })

  it('names an original that is lost or changed, leaves it out, and comes back without it', async () => {
    const { archive } = await tempArchive()
    await fileText(archive, 'mat.txt', 'Tệp bị mất', { number: '1' })
    await fileText(archive, 'sua.txt', 'Tệp bị sửa', { number: '2' })
    const hashes = archive.db.prepare('SELECT sha256 FROM document_file ORDER BY name').pluck().all() as string[]
    rmSync(archive.originals.path(hashes[0] ?? ''))
    rmSync(archive.originals.path(hashes[1] ?? ''))
    writeFileSync(archive.originals.path(hashes[1] ?? ''), 'Tệp bị sửa rồi')
    const folder = join(tempFolder(), 'xuat')
    const job = quietJob()
    await exportArchive(archive, folder, job)
    expect(job.results.map((one) => [one.name, one.code])).toEqual([
      ['mat.txt', 'file-missing'],
      ['sua.txt', 'file-changed'],
      ['SHA256SUMS', 'exported']
    ])
    checkSums(folder)
    expect(filesIn(folder)).toContain('thieu.csv')
    const taking = quietJob()
    await restoreExport(folder, join(tempFolder(), 'kho'), taking)
    expect(taking.results.map((one) => one.code).sort()).toEqual(['facts-equal', 'file-missing', 'file-missing'])
  })

  it('follows no link laid in the place of an original', async () => {
    const { archive } = await tempArchive()
    await fileText(archive, 'a.txt', 'Tệp thật', { number: '1' })
    const path = archive.originals.path(archive.db.prepare('SELECT sha256 FROM document_file').pluck().get() as string)
    const elsewhere = join(tempFolder(), 'thật')
    renameSync(path, elsewhere)
    symlinkSync(elsewhere, path)
    const job = quietJob()
    await exportArchive(archive, join(tempFolder(), 'xuat'), job)
    expect(job.results[0]?.code).toBe('file-missing')
  })

  it('stops when asked and leaves nothing', async () => {
    const { archive } = await tempArchive()
    await fileText(archive, 'a.txt', PAPER)
    const parent = tempFolder()
    let steps = 0
    const job = {
      ...quietJob(),
      get cancelled() {
        return steps > 4
      },
      step: () => void steps++
    }
    await expect(exportArchive(archive, join(parent, 'xuat'), job)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(parent)).toEqual([])
  })

  it('is of one moment, whatever is filed while it is written', async () => {
    const { archive } = await tempArchive()
    await fileText(archive, 'a.txt', PAPER, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12' })
    const folder = join(tempFolder(), 'xuat')
    const exporting = exportArchive(archive, folder, quietJob())
    for (let n = 1; n <= 6; n++) await fileForm(archive, { number: String(n), symbol: 'TB/HU' })
    await exporting
    expect(readFileSync(join(folder, 'so-dang-ky.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(2)
    const taking = quietJob()
    await restoreExport(folder, join(tempFolder(), 'kho'), taking)
    expect(taking.results.map((one) => one.code)).toEqual(['facts-equal'])
  })

  it('takes the place of what a crash left of the one before', async () => {
    const { archive } = await tempArchive()
    const parent = tempFolder()
    mkdirSync(join(parent, 'xuat.partial', 'van-ban'), { recursive: true })
    writeFileSync(join(parent, 'xuat.partial', UNFINISHED_FILE), '')
    await exportArchive(archive, join(parent, 'xuat'), quietJob())
    expect(readdirSync(parent)).toEqual(['xuat'])
  })
})

test('a disk that fails at any moment leaves no folder that looks complete', { timeout: 60_000 }, async () => {
  const { archive } = await tempArchive()
  await fileText(archive, 'a.txt', PAPER, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12' })
  const whole = failingFiles({ at: 0, code: 'ENOSPC', lasting: 'once' })
  whole.arm()
  await exportArchive(archive, join(tempFolder(), 'xuat'), quietJob(), whole)
  const calls = whole.calls.length
  expect(calls).toBeGreaterThan(60)
  for (let at = 1; at <= calls; at++) {
    const lasting = at % 2 === 0 ? 'once' : 'always'
    const parent = tempFolder()
    const files = failingFiles({ at, code: 'ENOSPC', lasting })
    files.arm()
    const failed = exportArchive(archive, join(parent, 'xuat'), quietJob(), files)
    await expect(failed, `${at} ${lasting} ${whole.calls[at - 1]}`).rejects.toMatchObject({ code: 'disk-full' })
    // Only the very last call, of the parent folder after the rename, fails with everything in its place.
    if (at < calls) expect(readdirSync(parent), `${at} ${lasting}`).toEqual([])
    else checkSums(join(parent, 'xuat'))
  }
})

describe('an archive from an export', () => {
  async function exported(): Promise<string> {
    const { archive } = await tempArchive()
    await fileText(archive, 'a.txt', PAPER, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12' })
    const folder = join(tempFolder(), 'xuat')
    await exportArchive(archive, folder, quietJob())
    return folder
  }
  async function refused(folder: string): Promise<{ code: string; detail: { damage?: string } }> {
    const parent = tempFolder()
    const error = await restoreExport(folder, join(parent, 'kho'), quietJob()).then(
      () => ({ code: 'made', detail: {} }),
      (failure: { code: string; detail: { damage?: string } }) => failure
    )
    expect(readdirSync(parent)).toEqual([])
    return error
  }

  it('is refused where anything was changed, taken away, or is not finished', async () => {
    const paths = filesIn(await exported()).filter((path) => path !== 'SHA256SUMS')
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) {
      const changed = await exported()
      appendFileSync(join(changed, path), ' ')
      expect(await refused(changed), path).toMatchObject({ code: 'archive-damaged', detail: { damage: 'export-file' } })
    }
    const lost = await exported()
    rmSync(join(lost, 'van-ban/2021/221-CV-HU/a.txt'))
    expect(await refused(lost)).toMatchObject({ detail: { damage: 'export-file-missing' } })
    const half = await exported()
    writeFileSync(join(half, UNFINISHED_FILE), '')
    expect(await refused(half)).toMatchObject({ detail: { damage: 'export-unfinished' } })
    expect(await refused(tempFolder())).toMatchObject({ detail: { damage: 'no-export' } })
    expect(await refused(join(tempFolder(), 'không có'))).toMatchObject({ code: 'not-found' })
  })

  it('takes no path that leaves its folder and follows no link', async () => {
    const escaping = await exported()
    appendFileSync(join(escaping, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../etc/passwd\n`)
    expect(await refused(escaping)).toMatchObject({ detail: { damage: 'export-sums' } })
    const linked = await exported()
    const outside = join(tempFolder(), 'a.txt')
    renameSync(join(linked, 'van-ban/2021/221-CV-HU/a.txt'), outside)
    symlinkSync(outside, join(linked, 'van-ban/2021/221-CV-HU/a.txt'))
    expect(await refused(linked)).toMatchObject({ detail: { damage: 'export-link' } })
  })

  it('stops when asked and leaves nothing', async () => {
    const folder = await exported()
    const parent = tempFolder()
    let steps = 0
    const job = {
      ...quietJob(),
      get cancelled() {
        return steps > 3
      },
      step: () => void steps++
    }
    await expect(restoreExport(folder, join(parent, 'kho'), job)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(parent)).toEqual([])
  })

  it('goes into a new folder only', async () => {
    const folder = await exported()
    const full = tempFolder()
    writeFileSync(join(full, 'a'), '')
    await expect(restoreExport(folder, full, quietJob())).rejects.toMatchObject({ code: 'folder-unusable' })
  })
})
