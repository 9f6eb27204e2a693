import type { OutputOf } from '#contract/operations.ts'
import { backlogWords as words } from '../../strings/backlog.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { fieldWords } from '../../strings/filing.ts'

import { IssueTable } from './issue-table.tsx'

type Checked = OutputOf<'backlog.check'>

/** What the dry run found: how many rows would go in, what is wrong with the others, how the first ones would stand. */
export function BookCheck(props: Readonly<{ checked: Checked }>) {
  const { checked } = props
  return (
    <>
      <p className="row job-counts" role="status">
        <b className="strong num">{words.counts(showCount(checked.rows))}</b>
        <span>{words.ready(showCount(checked.ready))}</span>
        {checked.already > 0 && <span>{words.already(showCount(checked.already))}</span>}
        {checked.wrong > 0 && <span>{words.wrong(showCount(checked.wrong))}</span>}
      </p>
      {checked.issues.length > 0 && (
        <>
          <h3>{words.issuesTitle}</h3>
          <p className="hint">{words.fixFirst}</p>
          <IssueTable
            issues={checked.issues.map((issue) => ({ ...issue, reference: issue.document?.reference ?? null }))}
          />
          {checked.wrong > 0 && checked.issues.length >= 500 && (
            <p className="hint">{words.moreIssues(showCount(checked.issues.length))}</p>
          )}
        </>
      )}
      {checked.preview.length > 0 && (
        <>
          <h3>{words.previewTitle}</h3>
          <table className="tbl book-preview">
            <thead>
              <tr>
                <th scope="col" className="r">
                  {words.row}
                </th>
                <th scope="col">{fieldWords.arrivalNumber}</th>
                <th scope="col">{fieldWords.arrivedOn}</th>
                <th scope="col">{words.fields.reference}</th>
                <th scope="col">{fieldWords.issuedOn}</th>
                <th scope="col">{fieldWords.issuer}</th>
                <th scope="col">{fieldWords.subject}</th>
              </tr>
            </thead>
            <tbody>
              {checked.preview.map((line) => (
                <tr key={line.row}>
                  <td className="r num">{line.row}</td>
                  <td className="num">{line.arrivalNumber ?? ''}</td>
                  <td className="num">{showDay(line.arrivedOn)}</td>
                  <td className="ref">{line.reference ?? commonWords.noReference}</td>
                  <td className="num">{showDay(line.issuedOn)}</td>
                  <td title={line.issuer ?? ''}>{line.issuer}</td>
                  <td title={line.subject ?? ''}>{line.subject}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
