import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extract } from '#archive/read/extract.ts'
import { readPdf } from '#archive/read/pdf.ts'
import { joinPages } from '#domain/text/page-text.ts'
import { isBroken, textHealth } from '#domain/text/readable.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus')
const SAMPLE = join(import.meta.dirname, '../../../resources/sample/files')
const ALPHABET = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'
const HIGH = /[^\p{ASCII}]/gu

/** Ways in which a text layer goes wrong. */
const BREAKS: Readonly<Record<string, (text: string) => string>> = {
  'letters shifted by one': (text) => shift(text, 1),
  'letters shifted by seven': (text) => shift(text, 7),
  'ASCII letters shifted alone': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 94) % 26) + 97)),
  'letters with marks lost': (text) => text.replace(HIGH, ''),
  'every second letter with marks lost': everySecond,
  'letters with marks as blanks': (text) => text.replace(HIGH, ' '),
  'letters with marks as replacement signs': (text) => text.replace(HIGH, '\ufffd'),
  'letters with marks in the private area': (text) => text.replace(HIGH, '\ue123'),
  'letters with marks standing apart': (text) => text.replace(/([^\p{ASCII}])(?=\p{L})/gu, ' $1 '),
  'letters all apart': (text) => text.replace(/(\p{L})(?=\p{L})/gu, '$1 '),
  'marks unknown to the OCR program': (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
}

function shift(text: string, by: number): string {
  return [...text]
    .map((letter) => {
      const at = ALPHABET.indexOf(letter.toLowerCase())
      return at < 0 ? letter : (ALPHABET[(at + by) % ALPHABET.length] ?? letter)
    })
    .join('')
}

function everySecond(text: string): string {
  let count = 0
  return text.replace(HIGH, (letter) => (count++ % 2 === 0 ? '' : letter))
}

async function sampleTexts(): Promise<readonly string[]> {
  const texts: string[] = []
  for (const name of readdirSync(SAMPLE)) {
    const result = await extract(join(SAMPLE, name))
    if (result.ok) texts.push(joinPages(result.text.pages))
  }
  return texts.filter((text) => text.length > 300)
}

describe('the health of a text', () => {
  it('passes every text of the sample and calls every broken one broken', async () => {
    const texts = await sampleTexts()
    expect(texts.length).toBeGreaterThan(30)
    const lowest = Math.min(...texts.map((text) => textHealth(text).valid))
    process.stdout.write(`[read] ${texts.length} sound texts: lowest share of syllables ${lowest.toFixed(3)}\n`)
    expect(texts.filter(isBroken)).toEqual([])
    for (const [how, change] of Object.entries(BREAKS)) {
      const broken = texts.map((text) => change(text.normalize('NFC')))
      const highest = Math.max(...broken.map((text) => textHealth(text).valid))
      process.stdout.write(
        `[read] ${how}: ${broken.filter(isBroken).length} of ${broken.length} seen, highest share ${highest.toFixed(3)}\n`
      )
      expect(broken.filter((text) => !isBroken(text))).toEqual([])
    }
  }, 60_000)

  it.skipIf(!existsSync(CORPUS))('passes every text of the corpus', () => {
    const texts = ['state', 'party'].flatMap((part) =>
      readdirSync(join(CORPUS, part))
        .filter((name) => /^\d+\.txt$/.test(name))
        .map((name) => readFileSync(join(CORPUS, part, name), 'utf8').normalize('NFC'))
    )
    const lowest = Math.min(...texts.map((text) => textHealth(text).valid))
    process.stdout.write(`[read] ${texts.length} corpus texts: lowest share of syllables ${lowest.toFixed(3)}\n`)
    expect(texts.length).toBeGreaterThan(70)
    expect(texts.filter(isBroken)).toEqual([])
  })

  it.each([
    ['c a Ban Thủ ườ ng v ụ T nhỉ', true],
    ['Căn cứ Quy chế làm việc của Ban Thường vụ Huyện ủy', false],
    ['a) Về công tác tổ chức b) Về kiểm tra c) Về dân vận d) Khác', false],
    ['UBND, HĐND, MTTQ, BCH, BTV, UBKT, TTVH, VP và các đơn vị trực thuộc', false],
    ['The committee of the district and the plan for the year is approved by the council', false],
    ['Thi h', false]
  ])('%s: broken %s', (text, broken) => {
    expect(isBroken(text)).toBe(broken)
  })
})

describe('a PDF', () => {
  const SOUND = { font: 'Arial', text: 'Ban ra ngay mai gom cac chi bo' }
  const TCVN3 = [
    { font: '.VnTimeH', text: '§¶ng bé huyÖn §øc L©m' },
    {
      font: '.VnTime',
      text: 'Thùc hiÖn c«ng v¨n cña Ban Th\u00adêng vô HuyÖn ñy vÒ viÖc gi¸m s¸t'
    },
    { font: 'Arial', text: 'S\u00f4 221-CV/HU' }
  ]

  it('in TCVN3 fonts is read, capitals by the font, the horned u that PDFs give as a hyphen', async () => {
    const { pages, kind } = await readPdf(plainPdf([TCVN3]))
    expect(kind).toBe('born-digital')
    expect(joinPages(pages).split('\n')).toEqual([
      'ĐẢNG BỘ HUYỆN ĐỨC LÂM',
      'Thực hiện công văn của Ban Thường vụ Huyện ủy về việc giám sát',
      'Sô 221-CV/HU'
    ])
  })

  it('with a broken page gives that page as one without text, to be read off its picture', async () => {
    const garbled = Array.from({ length: 6 }, () => ({
      font: 'Arial',
      text: 'Wkxf klhq frqj ydq fxd edq wkxrqj yx kxbhq xb yh ylhf'
    }))
    const all = await readPdf(plainPdf([garbled, garbled]))
    expect(all.kind).toBe('scan')
    expect(joinPages(all.pages).trim()).toBe('')
    const some = await readPdf(plainPdf([TCVN3, garbled]))
    expect(some.kind).toBe('mixed')
    expect(some.pages[1]).toMatchObject({ text: '', runs: [] })
    expect(some.pages[0]?.text).toContain('Huyện ủy')
  })

  it('with little text is left alone', async () => {
    const path = join(tempFolder(), 'little.pdf')
    writeFileSync(path, plainPdf([[SOUND]]))
    expect(await extract(path)).toMatchObject({ ok: true, text: { kind: 'born-digital' } })
  })
})
