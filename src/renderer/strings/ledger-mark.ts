/** "Dấu sổ": the printed witness of the ledger, in Kho → Kiểm tra. */
export const ledgerMarkWords = {
  heading: 'Đối chiếu dấu sổ',
  about:
    'Cuối sổ đăng ký và tờ kết thúc sổ in ra có dấu sổ gồm 16 ký tự. Gõ dấu của một tờ đã in để biết nhật ký kho còn nguyên đến lúc in tờ ấy hay không.',
  limit:
    'Không có tờ in hoặc bản sao lưu cất ngoài máy thì máy không tự nhận ra nhật ký bị cắt mất đoạn cuối hay bị viết lại cả chuỗi. In sổ hằng tháng và cất tờ in.',
  now: (mark: string, line: string) => `Dấu sổ lúc này: ${mark}, dòng ${line}.`,
  field: 'Dấu sổ trên tờ in',
  sample: 'ABCD-EFGH-JKMN-PQRS',
  check: 'Đối chiếu',
  checking: 'Đang đối chiếu…',
  noMark: 'Chưa đúng dấu sổ: dấu gồm 16 chữ và số, in thành bốn nhóm. Xem lại tờ in rồi gõ lại.',
  found: (line: string, at: string) => `Khớp với dòng ${line} ghi lúc ${at}. Nhật ký từ đầu đến dòng này còn nguyên.`,
  newer: (lines: string) => `Sau tờ ấy nhật ký đã ghi thêm ${lines} dòng.`,
  missing: 'Nhật ký kho không có dòng nào mang dấu này.',
  missingTodo:
    'Gõ lại cho đúng. Nếu dấu đã đúng thì nhật ký trước lúc in tờ ấy đã bị sửa hoặc bị thay: giữ nguyên máy, phục hồi bản sao lưu vào thư mục khác rồi đối chiếu dấu ở đó.'
} as const
