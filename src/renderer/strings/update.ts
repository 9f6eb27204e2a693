/** Words of newer versions of the program taken from a stick. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'not-a-package': 'Tệp này không phải gói cập nhật của Văn Khố.',
  'not-signed': 'Gói cập nhật không có chữ ký của nơi phát hành mà chương trình này tin.',
  damaged: 'Gói cập nhật bị hỏng hoặc bị sửa: nội dung khác với bản kê đã ký.',
  'other-machine': 'Gói cập nhật dành cho loại máy hoặc kiểu cài đặt khác.',
  'not-newer': 'Gói cập nhật không mới hơn bản đang dùng.'
}

export function updateProblem(problem: unknown): string {
  return PROBLEMS[String(problem)] ?? 'Không nhận được gói cập nhật này.'
}

export const updateWords = {
  heading: 'Bản chương trình',
  version: (version: string) => `Đang dùng bản ${version}.`,
  about:
    'Bản mới lấy từ USB, không qua mạng. Gói phải có chữ ký của nơi phát hành. Bản mới nằm cạnh bản đang dùng; kho không bị đụng tới, và trước khi đổi cấu trúc kho, chương trình chép lại sổ dữ liệu.',
  installed:
    'Bản này được cài bằng bộ cài: muốn cập nhật thì chạy bộ cài mới. Kho không nằm trong thư mục chương trình nên không bị đụng tới.',
  noKeys: 'Bản này phát hành không kèm khóa kiểm chữ ký nên không nhận gói cập nhật nào.',
  find: 'Tìm gói cập nhật …',
  findTitle: 'Gói cập nhật ở đâu?',
  findAction: 'Tìm ở đây',
  findHint: 'Chọn USB hoặc thư mục có tệp .vankho-update.',
  none: 'Thư mục này không có gói cập nhật nào (tệp .vankho-update).',
  package: (version: string, day: string) => `Bản ${version}, phát hành ${day}`,
  take: 'Cập nhật',
  taken: (version: string) =>
    `Đã đặt xong bản ${version}. Đóng Văn Khố rồi mở lại để dùng bản mới; bản đang dùng được giữ để quay về.`,
  next: (version: string) => `Lần mở sau sẽ chạy bản ${version}.`,
  back: (version: string) => `Quay về bản ${version} …`,
  backTitle: (version: string) => `Quay về bản ${version}?`,
  backAction: (version: string) => `Quay về bản ${version}`,
  backPoints: (running: string, version: string) => [
    `Bản ${running} vẫn chạy cho đến khi đóng Văn Khố; lần mở sau mới chạy bản ${version}.`,
    'Kho còn nguyên: việc này không ghi, không xóa gì trong kho.',
    `Muốn dùng lại bản ${running}: cập nhật lại từ USB.`
  ],
  backDone: (version: string) => `Lần mở sau sẽ chạy bản ${version}.`,
  backAbout:
    'Kho đã được bản mới đổi cấu trúc thì bản cũ không mở được; bản chép trước khi đổi nằm trong thư mục aside của kho.'
} as const
