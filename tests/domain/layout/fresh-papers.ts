import { type Paper, paper } from './compose-paper.ts'
import type { Expected } from './papers.ts'

const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM'
const STATE = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

type Fresh = readonly [name: string, zones: Partial<Paper>, expected: Expected]

/** Heads and feet of every level, body and time, each written for one thing that is rare in the others. */
export const FRESH: readonly Fresh[] = [
  [
    'resolution of the Central Committee, no parent body',
    {
      left: ['BAN CHẤP HÀNH TRUNG ƯƠNG', '*', 'Số 18-NQ/TW'],
      right: [PARTY, 'Hà Nội, ngày 16 tháng 6 năm 2022'],
      heading: [
        'NGHỊ QUYẾT',
        'HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII',
        'về tiếp tục đổi mới chính sách đất đai',
        '-----'
      ],
      recipients: [
        'Nơi nhận:',
        '- Các tỉnh ủy, thành ủy,',
        '- Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng,',
        '- Lưu Văn phòng Trung ương Đảng.'
      ],
      signature: ['T/M BAN CHẤP HÀNH TRUNG ƯƠNG', 'TỔNG BÍ THƯ', 'Đinh Trọng Phú']
    },
    {
      reference: '18-NQ/TW',
      documentType: 'nghi-quyet',
      issuer: 'Ban Chấp hành Trung ương',
      authority: 'T/M BAN CHẤP HÀNH TRUNG ƯƠNG',
      signerTitle: 'TỔNG BÍ THƯ',
      signer: 'Đinh Trọng Phú',
      recipients: [
        'Các tỉnh ủy, thành ủy',
        'Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng',
        'Lưu Văn phòng Trung ương Đảng'
      ]
    }
  ],
  [
    'regulation of the Politburo, "CỦA BỘ CHÍNH TRỊ" under the type',
    {
      left: ['BAN CHẤP HÀNH TRUNG ƯƠNG', '*', 'Số 96-QĐ/TW'],
      right: [PARTY, 'Hà Nội, ngày 02 tháng 02 năm 2023'],
      heading: ['QUY ĐỊNH', 'CỦA BỘ CHÍNH TRỊ', 'về việc lấy phiếu tín nhiệm trong hệ thống chính trị', '-----'],
      recipients: ['Nơi nhận:', '- Các tỉnh ủy, thành ủy,', '- Lưu Văn phòng Trung ương Đảng.'],
      signature: ['T/M BỘ CHÍNH TRỊ', 'Lương Gia Khánh']
    },
    {
      documentType: 'quy-dinh',
      subject: 'về việc lấy phiếu tín nhiệm trong hệ thống chính trị',
      actingBody: 'Bộ Chính trị',
      signerTitle: null,
      signer: 'Lương Gia Khánh'
    }
  ],
  [
    'guidance of a central board',
    {
      left: ['BAN CHẤP HÀNH TRUNG ƯƠNG', 'BAN TỔ CHỨC', '*', 'Số 21-HD/BTCTW'],
      right: [PARTY, 'Hà Nội, ngày 18 tháng 10 năm 2019'],
      heading: ['HƯỚNG DẪN', 'một số nội dung về nhân sự cấp ủy', '-----'],
      recipients: ['Nơi nhận:', '- Ban Bí thư (để b/c),', '- Các tỉnh ủy, thành ủy,', '- Lưu VP, Vụ ĐP.'],
      signature: ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC', 'Hà Thanh Bình']
    },
    {
      issuer: 'Ban Tổ chức Trung ương',
      authority: 'K/T TRƯỞNG BAN',
      signerTitle: 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
      recipients: ['Ban Bí thư (để b/c)', 'Các tỉnh ủy, thành ủy', 'Lưu VP, Vụ ĐP']
    }
  ],
  [
    'conclusion of a provincial committee, spaces in the symbol',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'TỈNH ỦY', '*', 'Số 412 - KL/TU'],
      right: [PARTY, 'Hòa Long, ngày 9 tháng 1 năm 2024'],
      heading: ['KẾT LUẬN', 'CỦA BAN THƯỜNG VỤ TỈNH ỦY', 'về phát triển cây ăn quả đến năm 2030', '-----'],
      recipients: [
        'Nơi nhận:',
        '- Ban Bí thư Trung ương Đảng (b/c),',
        '- Các huyện ủy, thị ủy, thành ủy,',
        '- Các đồng chí Tỉnh ủy viên,',
        '- Lưu Văn phòng Tỉnh ủy.'
      ],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Tạ Minh Hiếu']
    },
    {
      reference: '412-KL/TU',
      issuedOn: '2024-01-09',
      issuer: 'Tỉnh ủy',
      parentBody: 'Đảng bộ tỉnh Hòa Long',
      actingBody: 'Ban Thường vụ Tỉnh ủy',
      subject: 'về phát triển cây ăn quả đến năm 2030'
    }
  ],
  [
    'merged propaganda and mass board after 2025',
    {
      left: [
        'TỈNH ỦY HÒA LONG',
        'BAN TUYÊN GIÁO VÀ DÂN VẬN',
        '*',
        'Số 77-CV/BTGDVTU',
        'V/v tuyên truyền kỷ niệm ngày thành lập tỉnh'
      ],
      right: [PARTY, 'Hòa Long, ngày 04 tháng 8 năm 2025'],
      addressed: ['Kính gửi:', '- Các đảng ủy xã, phường,', '- Đài Phát thanh và Truyền hình tỉnh.'],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Lãnh đạo Ban,', '- Lưu VP.'],
      signature: ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Mai Thị Thu']
    },
    {
      reference: '77-CV/BTGDVTU',
      documentType: 'cong-van',
      issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Hòa Long',
      subject: 'tuyên truyền kỷ niệm ngày thành lập tỉnh',
      addressees: ['Các đảng ủy xã, phường', 'Đài Phát thanh và Truyền hình tỉnh']
    }
  ],
  [
    'joint body: organisation board and office of the interior',
    {
      left: ['HUYỆN ỦY VÂN KHÊ', 'CƠ QUAN TỔ CHỨC - NỘI VỤ', '*', 'Số 40-CV/TC-NV'],
      right: [PARTY, 'Vân Khê, ngày 21 tháng 9 năm 2020'],
      addressed: ['Kính gửi: Các chi bộ, đảng bộ trực thuộc Huyện ủy'],
      recipients: ['Nơi nhận:', '- Như trên,', '- Lưu CQ.'],
      signature: ['THỦ TRƯỞNG', 'Đặng Hữu Lộc']
    },
    {
      reference: '40-CV/TC-NV',
      issuer: 'Cơ quan Tổ chức - Nội vụ Huyện ủy Vân Khê',
      addressees: ['Các chi bộ, đảng bộ trực thuộc Huyện ủy'],
      signerTitle: 'THỦ TRƯỞNG',
      signer: 'Đặng Hữu Lộc'
    }
  ],
  [
    'inspection commission of a district',
    {
      left: ['HUYỆN ỦY VÂN KHÊ', 'ỦY BAN KIỂM TRA', '*', 'Số 15-TB/UBKTHU'],
      right: [PARTY, 'Vân Khê, ngày 28 tháng 2 năm 2023'],
      heading: ['THÔNG BÁO', 'kết luận kiểm tra đối với Đảng ủy xã Sơn Trà', '-----'],
      recipients: ['Nơi nhận:', '- Thường trực Huyện ủy (b/c);', '- Đảng ủy xã Sơn Trà (t/h);', '- Lưu HS, UBKT.'],
      signature: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM', 'Phùng Văn Tài']
    },
    {
      issuer: 'Ủy ban Kiểm tra Huyện ủy Vân Khê',
      authority: 'T/M ỦY BAN KIỂM TRA',
      signerTitle: 'CHỦ NHIỆM',
      recipients: ['Thường trực Huyện ủy (b/c)', 'Đảng ủy xã Sơn Trà (t/h)', 'Lưu HS, UBKT']
    }
  ],
  [
    'successor commune committee after 2025',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'ĐẢNG ỦY XÃ VÂN KHÊ', '*', 'Số 09-NQ/ĐU'],
      right: [PARTY, 'Vân Khê, ngày 15 tháng 9 năm 2025'],
      heading: ['NGHỊ QUYẾT', 'về lãnh đạo nhiệm vụ quý IV năm 2025', '-----'],
      recipients: ['Nơi nhận:', '- Ban Thường vụ Tỉnh ủy (b/c),', '- Các chi bộ trực thuộc,', '- Lưu VPĐU.'],
      signature: ['T/M ĐẢNG ỦY', 'BÍ THƯ', 'Vũ Đình Quyết']
    },
    {
      issuer: 'Đảng ủy xã Vân Khê',
      parentBody: 'Đảng bộ tỉnh Hòa Long',
      reference: '09-NQ/ĐU',
      authority: 'T/M ĐẢNG ỦY'
    }
  ],
  [
    'ward committee',
    {
      left: ['ĐẢNG BỘ THÀNH PHỐ TÂN AN', 'ĐẢNG ỦY PHƯỜNG 3', '*', 'Số: 102-BC/ĐU'],
      right: [PARTY, 'Phường 3, ngày 30 tháng 6 năm 2021'],
      heading: ['BÁO CÁO', 'Sơ kết công tác xây dựng Đảng 6 tháng đầu năm 2021', '-----'],
      recipients: ['Nơi nhận:', '- Thành ủy (b/c);', '- Các chi bộ;', '- Lưu VP.'],
      signature: ['T/M ĐẢNG ỦY', 'PHÓ BÍ THƯ', 'Ngô Thị Kim Ngân']
    },
    { issuer: 'Đảng ủy phường 3', place: 'Phường 3', issuedOn: '2021-06-30', reference: '102-BC/ĐU' }
  ],
  [
    'special zone committee',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'ĐẢNG ỦY ĐẶC KHU HÒN NGỌC', '*', 'Số 05-CTr/ĐU'],
      right: [PARTY, 'Hòn Ngọc, ngày 20 tháng 10 năm 2025'],
      heading: ['CHƯƠNG TRÌNH', 'kiểm tra, giám sát năm 2026', '-----'],
      recipients: ['Nơi nhận:', '- Tỉnh ủy (b/c),', '- Lưu VPĐU.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ THƯỜNG TRỰC', 'Lê Công Định']
    },
    { issuer: 'Đảng ủy đặc khu Hòn Ngọc', documentType: 'chuong-trinh', subject: 'kiểm tra, giám sát năm 2026' }
  ],
  [
    'party committee of a block of agencies',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH', '*', 'Số 12-QĐ/ĐU'],
      right: [PARTY, 'Hòa Long, ngày 11 tháng 3 năm 2025'],
      heading: ['QUYẾT ĐỊNH', 'chuẩn y Ban Chấp hành Chi bộ Văn phòng', '-----'],
      body: ['Căn cứ Điều lệ Đảng Cộng sản Việt Nam và hướng dẫn thi hành của Trung ương về công tác cán bộ của đảng;'],
      recipients: ['Nơi nhận:', '- Như Điều 3,', '- Lưu VP.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Trịnh Quang Anh']
    },
    { issuer: 'Đảng ủy các cơ quan Đảng tỉnh', documentType: 'quyet-dinh', recipients: ['Như Điều 3', 'Lưu VP'] }
  ],
  [
    'letter of a city committee, subject over three lines',
    {
      left: [
        'ĐẢNG BỘ TỈNH HÒA LONG',
        'THÀNH ỦY TÂN AN',
        '*',
        'Số 1205-CV/ThU',
        'V/v rà soát, bổ sung quy hoạch',
        'cấp ủy, các chức danh lãnh đạo',
        'nhiệm kỳ 2025 - 2030'
      ],
      right: [PARTY, 'Tân An, ngày 17 tháng 7 năm 2024'],
      addressed: ['Kính gửi:', '- Ban Tổ chức Thành ủy,', '- Các chi, đảng bộ cơ sở.'],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Lưu Văn phòng Thành ủy.'],
      signature: ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG', 'Đỗ Ngọc Quân']
    },
    {
      subject: 'rà soát, bổ sung quy hoạch cấp ủy, các chức danh lãnh đạo nhiệm kỳ 2025 - 2030',
      authority: 'T/L BAN THƯỜNG VỤ',
      signerTitle: 'CHÁNH VĂN PHÒNG',
      reference: '1205-CV/ThU'
    }
  ],
  [
    'congress paper: the presidium',
    {
      left: ['ĐẢNG BỘ HUYỆN VÂN KHÊ', 'ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XII', '*'],
      right: [PARTY, 'Vân Khê, ngày 23 tháng 7 năm 2025'],
      heading: ['NGHỊ QUYẾT', 'ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LẦN THỨ XII', 'NHIỆM KỲ 2025 - 2030', '-----'],
      recipients: ['Nơi nhận:', '- Tỉnh ủy (b/c),', '- Các tổ chức cơ sở đảng,', '- Lưu Văn kiện Đại hội.'],
      signature: ['T/M ĐOÀN CHỦ TỊCH', 'Phạm Hồng Sơn']
    },
    {
      reference: null,
      documentType: 'nghi-quyet',
      issuedOn: '2025-07-23',
      authority: 'T/M ĐOÀN CHỦ TỊCH',
      signer: 'Phạm Hồng Sơn',
      recipients: ['Tỉnh ủy (b/c)', 'Các tổ chức cơ sở đảng', 'Lưu Văn kiện Đại hội']
    }
  ],
  [
    'plan with an urgency mark and two names of issuing',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'HUYỆN ỦY VÂN KHÊ', '*', 'Số 88-KH/HU', 'KHẨN'],
      right: [PARTY, 'Vân Khê, ngày 01 tháng 12 năm 2021'],
      heading: [
        'KẾ HOẠCH',
        'thực hiện Chỉ thị số 08-CT/TW, ngày 25/10/2021 của Ban Bí thư',
        'về bảo đảm an ninh, an toàn thực phẩm',
        '-----'
      ],
      recipients: ['Nơi nhận:', '- Tỉnh ủy (b/c)', '- UBND huyện (t/h)', '- Lưu VPHU'],
      signature: ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Hồ Sỹ Cường']
    },
    {
      urgency: 'khan',
      subject: 'thực hiện Chỉ thị số 08-CT/TW, ngày 25/10/2021 của Ban Bí thư về bảo đảm an ninh, an toàn thực phẩm',
      recipients: ['Tỉnh ủy (b/c)', 'UBND huyện (t/h)', 'Lưu VPHU']
    }
  ],
  [
    'people’s committee of a commune, 2025 form',
    {
      left: ['ỦY BAN NHÂN DÂN', 'XÃ VÂN KHÊ', 'Số: 233/UBND-VHXH', 'V/v hỗ trợ hộ nghèo dịp Tết'],
      right: [...STATE, 'Vân Khê, ngày 22 tháng 12 năm 2025'],
      addressed: ['Kính gửi: Ban Công tác Mặt trận các thôn.'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Chủ tịch, các PCT UBND xã;', '- Lưu: VT, VHXH.'],
      signature: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Cao Thị Hồng']
    },
    {
      system: 'state',
      reference: '233/UBND-VHXH',
      issuer: 'Ủy ban nhân dân xã Vân Khê',
      addressees: ['Ban Công tác Mặt trận các thôn'],
      recipients: ['Như trên', 'Chủ tịch, các PCT UBND xã', 'Lưu: VT, VHXH'],
      signer: 'Cao Thị Hồng'
    }
  ],
  [
    'old State form: UBND with the committee’s short name',
    {
      left: ['UBND TỈNH HÒA LONG', 'BAN DÂN TỘC', 'Số: 27/TTr-BDT'],
      right: [...STATE, 'Hòa Long, ngày 3 tháng 5 năm 2012'],
      heading: ['TỜ TRÌNH', 'Về việc phê duyệt dự án định canh, định cư'],
      addressed: ['Kính gửi: Ủy ban nhân dân tỉnh Hòa Long'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Lưu VT.'],
      signature: ['TRƯỞNG BAN', 'Sùng A Páo']
    },
    {
      issuer: 'Ban Dân tộc tỉnh Hòa Long',
      documentType: 'to-trinh',
      subject: 'Về việc phê duyệt dự án định canh, định cư',
      signerTitle: 'TRƯỞNG BAN',
      signer: 'Sùng A Páo'
    }
  ],
  [
    'decision of a chairman, issuer over two lines, on behalf',
    {
      left: ['ỦY BAN NHÂN DÂN', 'THỊ XÃ ĐÔNG HẢI', 'Số: 1507/QĐ-UBND'],
      right: [...STATE, 'Đông Hải, ngày 12 tháng 04 năm 2016'],
      heading: ['QUYẾT ĐỊNH', 'Về việc giao biên chế năm 2016', '', 'CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG HẢI'],
      body: ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;'],
      recipients: ['Nơi nhận:', '- Như Điều 2;', '- Lưu: VT, NV.'],
      signature: ['CHỦ TỊCH', 'Lý Văn Thành']
    },
    {
      issuer: 'Ủy ban nhân dân thị xã Đông Hải',
      subject: 'Về việc giao biên chế năm 2016',
      authority: null,
      signerTitle: 'CHỦ TỊCH',
      reference: '1507/QĐ-UBND'
    }
  ],
  [
    'ministry circular',
    {
      left: ['BỘ NỘI VỤ', 'Số: 05/2024/TT-BNV'],
      right: [...STATE, 'Hà Nội, ngày 27 tháng 6 năm 2024'],
      heading: ['THÔNG TƯ', 'Hướng dẫn về thời hạn lưu trữ hồ sơ'],
      body: ['Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011 và các nghị định quy định chi tiết thi hành luật này;'],
      recipients: [
        'Nơi nhận:',
        '- Thủ tướng Chính phủ (để báo cáo);',
        '- Các Bộ, cơ quan ngang Bộ;',
        '- Lưu: VT, Cục VTLT.'
      ],
      signature: ['BỘ TRƯỞNG', 'Tô Thị Ánh Tuyết']
    },
    {
      reference: '05/2024/TT-BNV',
      documentType: 'thong-tu',
      issuer: 'Bộ Nội vụ',
      recipients: ['Thủ tướng Chính phủ (để báo cáo)', 'Các Bộ, cơ quan ngang Bộ', 'Lưu: VT, Cục VTLT']
    }
  ],
  [
    'division of a district people’s committee',
    {
      left: ['ỦY BAN NHÂN DÂN', 'HUYỆN VÂN KHÊ', 'PHÒNG NỘI VỤ', 'Số: 61/NV', 'V/v nộp lưu hồ sơ'],
      right: [...STATE, 'Vân Khê, ngày 08 tháng 8 năm 2018'],
      addressed: ['Kính gửi: Các phòng, ban, ngành huyện'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Lưu VT.'],
      signature: ['TRƯỞNG PHÒNG', 'Đoàn Minh Nhật']
    },
    {
      issuer: 'Phòng Nội vụ huyện Vân Khê',
      subject: 'nộp lưu hồ sơ',
      signerTitle: 'TRƯỞNG PHÒNG',
      documentType: 'cong-van'
    }
  ],
  [
    'people’s council standing board',
    {
      left: ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH HÒA LONG', 'Số: 140/TB-HĐND'],
      right: [...STATE, 'Hòa Long, ngày 14 tháng 11 năm 2022'],
      heading: ['THÔNG BÁO', 'Kết quả phiên họp tháng 10 của Thường trực Hội đồng nhân dân'],
      recipients: ['Nơi nhận:', '- TT Tỉnh ủy;', '- Đại biểu HĐND tỉnh;', '- Lưu: VT.'],
      signature: ['TL. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN', 'CHÁNH VĂN PHÒNG', 'Kiều Văn Phát']
    },
    {
      issuer: 'Hội đồng nhân dân tỉnh Hòa Long',
      authority: 'TL. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN',
      signerTitle: 'CHÁNH VĂN PHÒNG',
      signer: 'Kiều Văn Phát'
    }
  ],
  [
    'Women’s Union of a district',
    {
      left: ['HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM', 'BAN CHẤP HÀNH HUYỆN VÂN KHÊ', 'Số: 19/BC-BTV'],
      right: [...STATE, 'Vân Khê, ngày 05 tháng 6 năm 2023'],
      heading: ['BÁO CÁO', 'Kết quả phong trào thi đua 6 tháng đầu năm'],
      recipients: ['Nơi nhận:', '- Hội LHPN tỉnh;', '- Ban Dân vận Huyện ủy;', '- Lưu VP.'],
      signature: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Hoàng Thị Lụa']
    },
    {
      system: 'mass',
      documentType: 'bao-cao',
      reference: '19/BC-BTV',
      authority: 'TM. BAN THƯỜNG VỤ',
      recipients: ['Hội LHPN tỉnh', 'Ban Dân vận Huyện ủy', 'Lưu VP']
    }
  ],
  [
    'Youth Union of a commune',
    {
      left: ['BCH ĐOÀN HUYỆN VÂN KHÊ', 'BCH ĐOÀN XÃ SƠN TRÀ', '***', 'Số: 07-KH/ĐTN'],
      right: ['ĐOÀN TNCS HỒ CHÍ MINH', 'Sơn Trà, ngày 02 tháng 3 năm 2024'],
      heading: ['KẾ HOẠCH', 'Tổ chức Tháng Thanh niên năm 2024'],
      recipients: ['Nơi nhận:', '- Đảng ủy xã (b/c);', '- Lưu VP.'],
      signature: ['TM. BAN THƯỜNG VỤ', 'BÍ THƯ', 'Giàng Thị Mỷ']
    },
    {
      reference: '07-KH/ĐTN',
      documentType: 'ke-hoach',
      issuedOn: '2024-03-02',
      signer: 'Giàng Thị Mỷ',
      signerTitle: 'BÍ THƯ'
    }
  ],
  [
    'Fatherland Front with its standing board',
    {
      left: [
        'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM',
        'TỈNH HÒA LONG',
        'BAN THƯỜNG TRỰC',
        'Số: 250/MTTQ-BTT',
        'V/v góp ý dự thảo'
      ],
      right: [...STATE, 'Hòa Long, ngày 19 tháng 5 năm 2021'],
      addressed: ['Kính gửi: Ban Thường trực Ủy ban MTTQ các huyện, thành phố'],
      recipients: ['Nơi nhận:', '- Như kính gửi;', '- Lưu VT.'],
      signature: ['TM. BAN THƯỜNG TRỰC', 'PHÓ CHỦ TỊCH', 'Nông Văn Chiến']
    },
    {
      system: 'mass',
      subject: 'góp ý dự thảo',
      issuer: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hòa Long',
      addressees: ['Ban Thường trực Ủy ban MTTQ các huyện, thành phố']
    }
  ],
  [
    'provincial police, symbol with two units',
    {
      left: ['BỘ CÔNG AN', 'CÔNG AN TỈNH HÒA LONG', 'Số: 915/CAT-PV01', 'V/v phối hợp bảo đảm an ninh'],
      right: [...STATE, 'Hòa Long, ngày 25 tháng 4 năm 2023'],
      addressed: ['Kính gửi: Ban Thường vụ Huyện ủy Vân Khê'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Lưu: VT, PV01.'],
      signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Đại tá Lương Quốc Hùng']
    },
    { issuer: 'Công an tỉnh Hòa Long', parentBody: 'Bộ Công an', signer: 'Lương Quốc Hùng', authority: 'KT. GIÁM ĐỐC' }
  ],
  [
    'telegram of a chairman',
    {
      left: ['CHỦ TỊCH', 'ỦY BAN NHÂN DÂN TỈNH HÒA LONG', 'Số: 06/CĐ-CTUBND', 'HỎA TỐC'],
      right: [...STATE, 'Hòa Long, ngày 09 tháng 9 năm 2024'],
      heading: ['CÔNG ĐIỆN', 'Về việc khẩn trương ứng phó mưa lũ sau bão'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Lưu VT.'],
      signature: ['CHỦ TỊCH', 'Bùi Đức Hạnh']
    },
    {
      documentType: 'cong-dien',
      urgency: 'hoa-toc',
      subject: 'Về việc khẩn trương ứng phó mưa lũ sau bão',
      signer: 'Bùi Đức Hạnh'
    }
  ],
  [
    'party cell, hamlet',
    {
      left: ['ĐẢNG BỘ XÃ SƠN TRÀ', 'CHI BỘ THÔN 5', '*', 'Số 02-NQ/CB'],
      right: [PARTY, 'Sơn Trà, ngày 03 tháng 01 năm 2023'],
      heading: ['NGHỊ QUYẾT', 'sinh hoạt chi bộ tháng 01 năm 2023', '-----'],
      recipients: ['Nơi nhận:', '- Đảng ủy xã (b/c),', '- Lưu CB.'],
      signature: ['T/M CHI BỘ', 'BÍ THƯ', 'Hà Văn Nghiệp']
    },
    { issuer: 'Chi bộ thôn 5', authority: 'T/M CHI BỘ', subject: 'sinh hoạt chi bộ tháng 01 năm 2023' }
  ],
  [
    'district office by order of the standing board, deputy signs',
    {
      left: ['HUYỆN ỦY VÂN KHÊ', 'VĂN PHÒNG', '*', 'Số 300-TB/VPHU'],
      right: [PARTY, 'Vân Khê, ngày 10 tháng 10 năm 2022'],
      heading: ['THÔNG BÁO', 'lịch tiếp dân của đồng chí Bí thư Huyện ủy quý IV/2022', '-----'],
      recipients: [
        'Nơi nhận:',
        '- Thường trực Huyện ủy (để báo cáo), Văn phòng Tỉnh ủy (để báo cáo),',
        '- Các xã, thị trấn;',
        '- Lưu VPHU.'
      ],
      signature: ['K/T CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Lò Văn Pắt']
    },
    {
      issuer: 'Văn phòng Huyện ủy Vân Khê',
      recipients: [
        'Thường trực Huyện ủy (để báo cáo)',
        'Văn phòng Tỉnh ủy (để báo cáo)',
        'Các xã, thị trấn',
        'Lưu VPHU'
      ],
      signer: 'Lò Văn Pắt'
    }
  ],
  [
    'steering committee with a number in its code',
    {
      left: ['TỈNH ỦY HÒA LONG', 'BAN CHỈ ĐẠO 35', '*', 'Số 44-CV/BCĐ35'],
      right: [PARTY, 'Hòa Long, ngày 27 tháng 3 năm 2023'],
      addressed: [
        'Kính gửi:',
        '- Ban Chỉ đạo 35 các huyện, thị xã, thành phố,',
        '- Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh.'
      ],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Các thành viên BCĐ 35,', '- Lưu BCĐ.'],
      signature: ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Võ Thành Trung']
    },
    {
      reference: '44-CV/BCĐ35',
      issuer: 'Ban Chỉ đạo 35 Tỉnh ủy Hòa Long',
      addressees: ['Ban Chỉ đạo 35 các huyện, thị xã, thành phố', 'Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh']
    }
  ],
  [
    'party civil affairs committee of a provincial committee',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH', '*', 'Số 78-TTr/BCSĐ'],
      right: [PARTY, 'Hòa Long, ngày 06 tháng 9 năm 2022'],
      heading: ['TỜ TRÌNH', 'về chủ trương đầu tư dự án hồ chứa nước', '-----'],
      addressed: ['Kính trình: Ban Thường vụ Tỉnh ủy'],
      recipients: ['Nơi nhận:', '- Như kính trình,', '- Lưu BCSĐ.'],
      signature: ['T/M BAN CÁN SỰ ĐẢNG', 'BÍ THƯ', 'Trương Công Lý']
    },
    {
      reference: '78-TTr/BCSĐ',
      addressees: ['Ban Thường vụ Tỉnh ủy'],
      subject: 'về chủ trương đầu tư dự án hồ chứa nước',
      recipients: ['Như kính trình', 'Lưu BCSĐ']
    }
  ],
  [
    'letter whose number has a letter',
    {
      left: ['ĐẢNG BỘ TỈNH HÒA LONG', 'HUYỆN ỦY VÂN KHÊ', '*', 'Số 45b-CV/HU', 'V/v đính chính văn bản'],
      right: [PARTY, 'Vân Khê, ngày 18 tháng 4 năm 2023'],
      addressed: ['Kính gửi: Các tổ chức cơ sở đảng trực thuộc Huyện ủy.'],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Lưu VPHU.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Quách Thị Vân']
    },
    { reference: '45b-CV/HU', subject: 'đính chính văn bản' }
  ],
  [
    'court, with the court above it',
    {
      left: ['TÒA ÁN NHÂN DÂN TỈNH HÒA LONG', 'TÒA ÁN NHÂN DÂN HUYỆN VÂN KHÊ', 'Số: 33/BC-TA'],
      right: [...STATE, 'Vân Khê, ngày 30 tháng 9 năm 2020'],
      heading: ['BÁO CÁO', 'Kết quả công tác xét xử năm 2020'],
      recipients: ['Nơi nhận:', '- Huyện ủy Vân Khê (b/c);', '- Lưu: VP.'],
      signature: ['CHÁNH ÁN', 'Thái Văn Hòa']
    },
    { issuer: 'Tòa án nhân dân huyện Vân Khê', parentBody: 'Tòa án nhân dân tỉnh Hòa Long', signerTitle: 'CHÁNH ÁN' }
  ]
]

export const FRESH_PAPERS = FRESH.map(([name, zones, expected]) => ({ name, paper: paper(zones), expected }))
