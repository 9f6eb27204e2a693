import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#archive/read/docx.ts'
import { convertRuns, encodingOfFont } from '#archive/read/legacy-fonts.ts'
import { legacyEncodingOf, repairLegacy } from '#archive/read/legacy-repair.ts'
import { fromTcvn3, fromVni } from '#archive/read/legacy-text.ts'
import { readText } from '#archive/read/text.ts'
import { joinPages } from '#domain/text/page-text.ts'

/** The 74 letters of TCVN3 (TCVN 5712-1): small letters with marks, capitals without a tone; and their codes. */
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const CODES =
  'b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbaeccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4adf5f8f6f7f9fafdfbfcfea1a2a7a3a4a5a6'
/** VNI of each small letter with a mark; capitals are the same in capitals. */
const VNI: Readonly<Record<string, string>> = {
  ...marked('a', 'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä', 'àáảãạăằắẳẵặâầấẩẫậ'),
  ...marked('e', 'eø eù eû eõ eï eâ eà eá eå eã eä', 'èéẻẽẹêềếểễệ'),
  ...marked('o', 'oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï', 'òóỏõọôồốổỗộơờớởỡợ'),
  ...marked('u', 'uø uù uû uõ uï ö öø öù öû öõ öï', 'ùúủũụưừứửữự'),
  ...marked('y', 'yø yù yû yõ î', 'ỳýỷỹỵ'),
  ...marked('i', 'ì í æ ó ò', 'ìíỉĩị'),
  đ: 'ñ'
}

function marked(_: string, codes: string, letters: string): Record<string, string> {
  const list = codes.split(' ')
  return Object.fromEntries([...letters].map((letter, index) => [letter, list[index] ?? '']))
}

const encodeTcvn3 = (text: string): string =>
  [...text.toLowerCase()]
    .map((letter) => {
      const at = [...LETTERS].indexOf(letter)
      return at < 0 ? letter : String.fromCharCode(Number.parseInt(CODES.slice(at * 2, at * 2 + 2), 16))
    })
    .join('')
const encodeVni = (text: string): string =>
  [...text].map((letter) => VNI[letter] ?? VNI[letter.toLowerCase()]?.toUpperCase() ?? letter).join('')

const SENTENCE =
  'Thực hiện Công văn của Ban Thường vụ Huyện ủy về việc kiểm tra, giám sát; Văn phòng đề nghị các chi bộ trực thuộc báo cáo kết quả trước ngày 25 tháng 3, những nơi chưa kịp thì gửi sau.'

describe('old 8-bit letters', () => {
  it('of TCVN3, all 74', () => {
    expect(LETTERS).toHaveLength(74)
    for (const letter of LETTERS.slice(0, 67)) expect(fromTcvn3(encodeTcvn3(letter))).toBe(letter)
    const capitals = CODES.slice(67 * 2).match(/../g) ?? []
    expect(fromTcvn3(String.fromCharCode(...capitals.map((code) => Number.parseInt(code, 16))))).toBe('ĂÂĐÊÔƠƯ')
  })

  it('of VNI, all 134', () => {
    expect(Object.keys(VNI)).toHaveLength(67)
    for (const [letter, code] of Object.entries(VNI)) {
      expect(fromVni(code)).toBe(letter)
      expect(fromVni(code.toUpperCase())).toBe(letter.toUpperCase())
    }
  })

  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['ABCDEF+.VnTimeH,Bold', 'tcvn3-capitals'],
    ['VNI-Times', 'vni'],
    ['Times New Roman', null],
    ['VNSans', null],
    ['Vinhan', null]
  ])('font %s: %s', (font, encoding) => {
    expect(encodingOfFont(font)).toBe(encoding)
  })

  it('in a font’s runs, pairs parted between two runs, Unicode typed under an old name left alone', () => {
    expect(
      convertRuns([
        { text: 'Ñaû', font: 'VNI-Times' },
        { text: 'ng', font: 'VNI-Times' },
        { text: ' số ', font: 'Arial' },
        { text: '®¶ng', font: '.VnTimeH' }
      ]).join('')
    ).toBe('Đảng số ĐẢNG')
    const typed = [
      { text: 'Công văn của', font: '.VnTime' },
      { text: ' ngày tháng năm sau', font: '.VnTime' },
      { text: 'đảng ủy', font: '.VnTime' }
    ]
    expect(convertRuns(typed).join('|')).toBe('Công văn của| ngày tháng năm sau|đảng ủy')
  })
})

describe('text without fonts', () => {
  it.each([
    ['tcvn3', encodeTcvn3],
    ['vni', encodeVni]
  ] as const)('in %s is known and read whole', (encoding, encode) => {
    const coded = encode(SENTENCE)
    expect(legacyEncodingOf(coded)).toBe(encoding)
    const read = joinPages(readText(Buffer.from(coded, 'latin1')).pages)
    expect(read.toLowerCase()).toBe(SENTENCE.toLowerCase())
  })

  it.each([
    ['tcvn3', encodeTcvn3],
    ['vni', encodeVni]
  ] as const)('in %s within a Unicode text is read, the rest left as it is', (_, encode) => {
    const text = `Kính gửi: Đảng ủy các xã, bé ngà bà\n${encode(SENTENCE)}\nNơi nhận: như trên`
    const wanted = `Kính gửi: Đảng ủy các xã, bé ngà bà\n${SENTENCE}\nNơi nhận: như trên`
    expect(repairLegacy(text).toLowerCase()).toBe(wanted.toLowerCase())
  })

  it('in Unicode comes back as it was: every text of the sample, other languages, signs', async () => {
    const folder = join(import.meta.dirname, '../../../resources/sample/files')
    let letters = 0
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.docx'))) {
      const text = joinPages((await readDocx(readFileSync(join(folder, name)))).pages)
      letters += text.length
      expect(repairLegacy(text)).toBe(text)
    }
    expect(letters).toBeGreaterThan(10_000)
    for (const text of [
      SENTENCE,
      SENTENCE.normalize('NFD'),
      'Être né à Genève, garçon, où l’été fut très âpre et le théâtre fermé',
      '© 2019 ® 25 µm ± 3 ¬ « » 10 ¼ ½ ¾ §5 ¶2',
      'bé ngà và bà là thìa ôi hò ý í ới'
    ]) {
      expect(repairLegacy(text)).toBe(text)
    }
  })
})

describe('DOCX in old fonts', () => {
  const docx = (body: string, styles = '') =>
    Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8(
          '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        '_rels/.rels': strToU8(
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        'word/_rels/document.xml.rels': strToU8(
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
        ),
        'word/styles.xml': strToU8(
          `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>`
        ),
        'word/document.xml': strToU8(
          `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
        )
      })
    )
  const read = async (body: string, styles?: string) => joinPages((await readDocx(docx(body, styles))).pages)

  it('told by the run', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr><w:t>huyÖn ñy</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr><w:t xml:space="preserve"> bé &amp; ngà</w:t></w:r></w:p>'
    expect(await read(body)).toBe('HUYỆN ỦY bé & ngà')
  })

  it('told by the usual style alone, and by a style based on another', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="Normal"/></w:style>'
    const body =
      '<w:p><w:r><w:t>chi bé</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>c¬ së</w:t></w:r></w:p>'
    expect(await read(body, styles)).toBe('chi bộ\ncơ sở')
  })
})
