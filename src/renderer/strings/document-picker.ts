/** Words of the choice of a document by its number. */
export const pickerWords = {
  placeholder: 'Gõ số, ký hiệu: 221-CV/HU',
  none: (typed: string) => `Kho không có văn bản số “${typed}”.`,
  many: (count: number) => `${count} văn bản cùng số, chọn một`,
  found: 'Văn bản tìm thấy'
} as const
