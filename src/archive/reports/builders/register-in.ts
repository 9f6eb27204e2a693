import type { BlankNumber } from '#contract/operations/books.ts'
import type { RegisterRow, ReportParams } from '#contract/operations/registers.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { shownNumber } from '../book-words.ts'
import { count, day, EMPTY_CELL, strong, words } from '../cells.ts'
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

/** Sổ đăng ký văn bản đến, the ten columns of NĐ 30/2020/NĐ-CP Phụ lục IV in their order (domain.md §6). */
const COLUMNS: readonly PrintColumn[] = [
  { title: 'Ngày đến', mm: 22, align: 'center', whole: true },
  { title: 'Số đến', mm: 14, align: 'center', whole: true },
  { title: 'Tác giả', mm: 32, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 31, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 58, align: 'left' },
  { title: 'Đơn vị hoặc người nhận', mm: 26, align: 'left' },
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
  { title: 'Ký nhận', mm: 20, align: 'left' },
  { title: 'Ghi chú', mm: 20, align: 'left' }
]

export function registerIn(archive: ReportArchive, params: ReportParams): PrintDocument {
  return printDocument(archive, 'register-in', {
    ...REGISTER_PARTS,
    seal: sealOf(archive),
    title: 'Sổ đăng ký văn bản đến',
    lines: [registerPeriod(archive, params)],
    columns: COLUMNS,
    groups: monthGroups(registerEntries(archive, params, 'incoming'), printEntry),
    tallies: ENTRY_TALLIES
  })
}

function printEntry(entry: RegisterEntry): PrintRow {
  const tally = entryTally(entry)
  return entry.kind === 'row' ? printRow(entry.row, tally) : printBlank(entry.blank, tally)
}

function printBlank(blank: BlankNumber, tally: readonly number[]): PrintRow {
  const { lead, text, note } = blankWords(blank)
  const free = Array.from({ length: 3 }, () => EMPTY_CELL)
  return {
    cells: [
      day(blank.day),
      { text: shownNumber(blank.number, blank.suffix), struck: blank.state === 'void', strong: true },
      ...free,
      { text, lead },
      ...free,
      words(note)
    ],
    tally,
    void: true
  }
}

function printRow(row: RegisterRow, tally: readonly number[]): PrintRow {
  const { document } = row
  const gone = document.withdrawn
  return {
    cells: [
      day(document.arrivedOn),
      { ...count(document.arrivalNumber), struck: gone, strong: true },
      words(row.author),
      strong(document.reference),
      day(document.issuedOn),
      { text: typeAndSubject(document), ...(gone ? { lead: WITHDRAWN } : {}) },
      gone ? EMPTY_CELL : words(row.handler),
      gone ? EMPTY_CELL : day(row.handedOn),
      gone ? EMPTY_CELL : words(signedFor(row)),
      words(registerNote(row))
    ],
    tally,
    void: gone
  }
}
