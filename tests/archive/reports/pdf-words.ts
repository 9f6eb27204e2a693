import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type PdfWord = Readonly<{ text: string; left: number; top: number; right: number; bottom: number }>
export type PdfPage = Readonly<{ width: number; height: number; words: readonly PdfWord[]; text: string }>

/** The program that says where each word of a PDF stands is here (poppler). */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined

/** The words of each page with their places, in points from the upper left corner. */
export function pdfPages(pdf: Uint8Array): readonly PdfPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'van-kho-test-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const made = spawnSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024
    }).stdout
    return made
      .split('<page ')
      .slice(1)
      .map((page) => {
        const words = [
          ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g)
        ].map(([, left, top, right, bottom, text]) => ({
          text: unescaped(text ?? '').normalize('NFC'),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom)
        }))
        const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)
        return {
          width: Number(size?.[1]),
          height: Number(size?.[2]),
          words,
          text: inLines(words)
        }
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Line by line from the top, each from the left: the program itself reads columns one after the other. */
function inLines(words: readonly PdfWord[]): string {
  const lines: PdfWord[][] = []
  for (const word of words.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const last = lines.at(-1)
    if (last?.[0] && Math.abs(last[0].bottom - word.bottom) < 2.5) last.push(word)
    else lines.push([word])
  }
  return lines
    .flatMap((line) => line.toSorted((a, b) => a.left - b.left))
    .map((word) => word.text)
    .join(' ')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
