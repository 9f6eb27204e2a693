import { describe, expect, it } from 'vitest'
import { STATE_PAPER, toldInFull } from './citations-of.ts'

/** Sentences written before the grammar was tuned to them: State papers of all levels. */
describe('a State paper cites', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14 ngày 22 tháng 11 năm 2019;',
      ['77/2015/QH13 2015-06-19 | based-on', '47/2019/QH14 2019-11-22 | based-on']
    ],
    [
      'Căn cứ Nghị định số 37/2014/NĐ-CP ngày 05/5/2014 của Chính phủ quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân huyện đã được sửa đổi, bổ sung tại Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ;',
      ['37/2014/NĐ-CP 2014-05-05 | Chính phủ | based-on', '108/2020/NĐ-CP 2020-09-14 | Chính phủ | amended-by']
    ],
    [
      'Theo đề nghị của Trưởng phòng Tài chính - Kế hoạch tại Tờ trình số 204/TTr-TCKH ngày 15/7/2021.',
      ['204/TTr-TCKH 2021-07-15 | phòng Tài chính - Kế hoạch | at-request-of']
    ],
    [
      'Xét đề nghị của Bộ trưởng Bộ Tài chính tại Tờ trình số 118/TTr-BTC ngày 02 tháng 6 năm 2021,',
      ['118/TTr-BTC 2021-06-02 | Bộ Tài chính | at-request-of']
    ],
    [
      'Quyết định này bãi bỏ Quyết định số 22/2016/QĐ-UBND ngày 30 tháng 12 năm 2016 của Ủy ban nhân dân huyện ban hành Quy chế quản lý chợ.',
      ['22/2016/QĐ-UBND 2016-12-30 | Ủy ban nhân dân huyện | repeals']
    ],
    [
      'Căn cứ Thông tư liên tịch số 50/2014/TTLT-BTNMT-BNV ngày 28/8/2014 của Bộ trưởng Bộ Tài nguyên và Môi trường và Bộ trưởng Bộ Nội vụ hướng dẫn chức năng;',
      ['50/2014/TTLT-BTNMT-BNV 2014-08-28 | Bộ trưởng Bộ Tài nguyên và Môi trường; Bộ trưởng Bộ Nội vụ | based-on']
    ],
    [
      'Thực hiện Công điện số 1099/CĐ-TTg ngày 22/8/2021 của Thủ tướng Chính phủ và Công văn số 5500/UBND-VX2 ngày 23/8/2021 của UBND tỉnh về tăng cường giãn cách,',
      ['1099/CĐ-TTg 2021-08-22 | Thủ tướng Chính phủ | implements', '5500/UBND-VX2 2021-08-23 | UBND tỉnh | implements']
    ],
    [
      'thực hiện ý kiến của Chủ tịch UBND tỉnh tại Thông báo số 88/TB-VP ngày 12/5/2021 của Văn phòng UBND tỉnh',
      ['88/TB-VP 2021-05-12 | Văn phòng UBND tỉnh | implements']
    ],
    [
      'Căn cứ Nghị quyết số 19/2020/NQ-HĐND ngày 08 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh quy định mức chi;',
      ['19/2020/NQ-HĐND 2020-12-08 | Hội đồng nhân dân tỉnh | based-on']
    ],
    [
      'Bãi bỏ khoản 2 Điều 5 Quy định ban hành kèm theo Quyết định số 07/2018/QĐ-UBND ngày 15/3/2018 của Ủy ban nhân dân tỉnh.',
      ['07/2018/QĐ-UBND 2018-03-15 | Ủy ban nhân dân tỉnh | repeals']
    ],
    [
      'Thông tư này sửa đổi, bổ sung một số điều của Thông tư số 10/2019/TT-BNV ngày 02 tháng 8 năm 2019 của Bộ trưởng Bộ Nội vụ.',
      ['10/2019/TT-BNV 2019-08-02 | Bộ trưởng Bộ Nội vụ | amends']
    ],
    [
      'Căn cứ Thông tư liên tịch số 12/2010/TTLT-BKHĐT-BTC của liên Bộ: Kế hoạch và Đầu tư - Tài chính hướng dẫn quản lý vốn;',
      ['12/2010/TTLT-BKHĐT-BTC | Bộ Kế hoạch và Đầu tư; Bộ Tài chính | based-on']
    ],
    [
      'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;\nCăn cứ Luật Quy hoạch ngày 24/11/2017;',
      ['hien-phap-nuoc-cong-hoa-xa-hoi-chu-nghia-viet-nam-nam-2013 | based-on', 'luat-quy-hoach 2017-11-24 | based-on']
    ],
    [
      'Tiếp tục rà soát, sắp xếp nhà, đất theo Nghị định số 167/2017/NĐ-CP ngày 31/12/2017 của Chính phủ.',
      ['167/2017/NĐ-CP 2017-12-31 | Chính phủ | continues-implementing']
    ],
    [
      'Sở Nội vụ có Văn bản số 1310/SNV-TCBC ngày 20/5/2021 đề nghị các địa phương báo cáo.',
      ['1310/SNV-TCBC 2021-05-20 | Sở Nội vụ | mentions']
    ],
    [
      'Trên cơ sở Báo cáo thẩm định số 47/BC-STP ngày 11/6/2021 của Sở Tư pháp, UBND huyện đã tiếp thu.',
      ['47/BC-STP 2021-06-11 | Sở Tư pháp | on-opinion-of']
    ],
    [
      'Các nghị định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\na) Nghị định số 11/2010/NĐ-CP ngày 24 tháng 02 năm 2010 của Chính phủ;\nb) Nghị định số 100/2013/NĐ-CP ngày 03 tháng 9 năm 2013 của Chính phủ.',
      ['11/2010/NĐ-CP 2010-02-24 | Chính phủ | expired', '100/2013/NĐ-CP 2013-09-03 | Chính phủ | expired']
    ],
    [
      'Căn cứ Quyết định 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ phê duyệt Đề án “Hỗ trợ học sinh, sinh viên khởi nghiệp đến năm 2025”;',
      ['1665/QĐ-TTg 2017-10-30 | Thủ tướng Chính phủ | based-on']
    ],
    [
      'UBND huyện nhận được Công văn số 310/CAH-ANTT ngày 02/8/2021 của Công an huyện về việc đề nghị phối hợp.',
      ['310/CAH-ANTT 2021-08-02 | Công an huyện | mentions']
    ],
    [
      'theo Kết luận thanh tra số 15/KL-TTr ngày 09/4/2021 của Chánh Thanh tra tỉnh',
      ['15/KL-TTr 2021-04-09 | Chánh Thanh tra tỉnh | implements']
    ],
    [
      'Căn cứ Nghị quyết số 1210/2016/UBTVQH13 ngày 25/5/2016 của Ủy ban Thường vụ Quốc hội về phân loại đô thị;',
      ['1210/2016/UBTVQH13 2016-05-25 | Ủy ban Thường vụ Quốc hội | based-on']
    ],
    [
      'Quyết định số 33/2010/QĐ-UBND và Quyết định số 34/2010/QĐ-UBND cùng ngày 01/11/2010 của Ủy ban nhân dân tỉnh tiếp tục có hiệu lực.',
      [
        '33/2010/QĐ-UBND 2010-11-01 | Ủy ban nhân dân tỉnh | keeps-in-force',
        '34/2010/QĐ-UBND 2010-11-01 | Ủy ban nhân dân tỉnh | keeps-in-force'
      ]
    ],
    [
      'Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010, số 48/2013/NĐ-CP ngày 14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017;',
      [
        '63/2010/NĐ-CP 2010-06-08 | Chính phủ | based-on',
        '48/2013/NĐ-CP 2013-05-14 | Chính phủ | based-on',
        '92/2017/NĐ-CP 2017-08-07 | Chính phủ | based-on'
      ]
    ],
    [
      'Thay thế Phụ lục I ban hành kèm theo Thông tư số 21/2017/TT-BGDĐT ngày 06 tháng 9 năm 2017 của Bộ trưởng Bộ Giáo dục và Đào tạo.',
      ['21/2017/TT-BGDĐT 2017-09-06 | Bộ trưởng Bộ Giáo dục và Đào tạo | replaces']
    ],
    [
      'Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14 ngày 09/12/2020;',
      ['02/2020/UBTVQH14 2020-12-09 | based-on']
    ],
    [
      'Hợp tác xã nộp hồ sơ theo Thông báo 31/TB-PNN ngày 07/6/2021 của Phòng Nông nghiệp và Phát triển nông thôn huyện.',
      ['31/TB-PNN 2021-06-07 | Phòng Nông nghiệp và Phát triển nông thôn huyện | based-on']
    ],
    [
      'Theo Văn bản số 4217/BYT-DP ngày 26/5/2021 của Bộ Y tế, từ ngày 01/6/2021 áp dụng mẫu mới.',
      ['4217/BYT-DP 2021-05-26 | Bộ Y tế | based-on']
    ],
    [
      'Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế các Quyết định số 114/QĐ-UBND ngày 05/02/2018; số 220/QĐ-UBND ngày 14/3/2019 của Chủ tịch UBND huyện.',
      [
        '114/QĐ-UBND 2018-02-05 | Chủ tịch UBND huyện | replaces',
        '220/QĐ-UBND 2019-03-14 | Chủ tịch UBND huyện | replaces'
      ]
    ],
    [
      'Căn cứ ý kiến thống nhất của Thường trực HĐND huyện tại Văn bản số 44/HĐND-VP ngày 30/6/2021;',
      ['44/HĐND-VP 2021-06-30 | Thường trực HĐND huyện | based-on']
    ],
    [
      'Ban Quản lý rừng phòng hộ Serepok có Công văn số 76/CV-BQLR ngày 18/6/2021 gửi Hạt Kiểm lâm.',
      ['76/CV-BQLR 2021-06-18 | Ban Quản lý rừng phòng hộ Serepok | mentions']
    ]
  ])('“%s”', (text, expected) => expect(toldInFull(text, { ...STATE_PAPER, issuedOn: '2021-12-31' })).toEqual(expected))
})
