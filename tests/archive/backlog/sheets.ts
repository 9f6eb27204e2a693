import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import type { Job } from '#contract/operations/archive.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

export const HEADS = [
  'Ngày đến',
  'Số đến',
  'Tác giả',
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Đơn vị hoặc người nhận',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú'
] as const

export type Value = string | number | Date | null

/** A real workbook of these rows: text as text, numbers as numbers, dates as dates of the sheet. */
export async function workbook(rows: readonly (readonly Value[])[]): Promise<string> {
  const path = join(tempFolder(), 'so-den-2019.xlsx')
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : typeof value === 'number'
            ? { value, type: Number }
            : { value, type: String }
    )
  )
  await (writeXlsxFile as unknown as (data: unknown, options: unknown) => { toFile(path: string): Promise<void> })(
    cells,
    {}
  ).toFile(path)
  return path
}

export function textFile(name: string, content: string | Uint8Array): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

/** A row of the incoming book: number n of the year 2019. */
export function line(
  n: number,
  fields: Partial<{ arrived: Value; reference: Value; issued: Value; subject: string }> = {}
) {
  return [
    fields.arrived === undefined ? new Date(Date.UTC(2019, 0, 1 + (n % 360))) : fields.arrived,
    n,
    'Tỉnh ủy Lâm Đồng',
    fields.reference === undefined ? `${String(n).padStart(4, '0')}-CV/TU` : fields.reference,
    fields.issued === undefined ? new Date(Date.UTC(2019, 0, n % 360)) : fields.issued,
    fields.subject ?? `Công văn về việc thứ ${n}`,
    'Văn phòng',
    null,
    null,
    null
  ] as const
}

/** The codes of a job's result lines, each with how often. */
export function codes(job: Job): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const result of job.results) counts[result.code] = (counts[result.code] ?? 0) + 1
  return counts
}
