/** Words for what only the desktop program can do with a file. */
export const desktopWords = {
  openOutside: 'Mở bằng chương trình khác',
  openedOutside: (name: string) => `Đã mở bản chép của ${name}. Tệp gốc trong kho không đổi.`,
  notOpenedOutside: 'Chưa mở được tệp bằng chương trình khác.',
  dragHint: 'Kéo tên tệp ra thư mục để chép',
  notDragged: 'Chưa kéo được tệp ra ngoài.'
} as const
