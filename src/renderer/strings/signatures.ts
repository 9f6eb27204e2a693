import type { FileSignature } from '#contract/schemas.ts'

export const signatureWords = {
  region: 'Chữ ký số của tệp',
  title: 'Chữ ký số',
  noName: 'không ghi tên người ký',
  signed: (when: string) => `ký ${when}`,
  noTime: 'không ghi giờ ký',
  timeStamp: 'dấu thời gian',
  integrity: {
    unchanged: 'tệp nguyên vẹn từ lúc ký',
    'added-later': 'phần đã ký nguyên vẹn, có phần ghi thêm sau khi ký',
    changed: 'tệp đã bị sửa sau khi ký',
    unchecked: 'chưa kiểm được kiểu chữ ký này'
  } satisfies Readonly<Record<FileSignature['integrity'], string>>,
  more: (count: number) => `còn ${count} chữ ký`,
  less: 'Thu gọn',
  certifier: (name: string) => `Chứng thư do ${name} cấp (theo lời chứng thư).`,
  limits:
    'Máy đã so từng byte của tệp với chữ ký. Không có mạng nên chưa kiểm được chứng thư còn hiệu lực và có phải của cơ quan này không.',
  changedText: 'Không dùng tệp này làm căn cứ. Xin lại bản có chữ ký còn nguyên từ nơi gửi.'
} as const
