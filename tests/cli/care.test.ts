import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '#cli/exit-codes.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
afterAll(() => place.clean())

async function office(): Promise<string> {
  const { archive, folder } = await tempArchive()
  for (const n of [1, 2]) await fileText(archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`)
  await archive.close()
  return folder
}

function originals(folder: string): string[] {
  return readdirSync(join(folder, 'originals'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
}

describe('care of an archive by command line', () => {
  it('backs up to the media that are there, once a day', { timeout: 120_000 }, async () => {
    const archive = await office()
    const usb = join(place.folder, 'usb')
    mkdirSync(usb)
    const on = ['--archive', archive] as const
    expect(place.run('backup', ...on).code).toBe(EXIT.usage)
    expect(place.run('backup', '--scheduled', ...on)).toMatchObject({ code: EXIT.notFound })
    expect(place.run('media', '--add', 'USB xanh', '--folder', usb, ...on).out).toContain('USB xanh (đang có)')
    expect(place.run('media', '--add', 'USB xanh', ...on).code).toBe(EXIT.usage)
    const made = place.run('backup', '--scheduled', ...on)
    expect(made, made.err).toMatchObject({ code: EXIT.ok })
    expect(made.out).toContain('USB xanh: đã sao lưu')
    expect(place.run('backup', '--scheduled', ...on).out).toContain('đều đã có bản hôm nay')
    rmSync(usb, { recursive: true })
    expect(place.run('backup', '--scheduled', ...on).code).toBe(EXIT.notFound)
    expect(place.run('media', '--drop', 'USB khác', ...on).code).toBe(EXIT.usage)
    expect(place.run('media', '--drop', 'USB xanh', ...on).out).toContain('Chưa có nơi sao lưu nào')
  })

  it('tries a backup out, mends from it, and reads the day’s share', { timeout: 120_000 }, async () => {
    const archive = await office()
    const on = ['--archive', archive] as const
    const out = join(place.folder, 'sao-luu')
    expect(place.run('backup', '--out', out, ...on).code).toBe(EXIT.ok)
    const record = join(place.folder, 'bien-ban.html')
    const drilled = place.run('drill', '--from', out, '--out', record, ...on)
    expect(drilled, drilled.err).toMatchObject({ code: EXIT.ok })
    expect(drilled.out).toMatch(/^ĐẠT: .*2\/2 văn bản, 2\/2 tệp gốc, 0 chỗ hỏng/)
    expect(readFileSync(record, 'utf8')).toContain('phục hồi được, đủ và đúng')
    expect(place.run('scrub', ...on)).toMatchObject({ code: EXIT.ok })
    for (const path of originals(archive)) {
      chmodSync(path, 0o600)
      writeFileSync(path, 'hỏng')
    }
    expect(place.run('verify', '--deep', ...on).code).toBe(EXIT.damaged)
    const mended = place.run('repair', '--from', out, ...on)
    expect(mended, mended.err).toMatchObject({ code: EXIT.ok })
    expect(mended.out).toContain('2 hỏng hoặc mất, đã sửa 2')
    expect(place.run('verify', '--deep', ...on).code).toBe(EXIT.ok)
    expect(place.run('repair', ...on).code).toBe(EXIT.usage)
    expect(place.run('drill', '--from', out, '--out', 'a.doc', ...on).code).toBe(EXIT.usage)
  })

  it('restores from the stick alone on a machine that knows no archive', { timeout: 120_000 }, async () => {
    const archive = await office()
    const stick = join(place.folder, 'stick')
    place.run('backup', '--out', stick, '--archive', archive)
    rmSync(archive, { recursive: true })
    const bare = commandPlace()
    try {
      const to = join(bare.folder, 'kho')
      const restored = bare.run('restore', stick, '--to', to)
      expect(restored, restored.err).toMatchObject({ code: EXIT.ok })
      expect(bare.run('verify', '--deep', '--archive', to).code).toBe(EXIT.ok)
      expect(bare.run('show', '1-CV/HU', '--archive', to).code).toBe(EXIT.ok)
    } finally {
      bare.clean()
    }
  })
})
