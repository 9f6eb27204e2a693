import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '#archive/read/extract.ts'
import { joinPages } from '#domain/text/page-text.ts'
import type { LabelledDocument } from './load-corpus.ts'

/**
 * The same labelled documents as real files: a file of the folder whose name begins with the number of a text
 * ("210 57-CV-BTGHU.pdf" for 210.txt) is read as the program reads it, pages, columns and all. Scans without letters are
 * left out: there is nothing to read in them.
 */
export async function loadFiles(
  folder: string,
  labelled: readonly LabelledDocument[]
): Promise<readonly LabelledDocument[]> {
  const files: LabelledDocument[] = []
  for (const name of readdirSync(folder).sort()) {
    const document = labelled.find(({ gold }) => name.startsWith(`${gold.file.slice(0, 3)} `))
    if (!document) continue
    const read = await extract(join(folder, name))
    if (!read.ok) throw new Error(`${name}: ${read.code}`)
    const { pages } = read.text
    if (joinPages(pages).trim() === '') continue
    files.push({ ...document, gold: { ...document.gold, file: name }, text: joinPages(pages), pages })
  }
  return files
}
