import { expect, test } from 'vitest'
import { ordinaryCase } from '#domain/layout/ordinary-case.ts'

test.each([
  ['HUYỆN ỦY ĐAM RÔNG', 'Huyện ủy Đam Rông'],
  ['HUYỆN UỶ ĐỨC LÂM', 'Huyện uỷ Đức Lâm'],
  ['ĐẢNG BỘ TỈNH LÂM ĐỒNG', 'Đảng bộ tỉnh Lâm Đồng'],
  ['ĐẢNG ỦY XÃ TÂN HOÀ', 'Đảng ủy xã Tân Hoà'],
  ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH', 'Đảng ủy Khối các cơ quan tỉnh'],
  ['THÀNH ỦY HỘI AN', 'Thành ủy Hội An'],
  ['THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH', 'Thành ủy thành phố Hồ Chí Minh'],
  ['TỈNH ỦY HÀ TĨNH', 'Tỉnh ủy Hà Tĩnh'],
  ["HUYỆN ỦY EA H'LEO", "Huyện ủy Ea H'Leo"],
  ['BAN CHẤP HÀNH TRUNG ƯƠNG', 'Ban Chấp hành Trung ương'],
  ['ỦY BAN KIỂM TRA', 'Ủy ban Kiểm tra'],
  ['CHI BỘ HẠT KIỂM LÂM', 'Chi bộ Hạt Kiểm lâm'],
  ['CHI BỘ TRƯỜNG THPT ĐỨC LÂM', 'Chi bộ Trường THPT Đức Lâm'],
  ['CƠ QUAN TỔ CHỨC – NỘI VỤ', 'Cơ quan Tổ chức – Nội vụ'],
  ['ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 'Ủy ban nhân dân thành phố Hà Nội'],
  ['UBND HUYỆN ĐAM RÔNG', 'UBND huyện Đam Rông'],
  ['SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['PHÒNG VĂN HÓA VÀ THÔNG TIN', 'Phòng Văn hóa và Thông tin'],
  ['PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Phòng Lao động - Thương binh và Xã hội'],
  ['BỘ KẾ HOẠCH VÀ ĐẦU TƯ', 'Bộ Kế hoạch và Đầu tư'],
  ['BẢO HIỂM XÃ HỘI HUYỆN ĐỨC LÂM', 'Bảo hiểm xã hội huyện Đức Lâm'],
  ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM HUYỆN ĐỨC LÂM', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Đức Lâm'],
  ['CHI BỘ THÔN 4', 'Chi bộ thôn 4'],
  ['VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI', 'Văn phòng Điều phối nông thôn mới'],
  ['ỦY BAN NHÂN DÂN TĨNH HÀ TĨNH', 'Ủy ban nhân dân tỉnh Hà Tĩnh'],
  ['BAN CHÍ ĐẠO 138 TỈNH', 'Ban Chỉ đạo 138 tỉnh'],
  ['', '']
])('%s → %s', (head, name) => expect(ordinaryCase(head)).toBe(name))
