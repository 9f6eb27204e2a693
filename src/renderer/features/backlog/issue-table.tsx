import { issueWords, backlogWords as words } from '../../strings/backlog.ts'
import type { Issue } from './book-steps.ts'

/** Rows that do not go in: where, what stands there, what is wrong and what to do. */
export function IssueTable(props: Readonly<{ issues: readonly Issue[] }>) {
  return (
    <table className="tbl book-issues">
      <thead>
        <tr>
          <th scope="col" className="r">
            {words.row}
          </th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {props.issues.map((issue) => (
          <tr key={`${issue.row} ${issue.column} ${issue.code}`}>
            <td className="r num">{issue.row}</td>
            <td title={issue.column}>{issue.column}</td>
            <td title={issue.value}>{issue.value}</td>
            <td className="book-said">{issueWords(issue)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
