import { BODY_NAMES } from './body-names.ts'
import { DOCUMENT_TYPES } from './document-types.ts'

/**
 * What citations are made of, word for word as it is spelt: where a scan has spoilt one letter of such a group the group
 * is still known by the rest. Names of bodies and types come from their own tables.
 */
const GROUPS: readonly string[] = lines(`
  Ban Thường vụ Huyện ủy, Ban Thường vụ Tỉnh ủy, Ban Thường vụ Đảng ủy, Ban Thường vụ, Thường trực Huyện ủy, Thường trực Tỉnh ủy,
  Ban Chấp hành Đảng bộ, Ban Chấp hành Trung ương, Ban Bí thư Trung ương Đảng, Văn phòng Huyện ủy, Văn phòng Tỉnh ủy,
  Văn phòng Trung ương Đảng, Ban Tổ chức Huyện ủy, Ban Tổ chức Tỉnh ủy, Ban Tổ chức Trung ương, Ban Tuyên giáo Huyện ủy,
  Ban Tuyên giáo Tỉnh ủy, Ban Tuyên giáo Trung ương, Ban Dân vận Huyện ủy, Ban Dân vận Tỉnh ủy, Ban Nội chính Tỉnh ủy,
  Ủy ban Kiểm tra Huyện ủy, Ủy ban Kiểm tra Tỉnh ủy, Ủy ban Kiểm tra Trung ương, Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện,
  Ủy ban nhân dân thành phố, Hội đồng nhân dân tỉnh, Hội đồng nhân dân huyện, Đảng bộ huyện, Đảng bộ tỉnh, Đảng ủy xã, Đảng bộ xã,
  UBND tỉnh, UBND huyện, UBND xã, HĐND tỉnh, HĐND huyện, Huyện ủy, Tỉnh ủy, Đảng ủy, Chi bộ, Thủ tướng Chính phủ, của Chính phủ,
  Bộ trưởng Bộ, Ủy ban Thường vụ Quốc hội, của Quốc hội, của Bộ Chính trị, của Ban Bí thư, Hội nghị Ban Chấp hành, Đoàn kiểm tra,
  Bộ Tài chính, Bộ Nội vụ, Bộ Y tế, Bộ Giáo dục và Đào tạo, Bộ Kế hoạch và Đầu tư, Bộ Khoa học và Công nghệ, Bộ Công an,
  Bộ Quốc phòng, Bộ Tư pháp, Bộ Xây dựng, Bộ Công Thương, Bộ Ngoại giao, Bộ Thông tin và Truyền thông, Bộ Giao thông vận tải,
  Bộ Tài nguyên và Môi trường, Bộ Nông nghiệp và Phát triển nông thôn, Bộ Nông nghiệp và Môi trường, Bộ Dân tộc và Tôn giáo,
  Bộ Lao động - Thương binh và Xã hội, Bộ Văn hóa - Thể thao và Du lịch, Sở Nông nghiệp và Phát triển nông thôn, Sở Tài chính,
  Sở Tài nguyên và Môi trường, Sở Nội vụ, Sở Y tế, Sở Giáo dục và Đào tạo, Sở Kế hoạch và Đầu tư, Sở Tư pháp, Sở Xây dựng,
  văn bản quy phạm pháp luật, một số điều của Luật, của Luật, sửa đổi bổ sung, bổ sung một số điều, chính quyền địa phương,
  Cộng hòa xã hội chủ nghĩa Việt Nam, Hiến pháp nước, Điều lệ Đảng, khóa X, khóa XI, khóa XII, khóa XIII, nhiệm kỳ,
  Căn cứ, căn cứ, Thực hiện, thực hiện, triển khai, Triển khai, quán triệt, thi hành, chấp hành, tiếp tục, tiếp theo, tinh thần,
  theo đề nghị, Theo đề nghị, Xét đề nghị, đề nghị của, thay thế, bãi bỏ, sửa đổi, bổ sung, điều chỉnh, đính chính, kéo dài,
  hết hiệu lực, có hiệu lực, thi hành, trả lời, phúc đáp, sao gửi, đôn đốc, ban hành kèm theo, được sửa đổi, trên cơ sở,
  Trên cơ sở, gửi kèm, quy định tại, hướng dẫn tại, cùng ngày, nêu trên, của, ngày, tháng, năm, số, theo, tại, và, các, về, kèm theo
`)

const TYPES: readonly string[] = Object.values(DOCUMENT_TYPES).flatMap(({ name }) => [
  name,
  name.charAt(0).toLowerCase() + name.slice(1)
])

/** Each group as its words. */
export const CUE_GROUPS: readonly (readonly string[])[] = [
  ...new Set([...GROUPS, ...TYPES, ...BODY_NAMES.map(([name]) => name)])
].map((group) => group.split(' ').filter((word) => /\p{L}/u.test(word)))
/** Every word that stands in a group. */
export const CUE_WORDS: readonly string[] = [...new Set(CUE_GROUPS.flat())]

function lines(list: string): readonly string[] {
  return list
    .normalize('NFC')
    .split(',')
    .map((group) => group.trim().replace(/\s+/g, ' '))
    .filter((group) => group !== '')
}
