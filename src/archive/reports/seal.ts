import { encode } from 'uqr'
import { ledgerMark } from '#domain/register/ledger-mark.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import type { ReportArchive } from './base.ts'

/** What a printed book says of the ledger it was printed from. */
export type PrintSeal = Readonly<{
  mark: string
  line: number
  words: string
  /** The same as a QR: rows of dark and light, the quiet edge around them. */
  qr: readonly (readonly boolean[])[]
}>

/** The head of the ledger for the foot of a book; null: there is no line yet. */
export function sealOf(archive: Pick<ReportArchive, 'db'>): PrintSeal | null {
  const { seq, hash } = readMark(archive.db)
  if (seq === 0 || !/^[0-9a-f]{64}$/.test(hash)) return null
  const mark = ledgerMark(hash)
  const line = seq.toLocaleString('vi-VN')
  return {
    mark,
    line: seq,
    words: `Dấu sổ ${mark} (dòng ${line} của nhật ký kho). Giữ tờ in này ngoài máy: dấu được đối chiếu ở Kho, mục Kiểm tra.`,
    qr: encode(`VANKHO ${seq} ${mark}`, { ecc: 'M', border: 2 }).data
  }
}
