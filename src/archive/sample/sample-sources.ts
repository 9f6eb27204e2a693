import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Office } from '#contract/operations/archive.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import type { DocumentForm } from '#contract/schemas.ts'

/** A paper of the sample, in the order in which it came to the office. */
export type SamplePaper = Readonly<{
  file: string
  arrived: string | null
  arrivalNumber?: number
  /** What the clerk types where the paper cannot say it. */
  typed?: Partial<DocumentForm>
}>

export type SampleSources = Readonly<{
  folder: string
  office: Office
  bodies: readonly Body[]
  groups: readonly Group[]
  papers: readonly SamplePaper[]
}>

/** The sources of the sample archive in `resources/sample`. */
export function sampleSources(resourcesFolder: string): SampleSources {
  const folder = join(resourcesFolder, 'sample')
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const directory = read('directory.json') as Readonly<{ bodies: Body[]; groups: Group[] }>
  return { folder, office: read('office.json') as Office, ...directory, papers: read('order.json') as SamplePaper[] }
}
