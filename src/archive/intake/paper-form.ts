import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentForm } from '#contract/schemas.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'

const FILE = 'paper-form.json'

/** The half-filled form of a paper without a file ("Ghi tạm"); null: none is begun. */
export function paperForm(folder: string): DocumentForm | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as DocumentForm
  } catch {
    return null
  }
}

export function savePaperForm(folder: string, form: DocumentForm | null): void {
  if (form === null) rmSync(join(folder, FILE), { force: true })
  else writeFileDurably(systemFiles, folder, FILE, Buffer.from(JSON.stringify(form)))
}
