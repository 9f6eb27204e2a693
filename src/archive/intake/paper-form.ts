import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentForm } from '#contract/schemas.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'

const FILE = 'paper-form.json'

/** The half-filled form of a paper without a file ("Ghi tạm"); null: none is begun. */
export function paperForm(folder: string): DocumentForm | null {
  try {
    return JSON.parse(readSmall(folder, FILE, join(folder, FILE))) as DocumentForm
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}

export function savePaperForm(folder: string, form: DocumentForm | null): void {
  if (form === null) rmSync(join(folder, FILE), { force: true })
  else writeFileDurably(systemFiles, folder, FILE, sealedFor(folder, FILE, JSON.stringify(form)))
}
