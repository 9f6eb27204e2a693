/** What lies beside the backups for whoever finds the stick. Lines end as Notepad on an old Windows wants them. */
export function mediumNote(name: string): string {
  return [
    `NƠI SAO LƯU: ${name}`,
    '',
    'Thư mục này giữ các bản sao lưu của kho văn bản (chương trình Văn Khố).',
    'Mỗi thư mục mang ngày giờ là một bản, đủ cả kho tại thời điểm ấy.',
    '',
    'Không sửa, không đổi tên, không xóa gì ở đây: chương trình tự dọn bản cũ.',
    'Nếu có thư mục tep-dung-chung-…, các bản dùng chung tệp trong đó: chép đi nơi khác',
    'thì chép cả thư mục này, đừng chép riêng một bản.',
    '',
    'Phục hồi trên máy mới: mở Văn Khố, chọn "Phục hồi từ bản sao lưu", chọn bản mới nhất.',
    'Hoặc gõ lệnh: vankho restore THƯ_MỤC_NÀY --to THƯ_MỤC_MỚI',
    ''
  ].join('\r\n')
}
