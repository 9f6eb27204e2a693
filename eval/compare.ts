import { foldKey } from '#domain/text/fold.ts'

/** White space folded, NFC, end punctuation cut: how two readings of one value are compared (corpus README). */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .trim()
    .replace(/[\s.,;:]+$/, '')
}

/** Names of bodies: one part of the corpus writes UBND where the head has Ủy ban nhân dân, or sets the parent in brackets. */
export function plainBody(text: string): string {
  return plain(text)
    .replace(/[()]/g, '')
    .replace(/^U[ỶY] BAN NHÂN DÂN|^[ỦU][yỷ] ban nhân dân/u, 'UBND')
    .replace(/uỷ/g, 'ủy')
    .replace(/Uỷ/g, 'Ủy')
    .replace(/^UBND Thành phố/, 'UBND thành phố')
}

/** Loosest: marks and case do not count; for issuers of citations, given in the gold "as stated or plainly implied". */
export function sameBody(read: string | null, gold: string | null): boolean {
  if (read === null || gold === null) return read === gold
  return bodyKey(read) === bodyKey(gold)
}

function bodyKey(text: string): string {
  return foldKey(text)
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/\btrung uong dang\b/g, 'trung uong')
}
