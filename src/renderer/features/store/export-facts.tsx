import { Fragment } from 'react'
import type { Job } from '#contract/operations/archive.ts'
import type { exportWords as words } from '../../strings/export.ts'
import { factLines } from './export-result.ts'

type Fact = keyof typeof words.facts

/** What a finished export wrote, in numbers. */
export function ExportFacts(props: Readonly<{ job: Job; code: string; shown: readonly Fact[] }>) {
  const detail = props.job.results.find((one) => one.code === props.code)?.detail
  if (!detail) return null
  return (
    <dl className="defs store-facts export-facts">
      {factLines(detail, props.shown).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
