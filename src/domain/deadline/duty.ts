import type { Moment } from './moment.ts'

const W = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`

/** To report, to hand in, to end: what may be due "trong tháng 9", folded. */
const FINISH =
  'bao cao|gui|hoan thanh|hoan tat|xong|nop|trinh|phan hoi|tra loi|gop y|co y kien|cho y kien|tham gia y kien|dang ky|' +
  'ban giao|cung cap|ket thuc'
/** Any work a paper may give out until a day. */
const DUTY =
  `${FINISH}|tong ket|so ket|tong hop|cap nhat|xay dung|tham muu|de xuat|ra soat|khac phuc|xu ly|giai quyet|lap danh sach|thong bao|` +
  'quan triet|to chuc|trien khai|thuc hien|ban hanh|kiem tra|bo tri|chuyen|kien toan|cong khai|nhap|thu nop|khai bao|' +
  'thong tin|chuan bi|hop|thanh toan|giai ngan'

const FINISH_WORDS = new RegExp(W(FINISH), 'g')
const DUTY_WORDS = new RegExp(W(DUTY), 'g')
/** Who is led or asked may also have to issue something in a month. */
const ISSUE_WORDS = new RegExp(W(`${FINISH}|ban hanh`), 'g')
const LED = /(?<![a-z])(?:lanh dao|chi dao|yeu cau|de nghi|giao|tham muu|phai)(?![a-z])/

/** Something is told, not asked for. */
const TOLD = new RegExp(
  `(?<![a-z])da (?:[a-z]+ ){0,2}?(?:${DUTY}|chi dao|yeu cau|giao|de nghi|phoi hop|duoc|co|lanh dao|kip thoi)(?![a-z])`
)
/** "được phê duyệt trước ngày": a mark of the thing spoken of, unless it "phải được" be done. */
const PASSIVE = /(?<!phai )(?<!can )(?<!can phai )(?<![a-z])duoc (?:[a-z]+ ){0,2}?$/
/** What happens before a day without being a duty, just before the words. */
const HAPPENS = new RegExp(
  `${W(
    'hieu luc(?: thi hanh| ke)?|thanh lap|sinh|ket nap(?: dang| vao dang)?|vao dang|xay ra|phat sinh|ton tai|ap dung|ky ket|cap|' +
      'cong bo|khoi cong|tuyen dung|bo nhiem|nghi huu|nghi viec|cong nhan|thong qua|quy dinh|hoat dong|so voi|thoi diem|tinh den|' +
      'phe duyet|tu tran|hy sinh|tham gia cach mang|cach mang|cong tac|nhap ngu|hinh thanh|giao dich|mua|ban ra|dau tu|su dung|' +
      'cu tru|hoat dong cach mang|bau|bau cu|trung cu|chuyen nhuong|khai quat|len den|dua vao su dung|dua vao hoat dong'
  )},? ?$`
)
/** Of whom or what something holds: "đối với các dự án hoàn thành trước ngày …". */
const ABOUT =
  /(?<![a-z])(?:doi voi|truong hop|nhung|neu|cac (?:du an|cong trinh|truong hop|ho so|van ban|doi tuong|vu viec|vu an)|du an|cong trinh|nguoi)(?![a-z])/
const ASKED =
  /(?<![a-z])(?:phai|yeu cau|de nghi|giao|can|chi dao|phan cong|chu tri|co trach nhiem|khan truong|xong)(?![a-z])/
/** A label before the day: "Thời gian: trước ngày 15/9/2021". */
const LABEL = /(?:^|[(;,:\n-] ?)(?:thoi gian|thoi han|tien do|han)(?: (?:thuc hien|hoan thanh|bao cao|gui|nop))? ?:? ?$/
/** A report that is cited, not asked for. */
const CITED_REPORT = /(?<![a-z])(?:theo|tai|qua|tu|trong|xem|cac) (?:noi dung )?bao cao(?: [a-z]+){0,2} ?$/

/** Whether the words set a day for a duty. `folded` is their sentence; where it is not sure, they do not. */
export function setsDuty(folded: string, moment: Moment): boolean {
  const from = clauseStart(folded, moment.start)
  const before = folded.slice(from, moment.start)
  const after = folded.slice(moment.end, clauseEnd(folded, moment.end))
  // What stands in brackets is said of another paper: "(đã được sửa đổi bởi …)".
  if (TOLD.test(before.replace(/\([^()]*\)/g, ' ')) || isToldAfter(after)) return false
  if (moment.strength === 'plain' && LABEL.test(before)) return true
  if (HAPPENS.test(before) && !ASKED.test(before)) return false
  if (CITED_REPORT.test(before)) return false
  const verbs = moment.strength === 'finish' ? (LED.test(before) ? ISSUE_WORDS : FINISH_WORDS) : DUTY_WORDS
  const last = [...before.matchAll(verbs)].at(-1)
  if (last) return isAsked(before, last, moment) && !(moment.strength === 'finish' && tellsOf(before, last, moment))
  if (moment.strength === 'strong' && !HAPPENS.test(before))
    return after.search(DUTY_WORDS) >= 0 || /han |thoi gian /.test(folded.slice(moment.start, moment.end))
  // "Trước ngày 15/9/2021, các đơn vị báo cáo …", "định kỳ hằng quý báo cáo …": the duty follows.
  const opens = /^[\s\-+*•\d.)a-z]{0,12}$/.test(before) && before.trim().split(/\s+/).length <= 2
  if (moment.strength === 'plain' && opens) return after.search(FINISH_WORDS) >= 0
  return moment.rule === 'deadline-rhythm' && after.slice(0, 60).search(FINISH_WORDS) >= 0
}

/** "Trước ngày 15/9, các đơn vị đã báo cáo": told before anything is asked. */
function isToldAfter(after: string): boolean {
  const near = after.slice(0, 60)
  const told = near.search(TOLD)
  const asked = near.search(FINISH_WORDS)
  return told >= 0 && (asked < 0 || told < asked)
}

function isAsked(before: string, verb: RegExpMatchArray, moment: Moment): boolean {
  const left = before.slice(0, verb.index)
  const segment = left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(':')) + 1)
  if (PASSIVE.test(left)) return false
  if (moment.strength !== 'strong' && ABOUT.test(segment) && !ASKED.test(before)) return false
  // A paper "ban hành trước ngày …" is an old one; somebody has to be asked to issue it.
  const right = before.slice((verb.index ?? 0) + verb[0].length)
  if (/^(?:ban hanh|thuc hien|to chuc)$/.test(verb[0]) && right.trim() === '' && !ASKED.test(before)) {
    return new RegExp(W('xay dung|tham muu|hoan thien')).test(left)
  }
  return true
}

/** "báo cáo kết quả thực hiện trong tháng 01": the month may as well be the one reported on. */
function tellsOf(before: string, verb: RegExpMatchArray, moment: Moment): boolean {
  if (moment.rule === 'deadline-rhythm' || verb[0] !== 'bao cao') return false
  return /(?<![a-z])(?:ket qua|tinh hinh|cong tac|so lieu|thuc hien|hoat dong)(?![a-z])/.test(before.slice(verb.index))
}

/** A clause begins behind a semicolon, a paragraph or a full stop inside the sentence. */
function clauseStart(folded: string, at: number): number {
  return Math.max(folded.lastIndexOf(';', at - 1), folded.lastIndexOf('\n', at - 1)) + 1
}

function clauseEnd(folded: string, at: number): number {
  const end = folded.slice(at).search(/[;\n]/)
  return end < 0 ? folded.length : at + end
}
