/** Words of printing and of saving a print view as a file. */
export const printWords = {
  print: 'In',
  saveAs: 'Lưu ra tệp',
  formats: {
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    xlsx: 'Excel (XLSX)',
    csv: 'CSV',
    html: 'Trang web (HTML)'
  },
  pdfNeeds: 'PDF (cần Chrome hoặc Edge)',
  saved: (name: string) => `Đã lưu ${name} vào thư mục tải về.`,
  notPrinted: 'Chưa in được.',
  notSaved: 'Chưa lưu được tệp.'
} as const
