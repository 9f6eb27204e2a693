import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '#archive/read/extract.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { joinPages } from '#domain/text/page-text.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'
import { word95 } from '#tests/support/word-95.ts'

const SAMPLE = join(import.meta.dirname, '../../../resources/sample/files')
const TODAY = '2026-11-24'

async function textOf(path: string) {
  const result = await extract(path)
  if (!result.ok) throw new Error(result.code)
  return result.text
}

async function textOfBytes(name: string, bytes: Buffer) {
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  return textOf(path)
}

describe('a paper of the sample saved as Word 97–2003 by another program', () => {
  it('is read as the DOCX it was made from: the same lines, the same fields', async () => {
    const docx = await textOf(join(SAMPLE, '145-CV-HU.docx'))
    const doc = await textOf(join(import.meta.dirname, 'fixtures', 'directive.doc'))
    const lines = (text: typeof doc) =>
      joinPages(text.pages)
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
    expect(lines(doc)).toEqual(lines(docx))
    expect(lines(doc).length).toBeGreaterThan(10)
    const [one, other] = [docx, doc].map((text) => readDocument(text.pages, { today: TODAY }))
    const values = (draft: typeof one) => [
      draft?.reference?.value,
      draft?.reference?.certainty,
      draft?.issuedOn?.value,
      draft?.subject?.value,
      draft?.signer?.value,
      draft?.recipients.map((line) => line.text),
      draft?.citations.map((citation) => citation.raw)
    ]
    expect(values(other)).toEqual(values(one))
    expect(other?.reference?.value.symbol).toBe('CV/HU')
  })
})

describe('Word 6 and 95', () => {
  it('in an old font: every letter', async () => {
    const lines = [
      'huyÖn uû ®øc l©m',
      'Sè 12-BC/HU',
      '§øc L©m, ngµy 05 th¸ng 3 n¨m 1999',
      'b¸o c¸o vÒ c«ng t¸c x©y dùng §¶ng cña §¶ng bé huyÖn'
    ]
    const text = await textOfBytes('cu.doc', word95(Buffer.from(`${lines.join('\r')}\r`, 'latin1')))
    expect(joinPages(text.pages).split('\n')).toEqual([
      'huyện uỷ đức lâm',
      'Số 12-BC/HU',
      'Đức Lâm, ngày 05 tháng 3 năm 1999',
      'báo cáo về công tác xây dựng Đảng của Đảng bộ huyện'
    ])
  })

  it('in the Vietnamese code page of Windows', async () => {
    // "Số 12-BC/HU" and "Đảng bộ huyện": a letter and its mark apart.
    const text = await textOfBytes(
      'cu.doc',
      word95(
        Buffer.concat([
          Buffer.from('S\xf4\xec 12-BC/HU\r', 'latin1'),
          Buffer.from('\xd0a\xd2ng b\xf4\xf2 huy\xea\xf2n\r', 'latin1')
        ])
      )
    )
    expect(joinPages(text.pages).normalize('NFC').split('\n')).toEqual(['Số 12-BC/HU', 'Đảng bộ huyện'])
  })

  it('cut short is damaged, never a crash', async () => {
    const whole = word95(Buffer.from('huyÖn uû\r'.repeat(300), 'latin1'))
    for (const share of [0.05, 0.2, 0.5, 0.9]) {
      const path = join(tempFolder(), 'cut.doc')
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)))
      const result = await extract(path)
      if (!result.ok) expect(['file-damaged', 'file-unsupported']).toContain(result.code)
    }
  })
})

describe('a PDF whose letters are in an old font', () => {
  const PAPER = [
    'TÆNH UÛY LAÂM ÑOÀNG',
    'Soá 45-CV/HU',
    'Ñam Roâng, ngaøy 05 thaùng 3 naêm 2003',
    'Ban Thöôøng vuï Huyeän uûy yeâu caàu caùc chi boä thöïc hieän'
  ]
  const READ = [
    'TỈNH ỦY LÂM ĐỒNG',
    'Số 45-CV/HU',
    'Đam Rông, ngày 05 tháng 3 năm 2003',
    'Ban Thường vụ Huyện ủy yêu cầu các chi bộ thực hiện'
  ]

  it.each(['VNI-Times', 'ABCDEF+VNI-Times', 'VNI-Helve,Bold'])('VNI, the font called %s', async (font) => {
    const text = await textOfBytes('cu.pdf', plainPdf([PAPER.map((line) => ({ font, text: line }))]))
    expect(text.kind).toBe('born-digital')
    expect(joinPages(text.pages).split('\n').filter(Boolean)).toEqual(READ)
  })

  it('VNI with an encoding of the file’s own: codes from 1 on, told by the names of their signs', async () => {
    const signs = [...new Set(PAPER.join(''))]
    const code = (letter: string): string => String.fromCharCode(signs.indexOf(letter) + 1)
    const coded = PAPER.map((line) => [...line].map(code).join(''))
    const names = signs.map((letter) => `/${NAMES[letter] ?? letter}`).join('')
    const pdf = plainPdf([coded.map((line) => ({ font: 'VNI-Times', text: line }))])
      .toString('latin1')
      .replace('/Encoding/WinAnsiEncoding', `/Encoding<</Type/Encoding/Differences[1${names}]>>`)
    const text = await textOfBytes('cu.pdf', Buffer.from(pdf, 'latin1'))
    expect(joinPages(text.pages).split('\n').filter(Boolean)).toEqual(READ)
  })
})

/** Names of signs (Adobe's glyph list) of those letters that are not their own name. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '-': 'hyphen',
  '/': 'slash',
  ',': 'comma',
  '0': 'zero',
  '2': 'two',
  '3': 'three',
  '4': 'four',
  '5': 'five',
  Æ: 'AE',
  Û: 'Ucircumflex',
  Â: 'Acircumflex',
  Ñ: 'Ntilde',
  À: 'Agrave',
  á: 'aacute',
  â: 'acircumflex',
  ø: 'oslash',
  ù: 'ugrave',
  ê: 'ecircumflex',
  ö: 'odieresis',
  ô: 'ocircumflex',
  ï: 'idieresis',
  ä: 'adieresis',
  û: 'ucircumflex',
  à: 'agrave'
}
