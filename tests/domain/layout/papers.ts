import type { Draft } from '#domain/layout/draft.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { type Paper, paper } from './compose-paper.ts'

/** What must be read of a paper, whatever the layout. */
export type Expected = Readonly<Partial<Record<keyof ReturnType<typeof summary>, string | null | readonly string[]>>>
export type Sample = Readonly<{ name: string; paper: Paper; expected: Expected }>

/** A draft as plain values. */
export function summary(draft: Draft) {
  return {
    system: draft.system,
    reference: draft.reference && printReference(draft.reference.value),
    documentType: draft.documentType?.value ?? null,
    issuedOn: draft.issuedOn?.value ?? null,
    place: draft.place?.value ?? null,
    issuer: draft.issuer?.value ?? null,
    parentBody: draft.parentBody?.value ?? null,
    actingBody: draft.actingBody?.value ?? null,
    subject: draft.subject?.value ?? null,
    urgency: draft.urgency?.value ?? null,
    secrecy: draft.secrecy?.value ?? null,
    signer: draft.signer?.value ?? null,
    signerTitle: draft.signerTitle?.value ?? null,
    authority: draft.authority?.value ?? null,
    addressees: draft.addressees.map((line) => line.text),
    recipients: draft.recipients.map((line) => line.text)
  }
}

const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM'
const STATE = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

export const SAMPLES: readonly Sample[] = [
  {
    name: 'letter of a district committee',
    paper: paper({
      left: [
        'ĐẢNG BỘ TỈNH ĐẮK NƠM',
        'HUYỆN ỦY KRÔNG ANA',
        '*',
        'Số 97-CV/HU',
        'V/v chuẩn bị nội dung hội nghị',
        'Ban Chấp hành lần thứ 14'
      ],
      right: [PARTY, 'Krông Ana, ngày 05 tháng 02 năm 2019'],
      addressed: ['Kính gửi:', '- Các đồng chí Huyện ủy viên;', '- Các ban, Văn phòng Huyện ủy.'],
      recipients: ['Nơi nhận:', '- Như kính gửi;', '- Thường trực Tỉnh ủy (b/c);', '- Lưu VPHU.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ THƯỜNG TRỰC', "Y Bhăm K'Đăm"]
    }),
    expected: {
      system: 'party',
      reference: '97-CV/HU',
      documentType: 'cong-van',
      issuedOn: '2019-02-05',
      place: 'Krông Ana',
      issuer: 'Huyện ủy Krông Ana',
      parentBody: 'Đảng bộ tỉnh Đắk Nơm',
      actingBody: 'Ban Thường vụ Huyện ủy',
      subject: 'chuẩn bị nội dung hội nghị Ban Chấp hành lần thứ 14',
      urgency: null,
      secrecy: null,
      signer: "Y Bhăm K'Đăm",
      signerTitle: 'PHÓ BÍ THƯ THƯỜNG TRỰC',
      authority: 'T/M BAN THƯỜNG VỤ',
      addressees: ['Các đồng chí Huyện ủy viên', 'Các ban, Văn phòng Huyện ủy'],
      recipients: ['Như kính gửi', 'Thường trực Tỉnh ủy (b/c)', 'Lưu VPHU']
    }
  },
  {
    name: 'notice of a board of a district committee, signed by a deputy',
    paper: paper({
      left: ['HUYỆN UỶ EA SÚP', 'BAN DÂN VẬN', '*', 'Số: 08-TB/BDVHU'],
      right: [PARTY, 'Ea Súp, ngày 30 tháng 11 năm 2022'],
      heading: ['THÔNG BÁO', 'phân công nhiệm vụ lãnh đạo Ban', '-----'],
      recipients: [
        'Nơi nhận:',
        '- Ban Dân vận Tỉnh uỷ (b/c),',
        '- Thường trực Huyện uỷ (b/c),',
        '- Cán bộ, công chức cơ quan,',
        '- Lưu BDV.'
      ],
      signature: ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Hồ Thị Kim Ngân']
    }),
    expected: {
      reference: '08-TB/BDVHU',
      documentType: 'thong-bao',
      issuedOn: '2022-11-30',
      issuer: 'Ban Dân vận Huyện uỷ Ea Súp',
      parentBody: 'Huyện uỷ Ea Súp',
      actingBody: 'Ban Dân vận Huyện uỷ',
      subject: 'phân công nhiệm vụ lãnh đạo Ban',
      signer: 'Hồ Thị Kim Ngân',
      signerTitle: 'PHÓ TRƯỞNG BAN',
      authority: 'K/T TRƯỞNG BAN',
      addressees: [],
      recipients: ['Ban Dân vận Tỉnh uỷ (b/c)', 'Thường trực Huyện uỷ (b/c)', 'Cán bộ, công chức cơ quan', 'Lưu BDV']
    }
  },
  {
    name: 'urgent directive with the line of the body',
    paper: paper({
      left: ['ĐẢNG BỘ TỈNH LÂM SƠN', 'THÀNH ỦY BẢO HÒA', '*', 'Số 05-CT/ThU', 'HỎA TỐC'],
      right: [PARTY, 'Bảo Hòa, ngày 09 tháng 9 năm 2021'],
      heading: [
        'CHỈ THỊ',
        'CỦA BAN THƯỜNG VỤ THÀNH ỦY',
        'về phòng, chống cháy rừng trong mùa khô',
        'năm 2021 - 2022',
        '-----'
      ],
      recipients: [
        'Nơi nhận:',
        '- Thường trực Tỉnh ủy (để báo cáo),',
        '- Các chi, đảng bộ cơ sở',
        '  trực thuộc Thành ủy,',
        '- Lưu Văn phòng Thành ủy.'
      ],
      signature: ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Lê Văn Khánh']
    }),
    expected: {
      reference: '05-CT/ThU',
      documentType: 'chi-thi',
      issuedOn: '2021-09-09',
      issuer: 'Thành ủy Bảo Hòa',
      parentBody: 'Đảng bộ tỉnh Lâm Sơn',
      subject: 'về phòng, chống cháy rừng trong mùa khô năm 2021 - 2022',
      urgency: 'hoa-toc',
      signer: 'Lê Văn Khánh',
      recipients: [
        'Thường trực Tỉnh ủy (để báo cáo)',
        'Các chi, đảng bộ cơ sở trực thuộc Thành ủy',
        'Lưu Văn phòng Thành ủy'
      ]
    }
  },
  {
    name: 'submission of a commune committee',
    paper: paper({
      left: ['ĐẢNG BỘ HUYỆN ĐỨC LÂM', 'ĐẢNG ỦY XÃ PHÚ LỘC', '*', 'Số 19 - TTr/ĐU'],
      right: [PARTY, 'Phú Lộc, ngày 12 tháng 4 năm 2024'],
      heading: ['TỜ TRÌNH', 'về việc bổ sung quy hoạch cấp ủy', 'nhiệm kỳ 2025 - 2030', '-----'],
      addressed: ['Kính gửi: Ban Thường vụ Huyện ủy'],
      recipients: ['Nơi nhận:', '- Như trên,', '- Ban Tổ chức Huyện ủy,', '- Lưu VPĐU.'],
      signature: ['T/M ĐẢNG ỦY', 'BÍ THƯ', 'Cil Yũ Ha Tang']
    }),
    expected: {
      reference: '19-TTr/ĐU',
      documentType: 'to-trinh',
      issuer: 'Đảng ủy xã Phú Lộc',
      parentBody: 'Đảng bộ huyện Đức Lâm',
      actingBody: 'Đảng ủy xã',
      subject: 'về việc bổ sung quy hoạch cấp ủy nhiệm kỳ 2025 - 2030',
      addressees: ['Ban Thường vụ Huyện ủy'],
      signer: 'Cil Yũ Ha Tang',
      authority: 'T/M ĐẢNG ỦY'
    }
  },
  {
    name: 'report of a cell of a school',
    paper: paper({
      left: ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH LÂM SƠN', 'CHI BỘ TRƯỜNG THPT ĐỨC LÂM', '*', 'Số 03-BC/CB'],
      right: [PARTY, 'Đức Lâm, ngày 02 tháng 6 năm 2020'],
      heading: ['BÁO CÁO', 'kết quả sinh hoạt chuyên đề quý II', '-----'],
      recipients: ['Nơi nhận:', '- Đảng ủy Khối,', '- Lưu chi bộ.'],
      signature: ['T/M CHI BỘ', 'BÍ THƯ', 'Đỗ Thị Hồng Gấm']
    }),
    expected: {
      reference: '03-BC/CB',
      issuer: 'Chi bộ Trường THPT Đức Lâm',
      parentBody: 'Đảng ủy Khối các cơ quan tỉnh Lâm Sơn',
      subject: 'kết quả sinh hoạt chuyên đề quý II',
      signerTitle: 'BÍ THƯ',
      recipients: ['Đảng ủy Khối', 'Lưu chi bộ']
    }
  },
  {
    name: 'letter of a people’s committee',
    paper: paper({
      left: ['ỦY BAN NHÂN DÂN', 'HUYỆN BÌNH THẠNH', 'Số: 215/UBND-VP', 'V/v cử người dự tập huấn', 'công tác lưu trữ'],
      right: [...STATE, 'Bình Thạnh, ngày 07 tháng 10 năm 2023'],
      addressed: ['Kính gửi: Sở Nội vụ tỉnh Lâm Sơn'],
      recipients: ['Nơi nhận:', '- Như trên;', '- CT, các PCT UBND huyện;', '- Lưu: VT, NV.'],
      signature: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Ngô Bá Khá']
    }),
    expected: {
      system: 'state',
      reference: '215/UBND-VP',
      documentType: 'cong-van',
      issuedOn: '2023-10-07',
      issuer: 'Ủy ban nhân dân huyện Bình Thạnh',
      parentBody: null,
      subject: 'cử người dự tập huấn công tác lưu trữ',
      addressees: ['Sở Nội vụ tỉnh Lâm Sơn'],
      recipients: ['Như trên', 'CT, các PCT UBND huyện', 'Lưu: VT, NV'],
      authority: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH',
      signerTitle: 'PHÓ CHỦ TỊCH',
      signer: 'Ngô Bá Khá'
    }
  },
  {
    name: 'decision of a provincial department',
    paper: paper({
      left: ['UBND TỈNH LÂM SƠN', 'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN', 'Số: 88/QĐ-SNN'],
      right: [...STATE, 'Lâm Sơn, ngày 19 tháng 01 năm 2021'],
      heading: [
        'QUYẾT ĐỊNH',
        'Về việc thành lập Tổ công tác kiểm tra rừng',
        '_____',
        'GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN'
      ],
      recipients: ['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT, TCCB.'],
      signature: ['GIÁM ĐỐC', 'Trần Công Phú']
    }),
    expected: {
      reference: '88/QĐ-SNN',
      documentType: 'quyet-dinh',
      issuer: 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Lâm Sơn',
      parentBody: 'UBND tỉnh Lâm Sơn',
      subject: 'Về việc thành lập Tổ công tác kiểm tra rừng',
      authority: null,
      signerTitle: 'GIÁM ĐỐC',
      signer: 'Trần Công Phú',
      recipients: ['Như Điều 3', 'Lưu: VT, TCCB']
    }
  },
  {
    name: 'invitation of the district office',
    paper: paper({
      left: ['HUYỆN ỦY ĐỨC LÂM', 'VĂN PHÒNG', '*', 'Số 31-GM/VPHU'],
      right: [PARTY, 'Đức Lâm, ngày 01 tháng 7 năm 2022'],
      heading: ['GIẤY MỜI', 'dự hội nghị giao ban tháng 6/2022', '-----'],
      addressed: [
        'Kính gửi: - Các đồng chí Ủy viên Ban Thường vụ Huyện ủy,',
        '          - Đồng chí Bí thư Đảng ủy xã Đạ Nhar.'
      ],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Lưu VPHU.'],
      signature: ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG', 'Lý Thị Thu Hà']
    }),
    expected: {
      reference: '31-GM/VPHU',
      documentType: 'giay-moi',
      issuer: 'Văn phòng Huyện ủy Đức Lâm',
      subject: 'dự hội nghị giao ban tháng 6/2022',
      addressees: ['Các đồng chí Ủy viên Ban Thường vụ Huyện ủy', 'Đồng chí Bí thư Đảng ủy xã Đạ Nhar'],
      authority: 'T/L BAN THƯỜNG VỤ',
      signerTitle: 'CHÁNH VĂN PHÒNG',
      signer: 'Lý Thị Thu Hà'
    }
  },
  {
    name: 'letter of a mass organisation',
    paper: paper({
      left: [
        'LIÊN ĐOÀN LAO ĐỘNG TỈNH LÂM SƠN',
        'LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐỨC LÂM',
        'Số: 17/LĐLĐ',
        'V/v phối hợp tổ chức Tháng Công nhân'
      ],
      right: [...STATE, 'Đức Lâm, ngày 14 tháng 3 năm 2023'],
      addressed: ['Kính gửi: Các công đoàn cơ sở'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Ban Dân vận Huyện ủy (b/c);', '- Lưu VP.'],
      signature: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Vũ Hoàng Nam']
    }),
    expected: {
      system: 'mass',
      reference: '17/LĐLĐ',
      issuer: 'Liên đoàn Lao động huyện Đức Lâm',
      parentBody: 'Liên đoàn Lao động tỉnh Lâm Sơn',
      subject: 'phối hợp tổ chức Tháng Công nhân',
      signer: 'Vũ Hoàng Nam'
    }
  },
  {
    name: 'resolution of a people’s council',
    paper: paper({
      left: ['HỘI ĐỒNG NHÂN DÂN', 'HUYỆN BÌNH THẠNH', 'Số: 21/NQ-HĐND'],
      right: [...STATE, 'Bình Thạnh, ngày 20 tháng 7 năm 2022'],
      heading: [
        'NGHỊ QUYẾT',
        'Về kế hoạch đầu tư công năm 2023',
        '_____',
        'HỘI ĐỒNG NHÂN DÂN HUYỆN BÌNH THẠNH',
        'KHÓA XI, KỲ HỌP THỨ 6'
      ],
      recipients: ['Nơi nhận:', '- TT HĐND, UBND tỉnh;', '- Đại biểu HĐND huyện;', '- Lưu: VT.'],
      signature: ['CHỦ TỊCH', "K'Brèo"]
    }),
    expected: {
      reference: '21/NQ-HĐND',
      documentType: 'nghi-quyet',
      issuer: 'Hội đồng nhân dân huyện Bình Thạnh',
      subject: 'Về kế hoạch đầu tư công năm 2023',
      signerTitle: 'CHỦ TỊCH',
      signer: "K'Brèo",
      recipients: ['TT HĐND, UBND tỉnh', 'Đại biểu HĐND huyện', 'Lưu: VT']
    }
  },
  {
    name: 'decision of a board with its name over two lines',
    paper: paper({
      left: ['HUYỆN ỦY ĐỨC LÂM', 'BAN CHỈ ĐẠO XÂY DỰNG', 'NÔNG THÔN MỚI', '*', 'Số 04-QĐ/BCĐ'],
      right: [PARTY, 'Đức Lâm, ngày 03 tháng 3 năm 2021'],
      heading: ['QUYẾT ĐỊNH', 'CỦA BAN CHỈ ĐẠO', 'ban hành Quy chế hoạt động của Ban Chỉ đạo', '-----'],
      recipients: ['Nơi nhận:', '- Thường trực Huyện ủy (b/c),', '- Như Điều 2,', '- Lưu BCĐ.'],
      signature: ['T/M BAN CHỈ ĐẠO', 'TRƯỞNG BAN', 'Kon Sơ Ha Tiêng']
    }),
    expected: {
      reference: '04-QĐ/BCĐ',
      documentType: 'quyet-dinh',
      issuer: 'Ban Chỉ đạo Xây dựng nông thôn mới Huyện ủy Đức Lâm',
      parentBody: 'Huyện ủy Đức Lâm',
      subject: 'ban hành Quy chế hoạt động của Ban Chỉ đạo',
      authority: 'T/M BAN CHỈ ĐẠO',
      signerTitle: 'TRƯỞNG BAN',
      signer: 'Kon Sơ Ha Tiêng',
      recipients: ['Thường trực Huyện ủy (b/c)', 'Như Điều 2', 'Lưu BCĐ']
    }
  },
  {
    name: 'letter with "về việc" and a mark, the text without a break after the address',
    paper: paper({
      left: [
        'ĐẢNG BỘ TỈNH LÂM SƠN',
        'ĐẢNG ỦY PHƯỜNG 2 BẢO HÒA',
        '*',
        'Số 15-CV/ĐU',
        'về việc nộp đảng phí quý III',
        'THƯỢNG KHẨN'
      ],
      right: [PARTY, 'Bảo Hòa, ngày 08 tháng 10 năm 2025'],
      addressed: [
        'Kính gửi: - Các chi bộ trực thuộc,',
        '          - Ban Xây dựng Đảng Đảng ủy.',
        'Thực hiện Công văn số 22-CV/TU, ngày 01/10/2025 của Ban Thường vụ Tỉnh ủy, Thường trực Đảng ủy yêu cầu:'
      ],
      recipients: ['Nơi nhận:', '- Như kính gửi,', '- Lưu VPĐU.'],
      signature: ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Nguyễn Thị Bích Vân']
    }),
    expected: {
      reference: '15-CV/ĐU',
      documentType: 'cong-van',
      issuer: 'Đảng ủy phường 2 Bảo Hòa',
      actingBody: 'Thường trực Đảng ủy',
      subject: 'về việc nộp đảng phí quý III',
      urgency: 'thuong-khan',
      addressees: ['Các chi bộ trực thuộc', 'Ban Xây dựng Đảng Đảng ủy'],
      signer: 'Nguyễn Thị Bích Vân'
    }
  },
  {
    name: 'resolution of a congress with its name in capitals',
    paper: paper({
      left: ['ĐẢNG BỘ HUYỆN ĐỨC LÂM', 'ĐẢNG ỦY XÃ LIÊN SƠN', '*', 'Số 01-NQ/ĐH'],
      right: [PARTY, 'Liên Sơn, ngày 16 tháng 6 năm 2020'],
      heading: ['NGHỊ QUYẾT', 'ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ LIÊN SƠN', 'LẦN THỨ VIII, NHIỆM KỲ 2020 - 2025', '-----'],
      recipients: ['Nơi nhận:', '- Ban Thường vụ Huyện ủy (b/c),', '- Các chi bộ trực thuộc,', '- Lưu Đảng ủy.'],
      signature: ['T/M ĐOÀN CHỦ TỊCH', 'Rơ Ông Ha Tư']
    }),
    expected: {
      reference: '01-NQ/ĐH',
      documentType: 'nghi-quyet',
      subject: 'ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ LIÊN SƠN LẦN THỨ VIII, NHIỆM KỲ 2020 - 2025',
      authority: 'T/M ĐOÀN CHỦ TỊCH',
      signerTitle: null,
      signer: 'Rơ Ông Ha Tư'
    }
  },
  {
    name: 'letter of the Youth Union, its title on the right',
    paper: paper({
      left: [
        'BCH ĐOÀN TỈNH LÂM SƠN',
        'BCH ĐOÀN HUYỆN ĐỨC LÂM',
        '***',
        'Số: 45-CV/ĐTN',
        'V/v giới thiệu đoàn viên ưu tú'
      ],
      right: ['ĐOÀN TNCS HỒ CHÍ MINH', 'Đức Lâm, ngày 26 tháng 3 năm 2023'],
      addressed: ['Kính gửi: Ban Tổ chức Huyện ủy'],
      recipients: ['Nơi nhận:', '- Như trên;', '- Lưu VP.'],
      signature: ['TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN', 'BÍ THƯ', 'Ka Hương']
    }),
    expected: {
      reference: '45-CV/ĐTN',
      documentType: 'cong-van',
      issuedOn: '2023-03-26',
      subject: 'giới thiệu đoàn viên ưu tú',
      addressees: ['Ban Tổ chức Huyện ủy'],
      authority: 'TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN',
      signerTitle: 'BÍ THƯ',
      signer: 'Ka Hương'
    }
  }
]
