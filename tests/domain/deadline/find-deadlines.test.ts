import { describe, expect, test } from 'vitest'
import type { FoundDeadline } from '#domain/deadline/deadline.ts'
import { findDeadlines } from '#domain/deadline/find-deadlines.ts'
import { processorTime } from '#tests/support/processor-time.ts'

const CONTEXT = { issuedOn: '2021-08-12', arrivedOn: '2021-08-16' }

function all(text: string, context: Parameters<typeof findDeadlines>[1] = CONTEXT): readonly FoundDeadline[] {
  return findDeadlines(text.normalize('NFC'), context)
}

type Said = Readonly<{
  day: string | null
  raw?: string
  unit?: string | null
  hour?: string
  every?: string
  rule?: string
}>

/** What the paper of 12/8/2021, arrived on 16/8/2021, sets. */
const SETS: readonly (readonly [string, Said])[] = [
  [
    'Báo cáo kết quả thực hiện về Ban Thường vụ Huyện ủy trước ngày 15/9/2021.',
    { day: '2021-09-15', raw: 'trước ngày 15/9/2021', unit: null, rule: 'deadline-day' }
  ],
  [
    'Các chi bộ, đảng bộ trực thuộc báo cáo kết quả về Huyện ủy (qua Ban Tổ chức) trước ngày 15-9-2021.',
    { day: '2021-09-15', unit: 'Các chi bộ, đảng bộ trực thuộc' }
  ],
  [
    'Đề nghị các cơ quan, đơn vị gửi báo cáo chậm nhất ngày 20/9/2021.',
    { day: '2021-09-20', unit: 'các cơ quan, đơn vị' }
  ],
  [
    'Yêu cầu Đảng ủy Quân sự huyện gửi báo cáo chậm nhất là ngày 20 tháng 9 năm 2021.',
    { day: '2021-09-20', unit: 'Đảng ủy Quân sự huyện' }
  ],
  [
    'Giao Ban Tuyên giáo Huyện ủy chủ trì, hoàn thành trước ngày 30 tháng 9.',
    { day: '2021-09-30', unit: 'Ban Tuyên giáo Huyện ủy' }
  ],
  ['Gửi về Văn phòng Huyện ủy trước ngày 05/9 để tổng hợp.', { day: '2021-09-05', raw: 'trước ngày 05/9' }],
  ['Báo cáo gửi về Ban Tổ chức Huyện ủy trước 17 giờ 00 ngày 10/9/2021.', { day: '2021-09-10', hour: '17:00' }],
  ['Gửi danh sách trước 16h30 ngày 20/8/2021 qua trục liên thông.', { day: '2021-08-20', hour: '16:30' }],
  ['Góp ý bằng văn bản, gửi trước 11 giờ, ngày 19/8/2021.', { day: '2021-08-19', hour: '11:00' }],
  ['Gửi báo cáo trước 17 giờ 00 phút, thứ Sáu, ngày 10/9/2021.', { day: '2021-09-10', hour: '17:00' }],
  ['Các đơn vị đăng ký tham dự chậm nhất trước 15 giờ ngày 18/8.', { day: '2021-08-18', hour: '15:00' }],
  ['Hoàn thành trong quý III/2021.', { day: '2021-09-30', raw: 'trong quý III/2021', rule: 'deadline-quarter' }],
  [
    'Giao Ủy ban Kiểm tra Huyện ủy tham mưu, hoàn thành trong quý IV năm 2021.',
    { day: '2021-12-31', unit: 'Ủy ban Kiểm tra Huyện ủy' }
  ],
  ['Hoàn thành việc kiểm tra trước quý IV/2021.', { day: '2021-09-30' }],
  ['Việc rà soát xong trong tháng 9.', { day: '2021-09-30', rule: 'deadline-month' }],
  ['Hoàn thành trong tháng 9/2021.', { day: '2021-09-30' }],
  ['Tổng hợp, báo cáo trong tháng 02 năm 2024.', { day: '2024-02-29' }],
  ['Gửi kết quả trước tháng 10/2021.', { day: '2021-09-30' }],
  ['Hoàn thành việc kiện toàn trước cuối tháng 10/2021.', { day: '2021-10-31' }],
  ['Ban hành kế hoạch và báo cáo trong tháng 01.', { day: '2022-01-31' }],
  ['Việc lập hồ sơ hoàn thành trong quý I của năm sau.', { day: null, raw: 'trong quý I của năm sau' }],
  [
    '2.1. Quán triệt: các huyện ủy, thành ủy hoàn thành trong tháng 8/2021.',
    { day: '2021-08-31', unit: 'các huyện ủy, thành ủy' }
  ],
  [
    '1- Các huyện ủy, đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt, xong trước ngày 31 tháng 3 năm 2022.',
    { day: '2022-03-31', unit: 'Các huyện ủy, đảng ủy trực thuộc Tỉnh ủy' }
  ],
  [
    'Doanh nghiệp định kỳ hàng quý (trước ngày 15 của tháng kế tiếp) báo cáo về Sở.',
    { day: null, every: 'quarter', raw: 'định kỳ hàng quý (trước ngày 15 của tháng kế tiếp)' }
  ],
  ['Chậm nhất ngày 31/3 hằng năm, các đơn vị nộp hồ sơ đã kết thúc vào lưu trữ.', { day: null, every: 'year' }],
  ['Việc chi trả hỗ trợ người lao động hoàn thành chậm nhất vào ngày 10 tháng 9 năm 2021.', { day: '2021-09-10' }],
  ['Ban cán sự đảng lãnh đạo Ủy ban nhân dân tỉnh ban hành kế hoạch trong tháng 9/2021.', { day: '2021-09-30' }],
  [
    'Điều chỉnh Kế hoạch 133-KH/HU (đã được sửa đổi) như sau: đại hội chi bộ xong trước 31/10/2021.',
    { day: '2021-10-31' }
  ],
  ['Ban Tuyên giáo tổng kết trước ngày 31/10/2021.', { day: '2021-10-31', unit: null }],
  ['Hoàn thành trong năm 2021.', { day: '2021-12-31', rule: 'deadline-year' }],
  ['Hoàn thành việc sáp nhập trước năm 2023.', { day: '2022-12-31' }],
  ['Hoàn thành việc sắp xếp trước cuối năm 2022.', { day: '2022-12-31' }],
  ['Hoàn thành việc rà soát trong 6 tháng đầu năm 2022.', { day: '2022-06-30' }],
  [
    'Trong thời hạn 10 ngày kể từ ngày nhận được Công văn này, các đơn vị báo cáo kết quả.',
    { day: '2021-08-26', rule: 'deadline-term' }
  ],
  ['Báo cáo Ban Thường vụ trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này.', { day: null }],
  ['Gửi báo cáo trong vòng 05 ngày kể từ ngày 01/9/2021.', { day: '2021-09-06' }],
  ['Các đơn vị trả lời trong thời hạn 30 ngày, kể từ ngày ký ban hành.', { day: '2021-09-11' }],
  ['Gửi báo cáo chậm nhất sau 02 tuần kể từ ngày ban hành Kế hoạch này.', { day: '2021-08-26' }],
  ['Báo cáo kết quả trong thời hạn 3 tháng kể từ ngày 30/11/2021.', { day: '2022-02-28' }],
  ['Báo cáo trong thời hạn 05 ngày kể từ ngày kết thúc hội nghị.', { day: null }],
  ['Báo cáo trong vòng 24 giờ kể từ khi xảy ra vụ việc.', { day: null }],
  [
    'Định kỳ hằng quý (trước ngày 20 tháng cuối quý) báo cáo Ban Thường vụ Huyện ủy.',
    { day: null, every: 'quarter', raw: 'Định kỳ hằng quý (trước ngày 20 tháng cuối quý)' }
  ],
  ['Báo cáo định kỳ hằng tháng trước ngày 25 về Văn phòng Huyện ủy.', { day: null, every: 'month' }],
  ['Gửi báo cáo trước ngày 20 hằng tháng.', { day: null, every: 'month' }],
  ['Tổng hợp, báo cáo trước ngày 15/12 hằng năm.', { day: null, every: 'year' }],
  ['Ban Dân vận theo dõi, định kỳ 6 tháng báo cáo Thường trực Huyện ủy.', { day: null, every: 'half-year' }],
  ['Định kỳ hàng tuần gửi báo cáo về Ban Chỉ đạo.', { day: null, every: 'week' }],
  ['Trước ngày 15/9/2021, các cơ quan gửi báo cáo về Huyện ủy.', { day: '2021-09-15' }],
  ['- Thời gian hoàn thành: trước ngày 30/9/2021.', { day: '2021-09-30' }],
  ['Thời hạn gửi báo cáo: 15/9/2021.', { day: '2021-09-15' }],
  ['Hạn cuối gửi bài dự thi là ngày 31/10/2021.', { day: '2021-10-31' }],
  ['Hạn chót nộp hồ sơ: ngày 25/8/2021.', { day: '2021-08-25' }],
  ['Việc bàn giao phải được hoàn thành trước ngày 30/9/2021.', { day: '2021-09-30' }],
  ['Xây dựng, ban hành kế hoạch trước ngày 30/8/2021.', { day: '2021-08-30' }],
  ['Tổ chức quán triệt xong trước ngày 30/8/2021.', { day: '2021-08-30' }],
  ['Rà soát, khắc phục, báo cáo không muộn hơn ngày 01/10/2021.', { day: '2021-10-01' }],
  ['Nộp hồ sơ trước ngày 31/9/2021.', { day: null }],
  ['Báo cáo trước ngày 15 tháng 01.', { day: '2022-01-15' }],
  ['Báo cáo trước ngày 15/7.', { day: null }],
  ['BÁO CÁO KẾT QUẢ TRƯỚC NGÀY 15/9/2021.', { day: '2021-09-15' }],
  [
    'Đồng chí Bí thư Chi bộ Quân sự báo cáo kết quả trong ngày 20/8/2021.',
    { day: '2021-08-20', unit: 'Đồng chí Bí thư Chi bộ Quân sự' }
  ],
  ['Đối với những đơn vị chưa báo cáo, đề nghị gửi trước ngày 15/9/2021.', { day: '2021-09-15' }],
  ['Báo cáo kết quả thực hiện về Huyện ủy trước\nngày 15/9/2021.', { day: '2021-09-15', raw: 'trước ngày 15/9/2021' }]
]

/** The twins: the same words where nothing is due. */
const SETS_NONE: readonly string[] = [
  'Chỉ thị này có hiệu lực từ ngày 15/9/2021.',
  'Quyết định có hiệu lực thi hành kể từ ngày ký.',
  'Nghị định này có hiệu lực trước ngày 15/9/2021.',
  'Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin.',
  'Tiếp theo Công văn số 145-CV/HU, ngày 04/5/2021, báo cáo kết quả thực hiện.',
  'Các đơn vị đã báo cáo kết quả trước ngày 15/9/2021.',
  'Huyện ủy đã chỉ đạo các đơn vị hoàn thành trước ngày 30/9/2021.',
  'Các dự án được phê duyệt trước ngày 01/01/2022 thì tiếp tục thực hiện.',
  'Đối với các công trình hoàn thành trước ngày 31/12/2021 thì áp dụng định mức cũ.',
  'Đảng viên được kết nạp trước ngày 01/10/2021.',
  'Cán bộ sinh trước ngày 01/9/1961.',
  'Người tham gia cách mạng trước ngày 01/01/1945.',
  'Việc xảy ra trước ngày 15/9/2021 thì xử lý theo quy định cũ.',
  'Các văn bản ban hành trước ngày 15/9/2021 vẫn còn giá trị.',
  'Các tổ chức thành lập trước ngày 01/7/2025.',
  'Hoàn thành trước ngày 30/4/2021.',
  'Báo cáo về tình hình trước ngày bầu cử.',
  'Trong tháng 9, tình hình tư tưởng ổn định.',
  'UBND tỉnh báo cáo kết quả thực hiện trong tháng 9 năm 2021 về cải cách hành chính như sau:',
  'Báo cáo kết quả trong 6 tháng đầu năm 2022.',
  'Trước ngày 15/9/2021, các đơn vị đã báo cáo kết quả về Huyện ủy.',
  'Toàn tỉnh ban hành 120 văn bản trong tháng 9/2021.',
  'Trong quý III/2021, kinh tế tăng trưởng khá.',
  'Tổ chức hội nghị trong tháng 9/2021 tại hội trường.',
  'Trong năm 2021, toàn huyện kết nạp 120 đảng viên.',
  'Kế hoạch thí điểm trong thời gian 3 tháng.',
  'Hồ sơ được giải quyết trong ngày.',
  'Giao Ban Tuyên giáo Huyện ủy theo dõi, tổng hợp, định kỳ báo cáo Ban Thường vụ.',
  'Theo báo cáo định kỳ hằng quý của Công an huyện, tội phạm giảm.',
  'Thi hành Điều lệ, định kỳ hằng năm kiểm tra đảng viên.',
  'Thời gian tổ chức: 08 giờ 00 ngày 20/8/2021, tại Hội trường Huyện ủy.',
  'Khai mạc lúc 07 giờ 30 ngày 20/8/2021.',
  'Số liệu tính đến trước ngày 15/9/2021 là 1.200 người.',
  'Tăng 15/9 chỉ tiêu so với trước.',
  'Như đã nêu trước, báo cáo gồm 2021 trang.',
  'Luật này thay thế Luật được thông qua trước ngày 15/9/2021.',
  'Từ ngày 01/9/2021 đến ngày 30/9/2021, toàn huyện giãn cách.',
  'Hợp đồng ký kết trước ngày 15/9/2021.',
  'Đam Rông, ngày 12 tháng 8 năm 2021'
]

describe('deadlines a paper sets', () => {
  test.each(SETS)('%s', (text, said) => {
    const found = all(text)
    expect(found.map((one) => one.raw)).toHaveLength(1)
    expect(found[0]).toMatchObject(said)
  })

  test.each(SETS_NONE)('none: %s', (text) => {
    expect(all(text).map((one) => one.raw)).toEqual([])
  })
})

describe('evidence', () => {
  const text =
    `HUYỆN ỦY ĐAM RÔNG\nSố 221-CV/HU\n\nĐề nghị các chi bộ quán triệt.\f2\n\nCác chi bộ báo cáo kết quả về Ban Tuyên giáo Huyện ủy trước ngày 15/9/2021. Hoàn thành trong quý IV/2021.`.normalize(
      'NFC'
    )

  test('the span holds the words, on their page, and the quote shows them', () => {
    const [first, second] = all(text)
    if (!first || !second) throw new Error('not found')
    expect(text.slice(first.start, first.end)).toBe('trước ngày 15/9/2021')
    expect([first.page, second.page]).toEqual([2, 2])
    expect(first.quote).toBe('Các chi bộ báo cáo kết quả về Ban Tuyên giáo Huyện ủy trước ngày 15/9/2021.')
    expect(first.quote.slice(first.quoteStart, first.quoteEnd)).toBe('trước ngày 15/9/2021')
    expect(second.day).toBe('2021-12-31')
  })

  test('the key is the same when pages before it change, and differs where the same words come twice', () => {
    const again = all(`Thêm một trang.\f${text}`)
    expect(again.map((one) => one.key)).toEqual(all(text).map((one) => one.key))
    const twice = all('Báo cáo trước ngày 15/9/2021.\nBáo cáo trước ngày 15/9/2021.')
    expect(new Set(twice.map((one) => one.key)).size).toBe(2)
  })

  test('without the day of the paper a day without a year stays open, a whole one does not', () => {
    const nothing = { issuedOn: null, arrivedOn: null }
    expect(all('Báo cáo trước ngày 15/9.', nothing)[0]?.day).toBe(null)
    expect(all('Báo cáo trước ngày 15/9/2021.', nothing)[0]?.day).toBe('2021-09-15')
    expect(all('Trả lời trong thời hạn 10 ngày kể từ ngày nhận được Công văn này.', nothing)[0]?.day).toBe(null)
  })

  test('a long text of nothing but leads takes no time', () => {
    expect(processorTime(() => all('chậm nhất trước ngày báo cáo trong thời hạn '.repeat(5000)))).toBeLessThan(2000)
  })
})
