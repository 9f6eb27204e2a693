/** Words of the choice of a folder on this machine. */
export const folderWords = {
  path: 'Thư mục',
  go: 'Tới',
  up: 'Lên một cấp',
  inside: (folder: string) => `Thư mục trong ${folder}`,
  none: 'Không có thư mục con.',
  archive: 'kho',
  backup: 'bản sao lưu',
  readOnly: 'Không ghi được vào thư mục này.',
  newFolder: 'Thư mục mới trong đó',
  chosen: 'Sẽ chọn',
  notArchive: 'Chọn một thư mục có chữ “kho”.',
  notBackup: 'Chọn một thư mục có chữ “bản sao lưu”.',
  keys: 'Enter mở thư mục · Backspace lên một cấp · Ctrl Enter chọn'
} as const
