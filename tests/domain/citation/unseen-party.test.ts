import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { LETTER, toldInFull } from './citations-of.ts'

/** Sentences written before the grammar was tuned to them: all levels of the Party, old and new ways of writing. */
describe('a Party paper cites', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'Thực hiện Chương trình hành động số 15-CTr/TU, ngày 20/9/2019 của Ban Chấp hành Đảng bộ tỉnh về phát triển du lịch, Ban Thường vụ Huyện ủy yêu cầu:',
      ['15-CTr/TU 2019-09-20 | Ban Chấp hành Đảng bộ tỉnh | implements']
    ],
    [
      'Căn cứ Quy chế làm việc số 03-QC/HU, ngày 12/10/2020 của Ban Chấp hành Đảng bộ huyện khoá XXI, nhiệm kỳ 2020 - 2025;',
      ['03-QC/HU 2020-10-12 | Ban Chấp hành Đảng bộ huyện khoá XXI | based-on']
    ],
    [
      'Qua xem xét Tờ trình số 77-TTr/ĐU, ngày 03/3/2021 của Đảng ủy xã Rô Men về việc chuẩn y nhân sự, Ban Thường vụ thống nhất.',
      ['77-TTr/ĐU 2021-03-03 | Đảng ủy xã Rô Men | at-request-of']
    ],
    [
      'Tiếp tục quán triệt, thực hiện nghiêm túc Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về những điều đảng viên không được làm.',
      ['37-QĐ/TW 2021-10-25 | Ban Chấp hành Trung ương | continues-implementing']
    ],
    [
      'Phúc đáp Công văn số 318-CV/BDVTU, ngày 04 tháng 5 năm 2020 của Ban Dân vận Tỉnh ủy, Ban Dân vận Huyện ủy báo cáo như sau:',
      ['318-CV/BDVTU 2020-05-04 | Ban Dân vận Tỉnh ủy | replies-to']
    ],
    [
      'Quy định này thay thế Quy định số 1011-QĐ/HU, ngày 15/11/2016 của Ban Thường vụ Huyện ủy (khóa XX) và có hiệu lực kể từ ngày ký.',
      ['1011-QĐ/HU 2016-11-15 | Ban Thường vụ Huyện ủy (khóa XX) | replaces']
    ],
    [
      'Các nội dung trái với Hướng dẫn số 05-HD/UBKTTW, ngày 22/11/2018 của Uỷ ban Kiểm tra Trung ương đều bãi bỏ.',
      ['05-HD/UBKTTW 2018-11-22 | Uỷ ban Kiểm tra Trung ương | mentions']
    ],
    [
      'Thực hiện Hướng dẫn số 36-HD/BTCTW, ngày 13/10/2020 của Ban Tổ chức Trung ương hướng dẫn thực hiện Quy định số 213-QĐ/TW của Bộ Chính trị về trách nhiệm của đảng viên đang công tác.',
      ['36-HD/BTCTW 2020-10-13 | Ban Tổ chức Trung ương | implements', '213-QĐ/TW | Bộ Chính trị | mentions']
    ],
    [
      'Căn cứ Quyết định số 42-QĐ/TWĐTN-BTC, ngày 18/3/2019 của Ban Bí thư Trung ương Đoàn;',
      ['42-QĐ/TWĐTN-BTC 2019-03-18 | Ban Bí thư Trung ương Đoàn | based-on']
    ],
    [
      'Ban Thường vụ Huyện đoàn triển khai Kế hoạch số 118-KH/TĐTN-TTNTH, ngày 07/02/2020 của Ban Thường vụ Tỉnh đoàn.',
      ['118-KH/TĐTN-TTNTH 2020-02-07 | Ban Thường vụ Tỉnh đoàn | implements']
    ],
    [
      'theo Thông tri số 21-TT/MTTQ-BTT, ngày 08/6/2020 của Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
      ['21-TT/MTTQ-BTT 2020-06-08 | Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | based-on']
    ],
    [
      'Thực hiện Kế hoạch số 61/KH-MTTQ-BTT, ngày 17/7/2020 của Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      ['61/KH-MTTQ-BTT 2020-07-17 | Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | implements']
    ],
    [
      'Căn cứ Nghị quyết số 9b/NQ-BCH, ngày 11/01/2021 của Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam;',
      ['9b/NQ-BCH 2021-01-11 | Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam | based-on']
    ],
    [
      'Tiếp theo các Công văn số 201-CV/HU, ngày 03/02/2021, số 214-CV/HU, ngày 20/02/2021 và số 219-CV/HU, ngày 01/3/2021 của Ban Thường vụ Huyện ủy về phòng, chống dịch',
      [
        '201-CV/HU 2021-02-03 | Ban Thường vụ Huyện ủy | follows',
        '214-CV/HU 2021-02-20 | Ban Thường vụ Huyện ủy | follows',
        '219-CV/HU 2021-03-01 | Ban Thường vụ Huyện ủy | follows'
      ]
    ],
    [
      'Huyện ủy đã nhận được các Công văn từ số 401-CV/VPTU đến số 403-CV/VPTU của Văn phòng Tỉnh ủy.',
      [
        '401-CV/VPTU | Văn phòng Tỉnh ủy | mentions',
        '402-CV/VPTU | Văn phòng Tỉnh ủy | mentions',
        '403-CV/VPTU | Văn phòng Tỉnh ủy | mentions'
      ]
    ],
    [
      'Kế hoạch số 50-KH/HU, ngày 08/8/2018 của Ban Thường vụ Huyện ủy (được sửa đổi, bổ sung tại Kế hoạch số 66-KH/HU, ngày 19/12/2018) hết hiệu lực thi hành.',
      [
        '50-KH/HU 2018-08-08 | Ban Thường vụ Huyện ủy | expired',
        '66-KH/HU 2018-12-19 | Ban Thường vụ Huyện ủy | amended-by'
      ]
    ],
    [
      'Sửa đổi điểm 2, Mục III Hướng dẫn số 07-HD/BTCHU, ngày 02/4/2019 của Ban Tổ chức Huyện ủy như sau:',
      ['07-HD/BTCHU 2019-04-02 | Ban Tổ chức Huyện ủy | amends']
    ],
    [
      'Gia hạn thực hiện Kế hoạch số 72-KH/HU, ngày 05/9/2019 của Ban Thường vụ Huyện ủy đến hết năm 2021.',
      ['72-KH/HU 2019-09-05 | Ban Thường vụ Huyện ủy | extends']
    ],
    [
      'Văn phòng Huyện ủy sao gửi Kết luận số 14-KL/TW, ngày 22/9/2021 của Bộ Chính trị về chủ trương khuyến khích và bảo vệ cán bộ năng động.',
      ['14-KL/TW 2021-09-22 | Bộ Chính trị | forwards']
    ],
    [
      'Đề nghị các đơn vị báo cáo kết quả thực hiện Chỉ thị số 23-CT/TW, ngày 09/02/2018 của Ban Bí thư (qua Ban Tuyên giáo) trước ngày 30/9/2021.',
      ['23-CT/TW 2018-02-09 | Ban Bí thư | implements']
    ],
    [
      'Nghị quyết Đại hội Đảng bộ huyện lần thứ XXI và Nghị quyết số 05-NQ/HU ngày 11/12/2020 của Ban Chấp hành Đảng bộ huyện xác định rõ mục tiêu.',
      ['05-NQ/HU 2020-12-11 | Ban Chấp hành Đảng bộ huyện | mentions']
    ],
    [
      'Thực hiện nhiệm vụ được giao tại Thông báo số 512-TB/TU, ngày 29/6/2021 của Thường trực Tỉnh ủy về kết luận của đồng chí Bí thư Tỉnh ủy',
      ['512-TB/TU 2021-06-29 | Thường trực Tỉnh ủy | implements']
    ],
    [
      'Căn cứ Quyết định số 88-QĐ/QU, ngày 02/6/2020 của Ban Thường vụ Quận ủy;',
      ['88-QĐ/QU 2020-06-02 | Ban Thường vụ Quận ủy | based-on']
    ],
    [
      'Xét đề nghị của Chi ủy Chi bộ Trường Tiểu học Đạ Long tại Tờ trình số 02-TTr/CB, ngày 10/01/2021;',
      ['02-TTr/CB 2021-01-10 | Chi ủy Chi bộ Trường Tiểu học Đạ Long | at-request-of']
    ],
    [
      'Chi bộ đã tổ chức học tập Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị khóa XII gắn với Quy định 08-QĐi/TW.',
      ['05-CT/TW 2016-05-15 | Bộ Chính trị | implements', '08-QĐi/TW | implements']
    ],
    [
      'Công văn này thay cho Công văn số 99a-CV/HU, ngày 14/6/2021.',
      ['99a-CV/HU 2021-06-14 | Huyện ủy Đam Rông | replaces']
    ],
    [
      'Thường trực Huyện ủy yêu cầu đẩy nhanh tiến độ theo tinh thần Kết luận số 320-KL/HU, ngày 16/7/2021 của Ban Thường vụ Huyện ủy.',
      ['320-KL/HU 2021-07-16 | Ban Thường vụ Huyện ủy | in-spirit-of']
    ],
    [
      'đính chính lỗi kỹ thuật tại Thông báo số 415-TB/HU, ngày 20/7/2021 của Ban Thường vụ Huyện ủy',
      ['415-TB/HU 2021-07-20 | Ban Thường vụ Huyện ủy | corrects']
    ],
    [
      'Đảng ủy Quân sự huyện thực hiện Nghị quyết số 765-NQ/QUTW, ngày 20/12/2012 của Quân uỷ Trung ương về nâng cao chất lượng huấn luyện.',
      ['765-NQ/QUTW 2012-12-20 | Quân uỷ Trung ương | implements']
    ],
    [
      'Căn cứ Quyết định 4105-QĐ/VPTW ngày 22/6/2013 của Chánh Văn phòng Trung ương Đảng;',
      ['4105-QĐ/VPTW 2013-06-22 | Chánh Văn phòng Trung ương Đảng | based-on']
    ],
    [
      'Theo báo cáo của Ủy ban Kiểm tra Huyện ủy (Báo cáo số 130-BC/UBKTHU, ngày 09/6/2021), có 02 đảng viên vi phạm.',
      ['130-BC/UBKTHU 2021-06-09 | Ủy ban Kiểm tra Huyện ủy | mentions']
    ],
    [
      'Giấy mời số 55-GM/VPHU ngày 05/8/2021 của Văn phòng Huyện ủy về dự hội nghị',
      ['55-GM/VPHU 2021-08-05 | Văn phòng Huyện ủy | mentions']
    ],
    [
      'Đôn đốc các chi, đảng bộ thực hiện Công văn số 602-CV/HU, ngày 07/7/2021 của Ban Thường vụ Huyện ủy về thu nộp đảng phí.',
      ['602-CV/HU 2021-07-07 | Ban Thường vụ Huyện ủy | urges']
    ],
    [
      'Thực hiện Nghị quyết Trung ương 7 khóa XII và Nghị quyết số 26-NQ/TW, ngày 19/5/2018 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII về tập trung xây dựng đội ngũ cán bộ',
      [
        'nghi-quyet-trung-uong-7-khoa-xii | Ban Chấp hành Trung ương | implements',
        '26-NQ/TW 2018-05-19 | Ban Chấp hành Trung ương Đảng | implements'
      ]
    ],
    [
      'Kế hoạch số 17 - KH/BTGHU ngày 3/3/2021 của Ban tuyên giáo huyện uỷ',
      ['17-KH/BTGHU 2021-03-03 | Ban tuyên giáo huyện uỷ | mentions']
    ],
    [
      'Thi hành Điều lệ Đảng và Hướng dẫn số 01-HD/TW, ngày 28 tháng 9 năm 2021 của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng',
      ['01-HD/TW 2021-09-28 | Ban Bí thư | implements']
    ]
  ])('“%s”', (text, expected) => {
    expect(toldInFull(text, { ...LETTER, issuedOn: '2021-12-31', reference: parseReference('221-CV/HU') })).toEqual(
      expected
    )
  })
})
