import { describe, expect, test } from 'vitest'
import { backup } from '#archive/care/backup.ts'
import { markMedium, readPlan, savePlan } from '#archive/care/care-plan.ts'
import { drill } from '#archive/care/drill.ts'
import { reportHtml } from '#archive/reports/report.ts'
import { ledgerMark } from '#domain/register/ledger-mark.ts'
import { quietJob } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { paramsOf } from './report-archive.ts'

async function backedUp() {
  const { archive, folder } = await tempArchive()
  for (const n of [1, 2, 3]) await fileText(archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`)
  const usb = tempFolder()
  const at = archive.clock.now().toISOString()
  const medium = { id: markMedium(usb, 'USB xanh', at), name: 'USB xanh', kind: 'stick', folder: usb } as const
  savePlan(folder, { ...readPlan(folder), media: [{ ...medium, lastBackupAt: at, failure: null }] })
  return { archive, usb, made: await backup(archive, usb, 'test', quietJob()) }
}

const page = (archive: Parameters<typeof reportHtml>[0], name: 'restore-drill' | 'restore-guide'): string =>
  reportHtml(archive, paramsOf(name)).html

describe('the record of a drill', () => {
  test('says so where none was made', async () => {
    const { archive } = await tempArchive()
    expect(page(archive, 'restore-drill')).toContain('Chưa thử phục hồi lần nào.')
  })

  test('counts both sides, names the medium and the mark, and has places for two signatures', async () => {
    const { archive, made } = await backedUp()
    const { ledger } = await drill(archive, made, quietJob())
    const html = page(archive, 'restore-drill')
    expect(html).toContain('cất ở USB xanh')
    expect(html).toContain(ledgerMark(ledger.hash))
    expect(html).toMatch(/Số văn bản đã vào sổ<\/td><td[^>]*>3<\/td><td[^>]*>3<\/td><td[^>]*>khớp/)
    expect(html).toContain('phục hồi được, đủ và đúng')
    expect(html).toContain('NGƯỜI THỬ')
    expect(html).toContain('LÃNH ĐẠO VĂN PHÒNG')
    expect(html).not.toContain('KHÔNG')
  })
})

describe('the guide for restoring', () => {
  test('names the office’s own places, the mark and the count, with steps for a bare machine', async () => {
    const { archive, usb } = await backedUp()
    const html = page(archive, 'restore-guide')
    // A piece of the mark may be kept in one line, as a number of a paper is.
    const text = html.replaceAll(/<\/?span[^>]*>/g, '')
    for (const said of [
      'USB xanh (USB)',
      usb,
      ledgerMark(archive.ledger.head().hash),
      'Van Kho.cmd',
      'vankho restore'
    ]) {
      expect(text).toContain(said)
    }
    expect(html).toMatch(/Số văn bản đã vào sổ<\/td><td[^>]*><b>3<\/b>/)
  })

  test('leaves a place to write where no medium is named', async () => {
    const { archive } = await tempArchive()
    expect(page(archive, 'restore-guide')).toMatch(/Thư mục: \.{10}/)
  })
})
