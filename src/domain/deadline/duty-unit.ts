const BODY =
  '(?:Ban|Văn phòng|Ủy ban|Uỷ ban|UBND|UBKT|UBMTTQ|UB|HĐND|Hội đồng|Đảng ủy|Đảng uỷ|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|' +
  'Thành ủy|Quận ủy|Thị ủy|Cấp ủy|Chi bộ|Đảng bộ|Mặt trận|Hội|Liên đoàn|Đoàn|Huyện đoàn|Công an|Phòng|Sở|Trung tâm|' +
  'Viện kiểm sát|Viện Kiểm sát|Tòa án|Thường trực|Bí thư|Trưởng|Chủ tịch|Thủ trưởng|đồng chí|Đồng chí|Kho bạc|Chi cục|' +
  'Ngân hàng|Trường|Chính quyền|VPHU|BTG|BTC|BDV|cấp ủy|cấp uỷ|chi bộ|đảng bộ|đảng ủy|đảng uỷ|cơ quan|đơn vị|địa phương|' +
  'xã|ban|sở|phòng|ngành|tổ chức|huyện ủy|huyện uỷ|tỉnh ủy)'
const MANY = '(?:(?:[Cc]ác|[Nn]hững|[Tt]ất cả các|[Tt]hủ trưởng các)\\s)?'
/** Words a unit's name ends before: what it is to do, or how. */
const THEN =
  /,?\s(?:chủ trì|chủ động|phối hợp|báo cáo|gửi|hoàn thành|tổng hợp|xây dựng|tham mưu|đề xuất|rà soát|khắc phục|xử lý|giải quyết|lập danh sách|cung cấp|thông báo|quán triệt|tổ chức|triển khai|thực hiện|ban hành|kiểm tra|bố trí|nộp|trình|phải|cần|có trách nhiệm|có ý kiến|căn cứ|tiếp tục|tập trung|khẩn trương|chỉ đạo|theo dõi|nghiêm túc|hướng dẫn|định kỳ|tham gia|góp ý|đăng ký|cập nhật|kịp thời|nghiên cứu|lãnh đạo|thường xuyên|hằng|hàng|trước|chậm nhất|trong|đôn đốc|lập|cử|chuẩn bị|phản hồi|trả lời|kiện toàn)(?!\p{L})/u

const ASKED = new RegExp(
  `(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Cc]hỉ đạo|[Pp]hân công)(?:\\scho)?:?\\s(?<unit>${MANY}${BODY}(?!\\p{L}))`,
  'u'
)
const OPENS = new RegExp(
  `^[\\s\\-+*•]*(?:\\d{1,2}(?:\\.\\d{1,2})*[.)]?(?:-\\s|\\s)|[a-zđ][.)]\\s)?(?:[^:,;]{2,40}:\\s)?(?<unit>${MANY}${BODY}(?!\\p{L}))`,
  'u'
)
const LONGEST = 160

/** Who has the duty, as the words before it name them: "Giao Ban Tổ chức Huyện ủy …", "Các chi bộ … báo cáo". */
export function dutyUnit(before: string): string | null {
  for (const pattern of [ASKED, OPENS]) {
    const found = pattern.exec(before)
    const unit = found?.groups?.unit
    if (!found || !unit) continue
    const from = found.index + found[0].length - unit.length
    const rest = before.slice(from)
    const end = rest.search(THEN)
    const name = (end < 0 ? '' : rest.slice(0, end)).replace(/[\s,;:]+$/u, '').replace(/\s+/gu, ' ')
    if (name !== '' && name.length <= LONGEST && !/[.;:]/.test(name)) return name
  }
  return null
}
