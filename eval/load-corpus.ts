import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageText } from '#domain/text/page-text.ts'

/** One label of the gold file: only what is measured (corpus README). A field a part does not label is undefined. */
export type GoldCitation = Readonly<{
  raw: string
  number_symbol: string | null
  date: string | null
  issuer: string | null
  relation: string
  symbol_verbatim?: boolean
}>
export type Gold = Readonly<{
  file: string
  text_origin?: string
  number_symbol: string | null
  number_symbol_text?: string
  number_symbol_scan?: string
  type: string
  date: string | null
  date_text?: string
  date_scan?: string
  place?: string | null
  issuer: string
  parent_body?: string | null
  acting_body?: string | null
  subject: string
  urgency?: string | null
  secrecy?: string | null
  signer: string | null
  signer_title?: string | null
  authority?: string | null
  arrival_number?: string | null
  arrival_date?: string | null
  kinh_gui: readonly string[]
  noi_nhan: readonly string[]
  citations: readonly GoldCitation[]
}>

/** Party papers, State papers with their own letters, State papers read by an OCR engine. */
export type Part = 'party' | 'state' | 'state-ocr'
/** `pages` as an extractor gave them; without, the text's own form feeds part them. */
export type LabelledDocument = Readonly<{ part: Part; gold: Gold; text: string; pages?: readonly PageText[] }>

/** Reads `party/` and `state/` of the corpus; text in NFC. */
export function loadCorpus(folder: string): readonly LabelledDocument[] {
  return ['party', 'state'].flatMap((name) => loadPart(join(folder, name), name === 'party'))
}

function loadPart(folder: string, party: boolean): readonly LabelledDocument[] {
  const labels = join(folder, 'gold.jsonl')
  if (!existsSync(labels)) return []
  return readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const gold = JSON.parse(line.normalize('NFC')) as Gold
      const part = party ? 'party' : gold.text_origin?.startsWith('OCR') ? 'state-ocr' : 'state'
      return { part, gold, text: readFileSync(join(folder, gold.file), 'utf8').normalize('NFC') }
    })
}
