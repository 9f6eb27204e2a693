import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasOcr, pagesWithoutText } from '#archive/ocr/needs-ocr.ts'
import { extract } from '#archive/read/extract.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

/** "HUYỆN ỦY …, Số 17-BC/HU, ngày 05 tháng 3 năm 2001" in the bytes of an old font. */
const LINES = [
  'tØnh uû l©m ®ång',
  'huyÖn uû ®am r«ng',
  'Sè 17-BC/HU',
  '§am R«ng, ngµy 05 th¸ng 3 n¨m 2001',
  'b¸o c¸o',
  'c«ng t¸c x©y dùng §¶ng cña §¶ng bé huyÖn vµ c¸c chi bé trùc thuéc trong quý I',
  'Thùc hiÖn sù chØ ®¹o cña TØnh uû, Ban Th­êng vô HuyÖn uû b¸o c¸o kÕt qu¶ nh­ sau:',
  'C¸c cÊp uû ®· triÓn khai ®Çy ®ñ c¸c nghÞ quyÕt, ®¶ng viªn ®­îc häc tËp vµ cam kÕt thùc hiÖn.'
].map((text) => ({ font: '.VnTime', text }))
const PAGE_PICTURE = '/X<</Subtype/Image/Width 1240/Height 1754>>'

async function read(extra: string) {
  const path = join(tempFolder(), 'paper.pdf')
  writeFileSync(path, plainPdf([LINES], extra))
  const result = await extract(path)
  if (!result.ok) throw new Error(result.code)
  return result.text
}

it('letters a scanner’s program laid behind the picture are told from letters of the paper’s own', async () => {
  const own = await read('')
  expect(own.kind).toBe('born-digital')
  expect(own.pages[0]?.ocr).toBeUndefined()
  const scanned = await read(PAGE_PICTURE)
  expect(scanned.kind).toBe('scan')
  expect(scanned.pages[0]?.ocr).toEqual({ doubtfulLines: 0, by: 'scanner' })
  expect(scanned.pages[0]?.text).toBe(own.pages[0]?.text)
  expect(hasOcr(scanned)).toBe(false)
})

it('they are hints, and a page full of them is not read once more', async () => {
  const today = '2001-06-01'
  const own = readDocument((await read('')).pages, { today })
  const scanned = await read(PAGE_PICTURE)
  const hinted = readDocument(scanned.pages, { today })
  expect(own.reference?.value.number).toBe('17')
  expect(hinted.reference?.value).toEqual(own.reference?.value)
  expect([own.reference?.certainty, hinted.reference?.certainty]).toEqual(['sure', 'hint'])
  expect(pagesWithoutText('application/pdf', scanned)).toEqual([])
})

it('a stamp alone is no page of text: the page is read off its picture', async () => {
  const path = join(tempFolder(), 'paper.pdf')
  writeFileSync(path, plainPdf([LINES.slice(0, 2)], PAGE_PICTURE))
  const result = await extract(path)
  if (!result.ok) throw new Error(result.code)
  expect(pagesWithoutText('application/pdf', result.text)).toEqual([1])
})
