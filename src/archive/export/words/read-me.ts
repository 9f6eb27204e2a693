import { EXPORT_TABLES, MISSING_FILE } from './tables.ts'

export type ReadMeFacts = Readonly<{
  office: string
  archiveId: string
  day: string
  seq: number
  hash: string
  documents: number
  files: number
  missing: number
  secretLines: number
}>

/** DOC-TRUOC.txt: what lies where, for a person who has none of our programs. */
export function readMe(facts: ReadMeFacts): string {
  const tables = EXPORT_TABLES.map(({ file, about }) => `  ${file.padEnd(22)} ${about}`)
  return [
    `KHO VĂN BẢN CỦA ${facts.office.toLocaleUpperCase('vi')}: BẢN XUẤT ĐẦY ĐỦ`,
    '',
    `Xuất ngày ${facts.day}. Mã kho ${facts.archiveId}.`,
    `Nhật ký kho đến dòng ${facts.seq}, mã dòng cuối ${facts.hash}.`,
    `${facts.documents} văn bản, ${facts.files} tệp.`,
    facts.missing === 0
      ? 'Mọi tệp gốc đều có mặt và đúng mã băm.'
      : `THIẾU ${facts.missing} tệp gốc: xem ${MISSING_FILE}.`,
    '',
    'Thư mục này đọc được mà không cần chương trình nào riêng: văn bản là tệp như lúc nhận,',
    'các bảng là CSV (mở bằng Excel, LibreOffice), phần còn lại là tệp chữ UTF-8.',
    '',
    'Trong thư mục:',
    '  van-ban/NĂM/SỐ-KÝ-HIỆU/ tệp của từng văn bản; năm là năm ban hành (không có thì năm đến)',
    '                         trùng số và ký hiệu trong một năm thì thêm _2, _3; đã rút thì thêm _da-rut',
    '  chung-tu/              ảnh chụp danh sách ký nhận và chứng từ chuyển giao',
    '  tep-da-go/             tệp từng gắn vào một văn bản rồi gỡ ra; nhật ký còn nhắc đến',
    '  chu-da-doc/            chữ chương trình đã đọc từ từng tệp (kể cả từ ảnh quét), tên là mã băm của tệp',
    ...tables,
    '  kho.json               mọi dữ kiện của kho, đúng từng dòng của cơ sở dữ liệu',
    '  nhat-ky/               nhật ký kho: mọi việc đã làm, mỗi việc một dòng, dòng sau mang mã băm của dòng trước',
    '  SHA256SUMS             mã băm của mọi tệp; kiểm tra bằng lệnh: sha256sum -c SHA256SUMS',
    '',
    'Trong các bảng CSV, ngày viết theo năm-tháng-ngày. Ô bắt đầu bằng dấu = + - @ có thêm dấu nháy đơn ở trước',
    'để bảng tính không hiểu là công thức; chữ nguyên vẹn nằm trong kho.json.',
    '',
    'Dựng lại kho: mở Văn Khố, vào Kho, phần “Xuất, bàn giao”, chọn “Lập kho từ bản xuất”; hoặc lệnh',
    '  vankho export --restore THƯ_MỤC_NÀY --to THƯ_MỤC_MỚI',
    'Kho dựng lại từ nhật ký và tệp gốc, bằng kho cũ ở mọi dữ kiện.',
    ...(facts.secretLines === 0
      ? []
      : [
          '',
          `Kho có ${facts.secretLines} dòng sổ văn bản mật (không có nội dung) trong nhật ký và kho.json:`,
          'giữ thư mục này như giữ sổ văn bản mật.'
        ]),
    ''
  ].join('\r\n')
}
