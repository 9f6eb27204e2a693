import type { BlankNumber } from '#contract/operations/books.ts'
import type { RegisterRow, ReportParams } from '#contract/operations/registers.ts'
import type { RecipientLine } from '#contract/schemas.ts'
import { recipientLines } from '../../store/documents.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { shownNumber } from '../book-words.ts'
import { count, day, EMPTY_CELL, words } from '../cells.ts'
import { typeAndSubject } from '../document-words.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { sealOf } from '../seal.ts'
import {
  blankWords,
  ENTRY_TALLIES,
  entryTally,
  monthGroups,
  REGISTER_PARTS,
  type RegisterEntry,
  registerEntries,
  registerNote,
  registerPeriod,
  signedFor,
  WITHDRAWN
} from './register.ts'

/** Sổ đăng ký văn bản đi, the ten columns of NĐ 30/2020/NĐ-CP Phụ lục IV in their order (domain.md §6). */
const COLUMNS: readonly PrintColumn[] = [
  { title: 'Số, ký hiệu văn bản', mm: 30, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 58, align: 'left' },
  { title: 'Người ký', mm: 25, align: 'left' },
  { title: 'Nơi nhận văn bản', mm: 36, align: 'left' },
  { title: 'Đơn vị, người nhận bản lưu', mm: 20, align: 'left' },
  { title: 'Số lượng bản', mm: 14, align: 'center', whole: true },
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
  { title: 'Ký nhận', mm: 20, align: 'left' },
  { title: 'Ghi chú', mm: 20, align: 'left' }
]
const COPIES = 6
/** Longer lists of recipients are told in the handover book. */
const LONGEST_LIST = 150

export function registerOut(archive: ReportArchive, params: ReportParams): PrintDocument {
  const internal = params.direction === 'internal'
  const entries = registerEntries(archive, params, internal ? 'internal' : 'outgoing')
  return printDocument(archive, 'register-out', {
    ...REGISTER_PARTS,
    seal: sealOf(archive),
    title: internal ? 'Sổ đăng ký văn bản nội bộ' : 'Sổ đăng ký văn bản đi',
    lines: [registerPeriod(archive, params)],
    columns: COLUMNS,
    groups: monthGroups(entries, (entry) => printEntry(archive, entry)),
    tallies: [...ENTRY_TALLIES, { unit: 'bản', column: COPIES }]
  })
}

function printEntry(archive: ReportArchive, entry: RegisterEntry): PrintRow {
  const tally = entryTally(entry)
  return entry.kind === 'row'
    ? printRow(entry.row, fileCopy(archive, entry.row), tally)
    : printBlank(entry.blank, tally)
}

function printBlank(blank: BlankNumber, tally: readonly number[]): PrintRow {
  const { lead, text, note } = blankWords(blank)
  return {
    cells: [
      { text: shownNumber(blank.number, blank.suffix), strong: true, struck: blank.state === 'void' },
      day(blank.day),
      { text, lead },
      ...Array.from({ length: 6 }, () => EMPTY_CELL),
      words(note)
    ],
    tally: [...tally, 0],
    void: true
  }
}

function printRow(row: RegisterRow, kept: string, tally: readonly number[]): PrintRow {
  const { document } = row
  const gone = document.withdrawn
  const copies = gone ? 0 : row.copies
  return {
    cells: [
      { text: document.reference ?? '', strong: true, struck: gone },
      day(document.issuedOn),
      { text: typeAndSubject(document), ...(gone ? { lead: WITHDRAWN } : {}) },
      words(document.signer),
      gone ? EMPTY_CELL : words(shortened(row.recipients)),
      gone ? EMPTY_CELL : words(kept),
      count(copies),
      gone ? EMPTY_CELL : day(row.handedOn),
      gone ? EMPTY_CELL : words(signedFor(row)),
      words(registerNote(row))
    ],
    tally: [...tally, copies ?? 0],
    void: gone
  }
}

/** Who keeps the file copy: what the clerk wrote, else the "Lưu …" lines of Nơi nhận. */
function fileCopy(archive: ReportArchive, row: RegisterRow): string {
  if (row.handler) return row.handler
  const kept = recipientLines(archive.db, row.document.id, 'recipients').filter((line) => line.kind === 'file-copy')
  return kept.map(keeper).filter(Boolean).join('; ')
}

function keeper(line: RecipientLine): string {
  return line.text.replace(/^[-–\s]*lưu(?![\p{L}])\s*:?\s*/iu, '').replace(/[.;,\s]+$/u, '')
}

function shortened(recipients: string): string {
  if (recipients.length <= LONGEST_LIST) return recipients
  const kept = recipients.slice(0, LONGEST_LIST)
  const end = Math.max(kept.lastIndexOf(';'), kept.lastIndexOf(','))
  return `${kept.slice(0, end > 40 ? end : LONGEST_LIST).trim()} … (xem sổ chuyển giao)`
}
