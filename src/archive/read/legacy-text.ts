/** TCVN3 (ABC): one byte a letter; its capitals with marks exist only in ".VnTimeH" fonts and come out small. */
const TCVN3 = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map(
  [...TCVN3].map((code, index) => [code, [...LETTERS][index] ?? code])
)

/** VNI-Windows: a base letter and one mark character after it. */
const VNI_MARKS: Readonly<Record<string, string>> = bothCases({
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323'
})
const VNI_SINGLES: Readonly<Record<string, string>> = bothCases({
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ'
})

export function fromTcvn3(latin: string): string {
  return [...latin].map((code) => TCVN3_LETTERS.get(code) ?? code).join('')
}

export function fromVni(latin: string): string {
  let text = ''
  let before = ''
  for (const code of latin) {
    const mark = /[aeouyôö]/i.test(before) ? VNI_MARKS[code] : undefined
    text += mark ?? VNI_SINGLES[code] ?? code
    before = code
  }
  return text.normalize('NFC')
}

function bothCases(table: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const capitals = Object.entries(table).map(([code, letter]) => [code.toUpperCase(), letter.toUpperCase()])
  return { ...Object.fromEntries(capitals), ...table }
}
