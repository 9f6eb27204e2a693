import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from '#archive/read/extract.ts'
import { readOdt } from '#archive/read/odt.ts'
import { readRtf } from '#archive/read/rtf.ts'
import { sniff } from '#archive/read/sniff.ts'
import { joinPages } from '#domain/text/page-text.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

/** One letter written for this project, saved in four formats: a table head, a list, a page break, three old fonts. */
const FIXTURES = join(import.meta.dirname, 'fixtures')
const FORMATS = [
  ['doc', 'application/msword'],
  ['rtf', 'application/rtf'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']
] as const

const FIRST = [
  'HUYỆN ỦY ĐỨC LÂM    ĐẢNG CỘNG SẢN VIỆT NAM',
  'VĂN PHÒNG           Đức Lâm, ngày 05 tháng 3 năm 2019',
  '*',
  'Số 31-CV/VPHU',
  'V/v gửi lịch họp',
  'quý I năm 2019',
  'Kính gửi: Các đảng ủy trực thuộc Huyện ủy.',
  'Thực hiện Công văn số 221-CV/HU, ngày 09/8/2018 của Ban Thường vụ Huyện ủy, Văn phòng Huyện ủy gửi lịch họp như sau: phường Trần Phú & Lê Lợi <bổ sung>.'
]
const SECOND = [
  'Trang sau: danh sách đại biểu dự họp, ký tên.',
  'Nơi nhận:           CHÁNH VĂN PHÒNG',
  '- Như trên,         Nguyễn Hữu Quỳnh',
  '- Lưu Văn phòng.',
  'Đảng bộ huyện, các chi bộ trực thuộc và VĂN PHÒNG HUYỆN ỦY; Đảng bộ tỉnh, các chi bộ trực thuộc.'
]

describe.each(FORMATS)('a letter saved as %s', (ending, mediaType) => {
  it('is read line for line, its old fonts made Unicode run by run', async () => {
    const result = await extract(join(FIXTURES, `letter.${ending}`))
    if (!result.ok) throw new Error(result.code)
    expect(result.mediaType).toBe(mediaType)
    expect(result.text.kind).toBe('born-digital')
    const [first, second] = result.text.pages.map((page) => page.text.split('\n'))
    expect(first?.slice(0, FIRST.length)).toEqual(FIRST)
    expect(first?.slice(FIRST.length).map((line) => line.replace(/^\d\.\s+/, ''))).toEqual([
      'Họp giao ban ngày 10.',
      'Họp sơ kết ngày 25.'
    ])
    expect(second).toEqual(SECOND)
  })

  it('is known by its content under any name', async () => {
    const path = join(tempFolder(), 'letter.pdf')
    copyFileSync(join(FIXTURES, `letter.${ending}`), path)
    expect(await extract(path)).toMatchObject({ ok: true, mediaType })
  })

  it('cut short is damaged or read so far, never a crash', async () => {
    const whole = readFileSync(join(FIXTURES, `letter.${ending}`))
    const path = join(tempFolder(), `cut.${ending}`)
    for (const share of [0.02, 0.3, 0.6, 0.95]) {
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)))
      const result = await extract(path)
      if (!result.ok) expect(['file-damaged', 'file-unsupported', 'file-empty']).toContain(result.code)
    }
  })
})

describe('RTF', () => {
  const read = (body: string) => joinPages(readRtf(Buffer.from(body, 'latin1')).pages)

  it.each([
    ['letters by number, their stand-ins dropped', '{\\rtf1\\ansi\\uc1 \\u272?\\u7843?ng \\u7911?y}', 'Đảng ủy'],
    ['negative numbers and none as stand-in', '{\\rtf1\\uc0 \\u-3913 x\\u432  y}', '\uf0b7xư y'],
    ['two letters as stand-in', "{\\rtf1\\uc2 \\u7911\\'3f?y}", 'ủy'],
    [
      'code page 1258 by font',
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset163 Arial;}}\\f1 Tha\\'cc\\'f0}",
      'Thàđ'
    ],
    ['code page of the file', "{\\rtf1\\ansi\\ansicpg1258 \\'d0a\\'f2ng}", 'Đạng'],
    [
      'an old font by its name',
      "{\\rtf1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f3\\fnil .VnTime;}}{\\f3 \\'a7\\'b6ng bé} vui}",
      'Đảng bộ vui'
    ],
    [
      'paragraphs and cells of one old font',
      '{\\rtf1{\\fonttbl{\\f3 .VnTime;}}\\f3 chi bé\\par \\trowd\\intbl c¬\\cell së\\cell\\row}',
      'chi bộ\ncơ    sở'
    ],
    ['a no-break hyphen, dashes, quotes', '{\\rtf1 19\\_CT\\endash TW \\ldblquote a\\rdblquote}', '19-CT–TW “a”'],
    [
      'a field: what it shows, not its code',
      '{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "file:///c:/x"}{\\fldrslt trang 2}}}',
      'trang 2'
    ],
    ['hidden letters left out', '{\\rtf1 a{\\v mat ma}b}', 'ab'],
    [
      'pictures, objects and unknown groups passed over',
      '{\\rtf1 a{\\pict 0102ff}{\\object{\\*\\objdata 00}}{\\*\\nobodyknows x}b}',
      'ab'
    ],
    ['binary data passed over by its length', '{\\rtf1 a{\\pict\\bin5 }}}{{}b}', 'ab'],
    ['page breaks', '{\\rtf1 mot\\par\\page hai}', 'mot\fhai'],
    ['a section that goes on makes no page', '{\\rtf1 mot\\sect\\sectd\\sbknone hai}', 'mot\nhai'],
    [
      'a row side by side',
      '{\\rtf1\\trowd\\intbl mot\\cell\\intbl hai\\par ba\\cell\\row\\pard bon\\par}',
      'mot    hai\n       ba\nbon'
    ],
    ['braces that never close', '{\\rtf1 {{{ a', 'a']
  ])('reads %s', (_, source, text) => {
    expect(read(source)).toBe(text)
  })
})

describe('ODT', () => {
  const odt = (content: string, mimetype = 'application/vnd.oasis.opendocument.text') =>
    Buffer.from(
      zipSync({
        mimetype: [strToU8(mimetype), { level: 0 }],
        'content.xml': strToU8(
          `<?xml version="1.0"?><office:document-content><office:body><office:text>${content}</office:text></office:body></office:document-content>`
        )
      })
    )
  const read = (content: string) => joinPages(readOdt(odt(content)).pages)

  it.each([
    ['white space of the XML as one blank', '<text:p>Huyện\n   ủy</text:p>', 'Huyện ủy'],
    [
      'blanks told by number, tabs, ends of lines',
      '<text:p>a<text:s text:c="9"/>b<text:tab/>c<text:line-break/>d</text:p>',
      'a         b    c\nd'
    ],
    ['blanks without end', '<text:p>a<text:s text:c="999999999"/>b</text:p>', `a${' '.repeat(200)}b`],
    ['signs of XML', '<text:p>a &amp; b &lt;c&gt; &#7911;</text:p>', 'a & b <c> ủ'],
    [
      'changes taken back and remarks left out',
      '<text:tracked-changes><text:p>x</text:p></text:tracked-changes><text:p>a<office:annotation><text:p>y</text:p></office:annotation>b</text:p>',
      'ab'
    ],
    [
      'a table within a cell',
      '<table:table><table:table-row><table:table-cell><text:p>a</text:p><table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>',
      'a    c\nb'
    ],
    [
      'a text box',
      '<text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>',
      'a\nb'
    ]
  ])('reads %s', (_, content, text) => {
    expect(read(content)).toBe(text)
  })

  it('refuses entities of its own and nesting without end', () => {
    const bomb = Buffer.from(
      zipSync({
        'content.xml': strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><office:text>&a;</office:text>')
      })
    )
    expect(() => readOdt(bomb)).toThrow('file-damaged')
    expect(() => read('<text:span>'.repeat(5000))).toThrow('file-damaged')
  })

  it('is no spreadsheet, and one with a password is said to have it', () => {
    expect(sniff(odt('', 'application/vnd.oasis.opendocument.spreadsheet'))).toMatchObject({ code: 'file-unsupported' })
    const locked = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8('xx'),
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data manifest:checksum="x"/>')
    })
    expect(sniff(Buffer.from(locked))).toMatchObject({ code: 'file-encrypted' })
  })
})

describe('DOC', () => {
  const doc = () => Buffer.from(readFileSync(join(FIXTURES, 'letter.doc')))

  it('with a password is said to have it', async () => {
    const bytes = doc()
    const word = bytes.indexOf(Buffer.from('eca5', 'hex'))
    bytes.writeUInt16LE(bytes.readUInt16LE(word + 0x0a) | 0x0100, word + 0x0a)
    const path = join(tempFolder(), 'locked.doc')
    writeFileSync(path, bytes)
    expect(await extract(path)).toMatchObject({ ok: false, code: 'file-encrypted' })
  })

  it('is not taken for another program’s container', () => {
    const bytes = doc()
    const name = bytes.indexOf(Buffer.from('WordDocument', 'utf16le'))
    Buffer.from('Workbook', 'utf16le').copy(bytes, name)
    expect(sniff(bytes)).toMatchObject({ code: 'file-unsupported' })
  })
})
