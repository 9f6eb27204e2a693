import { OperationError } from '#contract/failures.ts'
import type { Job, JobResult } from '#contract/operations/archive.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { keptJob, keptJobs } from '../../jobs/job-journal.ts'
import { byWorry } from '../../jobs/worry.ts'
import { documentLines } from '../../store/document-lines.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { lineWords, SUMMARY_TITLES } from '../job-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Tệp, dòng sổ', mm: 86, align: 'left' },
  { title: 'Kết quả', mm: 66, align: 'left' },
  { title: 'Số, ký hiệu', mm: 38, align: 'left' },
  { title: 'Ngày văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 41, align: 'left' }
]
/** Ids asked for at a time. */
const IDS_A_QUERY = 500

/** What became of each file of one job, what was not taken first (X01): kept with the archive, so printed any day. Of no named job: the last one. */
export function importSummary(archive: ReportArchive, params: ReportParams): PrintDocument {
  const { jobId } = params
  const job = jobId === null ? keptJobs(archive.folder, 1)[0] : keptJob(archive.folder, jobId)
  if (!job && jobId !== null) throw new OperationError('not-found', { job: jobId })
  const lines = byWorry(job?.results ?? [])
  const documents = documentsOf(archive, lines)
  return printDocument(archive, 'import-summary', {
    title: (job && SUMMARY_TITLES[job.kind]) ?? 'Kết quả thêm tệp',
    lines: job ? [began(job), counted(job)] : [],
    landscape: true,
    columns: COLUMNS,
    groups: [{ title: null, rows: lines.map((line, index) => printRow(line, index, documents)), total: null }],
    tallies: [{ unit: 'tệp, dòng', column: null }],
    closing: 'Cộng',
    empty: 'Không có tệp nào.',
    signer: 'NGƯỜI LẬP'
  })
}

type Known = ReadonlyMap<string, ReturnType<typeof documentLines>[number]>

function documentsOf(archive: ReportArchive, lines: readonly JobResult[]): Known {
  const ids = [...new Set(lines.flatMap((line) => (line.id?.startsWith('d_') ? [line.id] : [])))]
  const known = new Map<string, ReturnType<typeof documentLines>[number]>()
  for (let at = 0; at < ids.length; at += IDS_A_QUERY) {
    for (const line of documentLines(archive.db, ids.slice(at, at + IDS_A_QUERY))) known.set(line.id, line)
  }
  return known
}

function printRow(line: JobResult, index: number, documents: Known): PrintRow {
  const document = line.id === null ? undefined : documents.get(line.id)
  return {
    cells: [
      count(index + 1),
      words(line.name),
      words(lineWords(line)),
      strong(document?.reference ?? (typeof line.detail.reference === 'string' ? line.detail.reference : null)),
      day(document?.issuedOn),
      words(document?.withdrawn ? 'đã rút' : '')
    ],
    tally: [1]
  }
}

function began(job: Job): string {
  const start = new Date(job.startedAt)
  const at = `${String(start.getHours()).padStart(2, '0')} giờ ${String(start.getMinutes()).padStart(2, '0')}`
  const cut = job.endedAt === null ? ', bị ngắt giữa chừng' : job.state === 'cancelled' ? ', đã dừng' : ''
  return `Bắt đầu lúc ${at} ngày ${printDay(localDay(start))}${cut}`
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}

/** "4.900 đã vào sổ, 98 trùng, 2 không nhận". */
function counted(job: Job): string {
  const by = new Map<string, number>()
  for (const line of job.results) by.set(lineWords(line), (by.get(lineWords(line)) ?? 0) + 1)
  return [...by]
    .sort((a, b) => b[1] - a[1])
    .map(([what, n]) => `${what}: ${n.toLocaleString('vi-VN')}`)
    .join('; ')
}
