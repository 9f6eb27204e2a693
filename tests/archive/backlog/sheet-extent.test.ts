import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sheetExtent } from '#archive/backlog/sheet-extent.ts'
import { sheetsOf } from '#archive/backlog/sheet-thread.ts'
import { soundWorkbook } from '#tests/support/hostile-sheets.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

const cell = (at: string, quote = '"') => `<c t="s" r=${quote}${at}${quote}><v>1</v></c>`

describe('how far a sheet says it reaches', () => {
  it('is that of a register, or too far', () => {
    expect(sheetExtent('')).toBe('fits')
    expect(sheetExtent(`<row r="1">${cell('A1')}${cell('BH50000')}</row>`)).toBe('fits')
    expect(sheetExtent(cell('XFD1048576'))).toBe('too-large')
    // The farthest row and the farthest column of two cells make the table.
    expect(sheetExtent(cell('A1048576') + cell('XFD1'))).toBe('too-large')
    expect(sheetExtent(cell('A1048577'))).toBe('no-sheet')
    expect(sheetExtent(cell('XFE1'))).toBe('no-sheet')
    expect(sheetExtent(cell('XFD1048576', "'"))).toBe('too-large')
    expect(sheetExtent('<x:c r="XFD1048576"/>')).toBe('too-large')
  })

  it('is told as fast for a million tags that do not end', () => {
    const begun = performance.now()
    expect(sheetExtent('<c '.repeat(1_000_000))).toBe('fits')
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('a workbook', () => {
  it('is given up when its time is over', async () => {
    const path = join(tempFolder(), 'a.xlsx')
    writeFileSync(path, soundWorkbook())
    expect(await sheetsOf(path)).toMatchObject({ ok: true })
    expect(await sheetsOf(path, 0)).toMatchObject({ ok: false, problem: 'too-slow' })
  })
})
