import { parseArgs } from 'node:util'
import { type Figures, figuresOf } from './figures.ts'
import { type LabelledDocument, loadCorpus } from './load-corpus.ts'
import { loadFiles } from './load-files.ts'
import { type Measure, measure } from './measure.ts'
import { addNoise } from './noise.ts'
import { printChanges, printMeasure, printMisses, printRelations } from './print-report.ts'
import { changes, lastFigures, recordFigures } from './record.ts'
import { evalScans } from './scans.ts'
import { documentsPerSecond } from './speed.ts'

const USAGE =
  'npm run eval -- FOLDER [--json] [--misses] [--noisy-misses] [--relations] [--files FOLDER] [--record] | FOLDER --scans [--cache FOLDER] [--misses]'
const OPTIONS = {
  json: { type: 'boolean' },
  misses: { type: 'boolean' },
  'noisy-misses': { type: 'boolean' },
  relations: { type: 'boolean' },
  files: { type: 'string' },
  scans: { type: 'boolean' },
  cache: { type: 'string' },
  record: { type: 'boolean' }
} as const
const NOISE_SEED = 20_210_812

/** Each document three times, each time spoilt in other places: equal heads must not all lose the same letter. */
function noisy(documents: readonly LabelledDocument[], share: number): Measure {
  const thrice = [documents, documents, documents].flat()
  return measure(thrice, (text, at) => addNoise(text, share, NOISE_SEED + at))
}

/** Measures the reader against the gold labels of a corpus folder and prints the figures. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [folder] = positionals
  const documents = folder ? loadCorpus(folder) : []
  if (documents.length === 0) {
    process.stderr.write(`${folder ? `No gold.jsonl under ${folder}.` : 'Which folder?'}\n${USAGE}\n`)
    return 2
  }
  if (values.scans && folder) {
    const { text, sureWrong } = await evalScans(folder, documents, values)
    process.stdout.write(`${text}\n`)
    return sureWrong > 0 ? 1 : 0
  }
  const clean = documents.filter((document) => document.part !== 'state-ocr')
  const parts: [string, Measure][] = [
    ['party', measure(documents.filter((document) => document.part === 'party'))],
    ['state', measure(documents.filter((document) => document.part === 'state'))],
    ['state-ocr', measure(documents.filter((document) => document.part === 'state-ocr'))],
    ['born-digital', measure(clean)],
    ['all', measure(documents)],
    ['noise-1%', noisy(clean, 0.01)],
    ['noise-2%', noisy(clean, 0.02)]
  ]
  if (values.files) parts.push(['files', measure(await loadFiles(values.files, clean))])
  const figures: Figures = Object.assign({}, ...parts.map(([name, part]) => figuresOf(name, part)))
  const speed = documentsPerSecond(documents, () => performance.now())
  const out = (text: string) => process.stdout.write(`${text}\n`)
  if (values.json) out(JSON.stringify({ figures, documentsPerSecond: Math.round(speed) }, null, 2))
  else {
    for (const [name, part] of parts) out(printMeasure(name, part))
    out(`\n${Math.round(speed)} documents a second on one core`)
    const all = parts.find(([name]) => name === 'all')?.[1]
    if (all && values.relations) out(printRelations(all))
    if (all && values.misses) out(printMisses(all.misses))
    const named = (wanted: string) => parts.find(([name]) => name === wanted)?.[1].misses ?? []
    if (values['noisy-misses']) out(printMisses([...named('noise-1%'), ...named('noise-2%')]))
    if (values.files && values.misses) out(printMisses(named('files')))
    out(printChanges(changes(lastFigures(), figures)))
  }
  if (values.record) recordFigures(figures)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
