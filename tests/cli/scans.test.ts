import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { closeOcr } from '#archive/ocr/ocr-jobs.ts'
import { EXIT } from '#cli/exit-codes.ts'
import { PAPER, scanOf } from '#tests/support/scan-sheet.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

vi.setConfig({ testTimeout: 180_000 })
const place = commandPlace()
const papers = join(place.folder, 'giay-to')
const scan = join(papers, 'quet.jpg')

beforeAll(() => {
  mkdirSync(papers)
  writeFileSync(scan, scanOf(PAPER, { dpi: 150 }))
})
afterAll(async () => {
  await closeOcr()
  place.clean()
})

describe('inspect, of a scan', () => {
  it('says that it is a picture without letters', async () => {
    const ran = await place.runHere('inspect', scan, '--json')
    expect(ran.code).toBe(EXIT.partly)
    expect(ran.lines).toMatchObject([
      { status: 'no-text', reference: null, text: { kind: 'scan', pages: 1, ocr: 0, byScanner: 0 }, hints: {} }
    ])
  })

  it('with --ocr reads it, as hints, and says who read it', async () => {
    const ran = await place.runHere('inspect', scan, '--ocr', '--json')
    expect(ran.code, ran.err).toBe(EXIT.ok)
    expect(ran.lines).toMatchObject([
      {
        status: 'ok',
        reference: null,
        issuedOn: null,
        text: { kind: 'scan', pages: 1, ocr: 1, byScanner: 0 },
        hints: { reference: '221-CV/HU', issuedOn: '2021-08-12' }
      }
    ])
  })
})

it('import --ocr files a scan, reads its letters afterwards, and names what it did not follow', async () => {
  const archive = join(place.folder, 'kho')
  await (await createArchive(archive, OFFICE)).close()
  symlinkSync(place.folder, join(papers, 'vong'))
  const ran = await place.runHere('import', papers, '--ocr', '--json', '--archive', archive)
  expect(ran.code, ran.err).toBe(EXIT.partly)
  expect(ran.lines.map((line) => line.status).sort()).toEqual(['not-a-file', 'unreadable'])
  const found = await place.runHere('search', '"quán triệt nghiêm"', '--json', '--archive', archive)
  expect(found.lines).toHaveLength(1)
})
