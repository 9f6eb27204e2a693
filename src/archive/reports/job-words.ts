import type { Job, JobResult } from '#contract/operations/archive.ts'

export const SUMMARY_TITLES: Readonly<Partial<Record<Job['kind'], string>>> = {
  intake: 'Kết quả đưa tệp vào hàng chờ',
  import: 'Kết quả ghi tệp vào sổ',
  accept: 'Kết quả ghi văn bản trong hàng chờ',
  register: 'Kết quả nhập sổ cũ',
  match: 'Kết quả gắn tệp vào dòng sổ',
  undo: 'Kết quả rút lại một đợt ghi'
}

const WORDS: Readonly<Record<string, string>> = {
  waiting: 'Đã đọc, chờ vào sổ',
  filed: 'Đã vào sổ',
  attached: 'Đã gắn vào dòng sổ',
  already: 'Đã nhập trước đây',
  kept: 'Để nguyên, có ghi thêm về sau',
  returned: 'Đã về hàng chờ',
  duplicate: 'Trùng tệp đã có',
  unreadable: 'Chưa đọc được chữ',
  conflict: 'Dòng sổ đã có tệp',
  'file-empty': 'Không nhận: tệp rỗng',
  'file-too-large': 'Không nhận: tệp quá lớn',
  'file-encrypted': 'Tệp có mật khẩu',
  'file-damaged': 'Tệp hỏng, không đọc được',
  'file-unread': 'Chưa đọc được nội dung, chờ văn thư xem',
  'file-unsupported': 'Không nhận: không phải tệp văn bản',
  'secret-refused': 'Không nhận: có dấu mật',
  'book-closed': 'Sổ đã đóng',
  'fonds-closed': 'Phông đã đóng'
}

/** What became of a file, as it is printed; a row of a register says why it was not put in. */
export function lineWords({ code, id, detail }: JobResult): string {
  const known = WORDS[code]
  if (known) return known
  if (detail.row !== undefined) return 'Dòng sổ có lỗi, không nhập'
  return id === null ? 'Không nhận' : 'Cần xem'
}
