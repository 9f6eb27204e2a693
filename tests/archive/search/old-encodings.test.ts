import { describe, expect, test } from 'vitest'
import { repairLegacy, repairTyped } from '#archive/read/legacy-repair.ts'
import { suggest } from '#archive/search/suggest.ts'
import { readable } from '#archive/search/typed-query.ts'
import { memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, fast, full, ids } from './search-support.ts'

/** Letters as keyboards of the nineties wrote them, seen as Latin-1. */
const TCVN3 = [...'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ']
const TCVN3_CODES = [...'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ']
const VNI_MARK: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
  '\u0302': 'â',
  '\u0302\u0301': 'á',
  '\u0302\u0300': 'à',
  '\u0302\u0309': 'å',
  '\u0302\u0303': 'ã',
  '\u0302\u0323': 'ä',
  '\u0306': 'ê',
  '\u0306\u0301': 'é',
  '\u0306\u0300': 'è',
  '\u0306\u0309': 'ú',
  '\u0306\u0303': 'ü',
  '\u0306\u0323': 'ë'
}
const VNI_WHOLE: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö'
}

const asTcvn3 = (text: string) => [...text].map((letter) => TCVN3_CODES[TCVN3.indexOf(letter)] ?? letter).join('')
const asVni = (text: string) =>
  [...text]
    .map((letter) => {
      if (VNI_WHOLE[letter]) return VNI_WHOLE[letter]
      const [, base = '', marks = ''] = /^(.\u031b?)(.*)$/su.exec(letter.normalize('NFD')) ?? []
      // Circumflex and breve stand before the tone.
      const sorted = [...marks]
        .sort((a, b) => Number(!/[\u0302\u0306]/.test(a)) - Number(!/[\u0302\u0306]/.test(b)))
        .join('')
      const whole = base.normalize('NFC')
      return (VNI_WHOLE[whole] ?? whole) + (VNI_MARK[sorted] ?? '')
    })
    .join('')

const TEXTS = [
  'quản lý công tác văn thư, lưu trữ',
  'phòng cháy, chữa cháy rừng mùa khô',
  'bảo đảm an ninh trật tự dịp lễ',
  'ủy ban kiểm tra huyện ủy',
  'hoà giải ở cơ sở, chữ kí số'
] as const

describe('one paper, whatever its query is written in', () => {
  const { db } = archiveOfTexts(...TEXTS)
  const queries: readonly (readonly [string, string])[] = [
    ['công tác văn thư', 'd1'],
    ['lưu trữ', 'd1'],
    ['chữa cháy rừng', 'd2'],
    ['trật tự dịp lễ', 'd3'],
    ['kiểm tra huyện ủy', 'd4'],
    ['hoà giải', 'd5'],
    ['hòa giải', 'd5'],
    ['quản lí', 'd1'],
    ['chữ ký số', 'd5'],
    ['uỷ ban', 'd4']
  ]

  test.each(queries)('%s', (typed, id) => {
    const ways = [typed, typed.normalize('NFD'), typed.toUpperCase(), asTcvn3(typed), asVni(typed)]
    for (const way of ways) {
      expect([way, ids(full(db, `${way} `))]).toEqual([way, [id]])
      expect([way, ids(fast(db, `"${way}"`))]).toEqual([way, [id]])
    }
  })

  test('a paper pasted in an old encoding is found by Unicode', () => {
    const old = archiveOfTexts(repairLegacy(asTcvn3(TEXTS[0])), repairLegacy(asVni(TEXTS[1])))
    expect(ids(full(old.db, 'văn thư, lưu trữ '))).toEqual(['d1'])
    expect(ids(full(old.db, 'chữa cháy rừng '))).toEqual(['d2'])
  })

  test.each<[typed: string, ids: readonly string[]]>([
    [`"${asTcvn3('phòng cháy, chữa cháy')}"`, ['d2']],
    [`"${asVni('cháy, phòng')}"`, []],
    [`"${asTcvn3('chữa cháy')}" HOẶC "${asTcvn3('lưu trữ')}"`, ['d1', 'd2']],
    [`${asVni('huyện')} KHÔNG ${asVni('kiểm')}`, []],
    [`rừng "${asTcvn3('chữa cháy')}"`, ['d2']],
    [`trật tự ${asVni('dịp lễ')}`, ['d3']],
    [`${asTcvn3('kiểm')} GẦN/2 ${asTcvn3('huyện')}`, ['d4']],
    [`“${asTcvn3('an ninh trật tự')}”`, ['d3']]
  ])('among operators, quotation marks and words in Unicode: %s', (typed, expected) => {
    expect(ids(full(db, `${typed} `)).toSorted()).toEqual(expected)
    expect(ids(fast(db, `${typed} `)).toSorted()).toEqual(expected)
  })

  test('behind the name of a field', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d1', { issuer: 'Tỉnh ủy', signer: 'Nguyễn Thị Hạnh', subject: 'rừng' }, '')
    archive.file('d2', { issuer: 'Huyện ủy', signer: 'Trần Văn Bình', subject: 'rừng' }, '')
    for (const as of [asTcvn3, asVni]) {
      for (const [typed, id] of [
        [`người ký: ${as('hạnh')}`, 'd1'],
        [`cq: "${as('tỉnh ủy')}"`, 'd1'],
        [`rừng KHÔNG cq: ${as('tỉnh ủy')}`, 'd2'],
        [`${as('người ký')}: ${as('thị hạnh')}`, 'd1']
      ] as const)
        expect([typed, ids(full(archive.db, `${typed} `))]).toEqual([typed, [id]])
    }
  })

  test('names are suggested by it as well', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d1', { signer: 'Nguyễn Thị Hạnh', subject: 'công tác văn thư' })
    for (const typed of [asTcvn3('nguyễn thị'), asVni('nguyễn thị')])
      expect(suggest(archive.db, typed, 10).map((one) => one.text)).toContain('Nguyễn Thị Hạnh')
  })
})

describe('Unicode stays as it is', () => {
  test.each([
    'cá',
    'hà nội',
    'Đà Lạt',
    'tài chính',
    'cô',
    'số: 12-CV/TU',
    'bão lũ',
    '±5 µm',
    'café',
    'ô tô',
    'họ',
    'tiền ©'
  ])('%s', (typed) => {
    expect(repairTyped(typed)).toBe(typed)
    expect(readable(typed).text).toBe(typed)
  })

  test.each([
    'hà nội rừng',
    'KHÔNG cháy',
    'cà phê HOẶC rừng',
    '"hà nội" ngày: 2021',
    'Krông Nô, Pô Kô rừng',
    'tỉ lệ 5 µm'
  ])('beside other words: %s', (typed) => expect(readable(typed).text).toBe(typed))
})
