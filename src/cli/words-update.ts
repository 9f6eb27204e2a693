/** What `update` says. */
export const updateWords = {
  package: 'gói cập nhật (tệp .vankho-update), hoặc --back',
  next: (version: string): string => `Lần mở sau sẽ chạy bản ${version}.`
} as const
