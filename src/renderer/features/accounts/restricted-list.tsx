import { Link } from 'wouter'
import type { Restriction } from '#contract/operations/accounts.ts'
import { paths } from '../../app/paths.ts'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { accountWords } from '../../strings/accounts.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'

const words = accountWords.restricted
const MOST_SHOWN = 200

/** "Lãnh đạo, Nguyễn Văn A": who sees it beside those who keep the register. */
export function openTo(restriction: Restriction): string {
  return [
    ...restriction.roles.map((role) => accountWords.roles[role].toLowerCase()),
    ...restriction.accounts.map((one) => one.name)
  ].join(', ')
}

export function restrictionSaid(restriction: Restriction): string {
  const names = openTo(restriction)
  return names === '' ? words.onlyClerk : words.who(names)
}

/** Every restricted paper the caller may see, for those who may open and close them. */
export function RestrictedList() {
  const listed = useCall('restriction.list', { offset: 0, limit: MOST_SHOWN }, { keep: true })
  return (
    <>
      <h2 className="store-second">{words.heading}</h2>
      {listed.isError ? (
        <FailureNote error={listed.error} onRetry={() => void listed.refetch()} />
      ) : !listed.data ? (
        <Loading />
      ) : listed.data.rows.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <table className="account-table" aria-label={words.table}>
          <thead>
            <tr>
              {(['reference', 'issuedOn', 'subject', 'who', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.data.rows.map(({ document, restriction }) => (
              <tr key={document.id}>
                <td>
                  <Link className="ref" href={paths.document(document.id)}>
                    {document.reference ?? commonWords.noReference}
                  </Link>
                </td>
                <td className="num keep">{showDay(document.issuedOn)}</td>
                <td>{document.subject ?? commonWords.noSubject}</td>
                <td>{openTo(restriction) || words.nobodyElse}</td>
                <td>{restriction.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {listed.data && listed.data.total > listed.data.rows.length && (
        <p className="muted">{words.more(showCount(listed.data.total - listed.data.rows.length))}</p>
      )}
    </>
  )
}
