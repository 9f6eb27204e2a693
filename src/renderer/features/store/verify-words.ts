import type { VerifyReport } from '#contract/operations/archive.ts'
import { showBytes, showCount } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'

const words = storeWords.verify
type Finding = VerifyReport['findings'][number]

/** Left by a power cut between storing and recording: said, but no damage. */
const HARMLESS: ReadonlySet<string> = new Set(['orphan-file'])

export function isHarm(finding: Pick<Finding, 'code'>): boolean {
  return !HARMLESS.has(finding.code)
}

export function findingName(code: string): string {
  return words.codes[code] ?? words.otherCode(code)
}

/** What a report says in one line: sound, or how many places are not. */
export function verdict(report: VerifyReport): string {
  const depth = words.depths[report.depth][0]
  const harm = report.findings.filter(isHarm).length
  return report.ok ? words.ok(depth) : words.bad(depth, showCount(harm))
}

export function checkedLine(report: VerifyReport): string {
  const { events, documents, files, bytes } = report.checked
  const seconds =
    report.seconds < 10 ? report.seconds.toFixed(1).replace('.', ',') : showCount(Math.round(report.seconds))
  return (
    words.checked(showCount(events), showCount(documents)) +
    (report.depth === 'full' ? words.checkedFiles(showCount(files), showBytes(bytes)) : '') +
    words.took(seconds)
  )
}

/** What to do about what was found, the gravest first, each once. */
export function adviceFor(findings: readonly Pick<Finding, 'code'>[]): readonly string[] {
  const codes = findings.filter(isHarm).map((one) => one.code)
  const ledger = codes.some((code) => code.startsWith('ledger-') || code === 'database-ahead')
  const files = codes.some((code) => code.startsWith('file-'))
  const database = codes.some((code) =>
    ['database-behind', 'row-differs', 'index-differs', 'text-missing'].includes(code)
  )
  return [
    ...(ledger ? [words.advice.ledger] : []),
    ...(files ? [words.advice.files] : []),
    ...(database && !ledger ? [words.advice.database] : [])
  ]
}
