import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierId } from '#contract/ids.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount } from '../../strings/dates.ts'
import { exportWords as words } from '../../strings/export.ts'
import { dossierState, forHandOver } from './export-result.ts'

type Picked = ReadonlySet<DossierId>

/** The dossiers there are, to be ticked; those that hold nothing cannot be. */
export function DossierPicks(props: Readonly<{ picked: Picked; onPick(picked: Picked): void }>) {
  const [text, setText] = useState('')
  const [, go] = useLocation()
  const asked = useCall(
    'dossier.list',
    { text: text.trim(), only: 'all', on: null, offset: 0, limit: 500 },
    { keep: true }
  )
  if (asked.isError) return <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Loading rows={3} />
  const dossiers = forHandOver(asked.data.dossiers)
  if (dossiers.length === 0 && text === '') {
    return (
      <EmptyState title={words.noDossiers}>
        <p className="muted">{words.noDossiersText}</p>
        <Button onPress={() => go(paths.dossiers)}>{words.toDossiers}</Button>
      </EmptyState>
    )
  }
  const full = dossiers.filter((one) => one.documents > 0)
  const every = full.length > 0 && full.every((one) => props.picked.has(one.id))
  const pick = (ids: readonly DossierId[], on: boolean) => {
    const next = new Set(props.picked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    props.onPick(next)
  }
  const ids = full.map((one) => one.id)
  return (
    <div className="export-picks">
      <div className="row">
        <TextField label={words.search} value={text} onChange={setText} />
        <Checkbox checked={every} disabled={full.length === 0} onChange={(on) => pick(ids, on)}>
          {words.all}
        </Checkbox>
      </div>
      {dossiers.length === 0 ? (
        <p className="muted">{words.noneFound}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
        <section className="scroll" tabIndex={0} aria-label={words.dossiersLabel}>
          <table className="tbl">
            <colgroup>
              <col className="pick" />
              <col className="code" />
              <col />
              <col className="count" />
              <col className="state" />
            </colgroup>
            <thead>
              <tr>
                <th>
                  <span className="sr">{words.dossierColumns.pick}</span>
                </th>
                <th>{words.dossierColumns.code}</th>
                <th>{words.dossierColumns.title}</th>
                <th className="num">{words.dossierColumns.documents}</th>
                <th>{words.dossierColumns.state}</th>
              </tr>
            </thead>
            <tbody>
              {dossiers.map((one) => (
                <tr key={one.id}>
                  <td>
                    <input
                      type="checkbox"
                      className="check"
                      aria-label={`${one.code} ${one.title}`}
                      checked={props.picked.has(one.id)}
                      disabled={one.documents === 0}
                      onChange={(event) => pick([one.id], event.target.checked)}
                    />
                  </td>
                  <td className="clip strong">{one.code}</td>
                  <td className="clip" title={one.title}>
                    {one.title}
                  </td>
                  <td className="num">{showCount(one.documents)}</td>
                  <td className="clip">{dossierState(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
