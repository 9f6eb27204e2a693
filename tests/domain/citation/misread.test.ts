import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { citationsOf, LETTER, STATE_PAPER, told } from './citations-of.ts'

/** Pages that were misread; on a clean page none of this is mended. */
const PARTY = { ...LETTER, issuedOn: '2023-12-31', reference: parseReference('221-CV/HU'), misread: true }
const STATE = { ...STATE_PAPER, issuedOn: '2026-01-31', misread: true }
const CLEAN = { ...PARTY, misread: false }

function read(text: string, own = PARTY): readonly string[] {
  return citationsOf(text, own).map(told)
}

describe('a symbol on a misread page', () => {
  it.each([
    ['Công văn số 655-CCV/HU, ngày 02/4/2020', '655-CV/HU 2020-04-02', 'a letter doubled'],
    ['Kế hoạch số 128-K/HU ngày 10/7/2019', '128-KH/HU 2019-07-10', 'a letter lost'],
    ['Tờ trình số 05 -tTr/BTGHU', '05-TTr/BTGHU', 'a small letter'],
    ['Tờ trình số 14-TT;/BTGHU, ngày 30/11/2018', '14-TTr/BTGHU 2018-11-30', 'a sign for a letter'],
    ['Nghị quyết số 35-,Q/TW, ngày 22/10/2018', '35-NQ/TW 2018-10-22', 'a comma for a letter'],
    ['Chỉ thị 35-CT/`W, ngày 30/5/2019', '35-CT/TW 2019-05-30', 'a stroke for a letter'],
    ['Công văn số 412-CV/VPT U ngày 15/11/2017', '412-CV/VPTU 2017-11-15', 'a space in a code'],
    ['Công văn số 2 45-CV/HU', '245-CV/HU', 'a space in a number'],
    ['Công văn số 7S3-CV/TU', '753-CV/TU', 'S for 5'],
    ['Báo cáo giải trình số 07-BC//CB', '07-BC/CB', 'a slash doubled'],
    ['Kết luận số 58-L/TW của Bộ Chính trị', '58-KL/TW', 'letters of another type'],
    ['Hướng dẫn số 22-HD/BTCU của Ban Tổ chức Tỉnh ủy', '22-HD/BTCTU', 'the code its issuer bears'],
    ['Hướng dẫn st 36-HD/VPTW', '36-HD/VPTW', '“số” misread'],
    ['Kế hoạche99-KH/TU', '99-KH/TU', 'the space before it read as a letter'],
    ['Tờ tình số 14-TTr/BTGHU', '14-TTr/BTGHU', 'the type word misread as another word'],
    ['Kế hoạch số 133-KH/HUtngày 08/8/2023', '133-KH/HU 2023-08-08', 'the space behind it read as a letter']
  ])('“%s” is read as %s: %s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    ['Nghị định số 79/2025/NĐ.CP', '79/2025/NĐ-CP', 'a stop for the dash'],
    ['Luật Tổ chức Quốc hội số 57/t014/QH13', '57/2014/QH13', 'the year bounded by the assembly'],
    ['Luật số 65/;020/QH14', '65/2020/QH14', 'a sign for the first digit of the year'],
    ['Nghị định số 722026/NĐ-CP', '72/2026/NĐ-CP', 'the slash before the year lost'],
    ['Quyết định số 15/QĐ-UBNe ngày 05/3/2021', '15/QĐ-UBND 2021-03-05', 'a small letter in a code'],
    ['Thông tư số 08/2018/TT-BGDDT', '08/2018/TT-BGDĐT', 'the bar of Đ lost'],
    [
      'Thông tư liên tịch số 72/2011/TTLT-BTo-BGTVT của Bộ trưởng Bộ Tài chính và Bộ trưởng Bộ Giao thông vận tải',
      '72/2011/TTLT-BTC-BGTVT',
      'one of the bodies that issue together'
    ],
    [
      'Nghị định số 26/2028/NĐ-CP ngày 31 tháng 5 năm 2023 của Chính phủ',
      '26/2023/NĐ-CP 2023-05-31',
      'a year that lies ahead'
    ]
  ])('of the State “%s” is read as %s: %s', (text, expected) => {
    expect(read(text, STATE)).toEqual([expected])
  })

  it.each([
    ['Hướng dẫn số 11t-HD/BTGTW', 'a digit is lost'],
    ['Chỉ thị số 1e-CT/HU', 'a digit is lost that looks like a suffix'],
    ['Giấy mời số `31-GM/HU', 'a sign may be a digit'],
    ['Nghị định số 16;/2025/NĐ-CP', 'a sign before the separator may be a digit'],
    ['Công văn số 1520-CV/To ngày 27/3/2020', 'TW, TU and HU are as near'],
    ['Công văn số 412-CV/VPT', 'VPTU and VPTW are as near'],
    ['Thông tư số 20/2025/TT-BTn', 'several ministries are as near'],
    ['Hướng dẫn số 022-HD/UBKTTW', 'no number begins so'],
    ['Báo cáo số 436/BC-UBViXH15', 'no code has such a letter'],
    ['Nghị định số 26/2020/NĐ-CP ngày 31 tháng 5 năm 2021', 'year and day contradict each other'],
    ['Chỉ thị số 355-CT/TW, ngày 30/5/2019 của Bộ Chính trị', 'no term of the Centre has so many']
  ])('“%s” is left out: %s', (text) => expect(read(text, STATE)).toEqual([]))

  it.each([
    ['Thông tri số 21-TT/MTTQ-BTT', '21-TT/MTTQ-BTT'],
    ['Báo cáo số 12-BC/ĐKT', '12-BC/ĐKT'],
    ['Kết luận số 15/KL-TTr', '15/KL-TTr'],
    ['Công văn số 310/CAH-ANTT', '310/CAH-ANTT'],
    ['Công văn số 22-CV/BTCU', '22-CV/BTCU'],
    ['Quyết định số 12-QĐ/ĐUCT', '12-QĐ/ĐUCT']
  ])('unknown but well written stays on a clean page: “%s”', (text, expected) => {
    expect(read(text, CLEAN)).toEqual([expected])
  })

  it('bears a flag when it is mended, and none when it stood so', () => {
    const [mended] = citationsOf(`Công văn số 655-CCV/HU.`, PARTY)
    expect(mended?.flags).toEqual(['ocr-number'])
    expect(mended?.raw).toBe('Công văn số 655-CCV/HU')
    const [sound] = citationsOf(`Công văn số 655-CV/HU.`, PARTY)
    expect(sound?.flags).toEqual([])
  })
})

describe('a day on a misread page', () => {
  it.each([
    ['ngày 25/10/2Ø18', '2018-10-25'],
    [',|ngày 25/10/2018', '2018-10-25'],
    ['. ngày 25/10/2018', '2018-10-25'],
    ['này 25/10/2018', '2018-10-25'],
    ['ngày 2S/10/2018', '2018-10-25'],
    ['ngày 225/10/2018', '2018-10-25'],
    ['ngày 25/10/20118', '2018-10-25'],
    ['ngày 25/10/018', '2018-10-25'],
    ['ngày 25/10/201 8', '2018-10-25'],
    ['ngày 25 thánn 10 năm 2018', '2018-10-25'],
    ['ngày 25 tháng~10 năm 2018', '2018-10-25'],
    [',ngày:25 tháng 10 năm 2018', '2018-10-25']
  ])('“%s” is read', (day, expected) => {
    const [found] = citationsOf(`Quy định số 08-QĐi/TW${day.startsWith('n') ? ', ' : ''}${day}.`, PARTY)
    expect(found?.issuedOn).toBe(expected)
  })

  it.each([
    ['ngày 2e/10/2018'],
    ['ngày 25/`/2018'],
    ['ngày 25/10/20e8'],
    ['ngày 25 tháng c năm 2018'],
    ['ngày 25/10/20022']
  ])('“%s” is no day, and what stands behind it is still read', (day) => {
    const [found] = citationsOf(`Quy định số 08-QĐi/TW, ${day} của Ban Chấp hành Trung ương.`, PARTY)
    expect(found).toMatchObject({ issuedOn: null, issuer: 'Ban Chấp hành Trung ương', flags: ['implausible-date'] })
  })

  it('takes the year of the symbol where a digit of its own is lost', () => {
    expect(read('Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 205 của Chính phủ', STATE)).toEqual([
      '78/2025/NĐ-CP 2025-04-01'
    ])
  })

  it('with a footnote at the year is none on a clean page', () => {
    expect(read('Quy định số 08-QĐi/TW, ngày 25/10/20118', CLEAN)).toEqual(['08-QĐi/TW'])
  })
})

describe('words on a misread page', () => {
  it.each([
    ['của Ban Thườug vụ Huyện ủy', 'Ban Thường vụ Huyện ủy'],
    ['củatBan Bí thư', 'Ban Bí thư'],
    ['của Ban Tổ cbức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy'],
    ['của Ban Th ường vụ Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'],
    ['của Bộ Cbính trị', 'Bộ Chính trị']
  ])('“%s” names the issuer', (tail, issuer) => {
    expect(citationsOf(`Quy định số 08-QĐ/TW, ngày 25/10/2018 ${tail}.`, PARTY)[0]?.issuer).toBe(issuer)
  })

  it('that are words are not touched: “Sở” is no “Bộ”, “bản” no “ban”', () => {
    const text = 'Công văn số 278/STTTT-BCVT ngày 31/3/2020 của Sở Thông tin và Truyền thông'
    expect(citationsOf(text, STATE)[0]?.issuer).toBe('Sở Thông tin và Truyền thông')
  })

  it('carry the relation', () => {
    expect(citationsOf(`Căn eứ Quy định số 08-QĐ/TW;`, PARTY)[0]?.relation).toBe('based-on')
    expect(citationsOf(`tbực hiện Quy định số 08-QĐ/TW;`, PARTY)[0]?.relation).toBe('implements')
  })
})

describe('mentions held against one another', () => {
  const FULL = 'Kế hoạch số 133-KH/HU, ngày 25/9/2019 của Ban Thường vụ Huyện ủy. Tiếp tục Kế hoạch 133-KH/HU. '

  it.each([
    ['Kế hoạch 138-KH/HU.', 'a digit taken for one like it'],
    ['Kế hoạch 1333-KH/HU.', 'a digit doubled'],
    ['Kế hoạch 13-KH/HU.', 'a digit lost']
  ])('on a misread page “%s” is no document of its own: %s', (text) => {
    expect(read(FULL + text)).toEqual(['133-KH/HU 2019-09-25'])
    expect(read(FULL + text, CLEAN)).toHaveLength(2)
  })

  it.each([['Kế hoạch 150-KH/HU.'], ['Kế hoạch 138-KH/HU, ngày 05/5/2020.'], ['Kế hoạch 133-KH/TU.']])(
    '“%s” is one of its own',
    (text) => expect(read(FULL + text)).toHaveLength(2)
  )

  it('two days of one number a letter apart are one; where both are said once neither is taken', () => {
    const twice = 'Chỉ thị số 12-CT/HU, ngày 15/3/2018. Theo Chỉ thị số 12-CT/HU, ngày 15/3/2018. '
    expect(read(`${twice}Nhắc lại Chỉ thị số 12-CT/HU, ngày 15/8/2018.`)).toEqual(['12-CT/HU 2018-03-15'])
    const [open] = citationsOf(`Chỉ thị số 12-CT/HU, ngày 15/3/2018; Chỉ thị số 12-CT/HU, ngày 15/8/2018.`, PARTY)
    expect(open).toMatchObject({ issuedOn: null, flags: ['ocr-date'] })
    expect(read('Chỉ thị số 35-CT/TW, ngày 30/5/2019; khác với Chỉ thị số 35-CT/TW, ngày 14/6/2023.').length).toBe(2)
  })
})
