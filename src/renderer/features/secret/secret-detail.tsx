import type { SecretEntry } from '#contract/operations/secret-book.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { showDay, showInstant } from '../../strings/dates.ts'
import { secretWords as words } from '../../strings/secret-book.ts'
import { SecrecyStamp } from './secret-columns.tsx'
import { changedFields, fieldText, fieldTitle } from './secret-values.ts'

export type SecretQuestion = 'correct' | 'void' | 'return'

const FACTS = {
  incoming: ['issuer', 'arrivedOn', 'issuedOn', 'documentType', 'signer', 'recipients', 'copies', 'note'],
  outgoing: ['issuedOn', 'documentType', 'signer', 'keptBy', 'recipients', 'copies', 'note']
} as const

/** What the current line says, what can be done with it, and how it was corrected. */
export function SecretDetail(props: Readonly<{ entry: SecretEntry; onAsk(question: SecretQuestion): void }>) {
  const { entry, onAsk } = props
  const { direction } = entry
  return (
    <section className="secret-detail" aria-label={words.detail}>
      <div>
        <div className="row">
          <span className="ref">{words.place(entry.number, entry.year)}</span>
          <SecrecyStamp entry={entry} />
          {entry.reference && <span className="strong">{entry.reference}</span>}
          {entry.returnedOn && <Badge tone="ok">{words.returned[direction](showDay(entry.returnedOn))}</Badge>}
        </div>
        <h2>{entry.subject ?? <i className="muted">{words.noSubject}</i>}</h2>
        {entry.voided === null ? (
          <div className="row deeds">
            <Button small onPress={() => onAsk('correct')}>
              {words.correct} <Kbd>F2</Kbd>
            </Button>
            <Button small onPress={() => onAsk('return')}>
              {words.giveBack[direction]}
            </Button>
            <Button small kind="danger" onPress={() => onAsk('void')}>
              {words.voidEntry}
            </Button>
          </div>
        ) : (
          <p>{words.voidedWhy(entry.voided)}</p>
        )}
      </div>
      <div>
        <dl className="defs">
          {FACTS[direction].map((field) => {
            const text = fieldText(entry, field)
            return text === '' ? null : (
              <div key={field} style={{ display: 'contents' }}>
                <dt>{fieldTitle(field, direction)}</dt>
                <dd>{text}</dd>
              </div>
            )
          })}
        </dl>
      </div>
      <div>
        <h3>{words.recorded(showInstant(entry.recordedAt), entry.recordedBy)}</h3>
        <ul className="secret-history">
          {entry.corrections.toReversed().map((one) => (
            <li key={one.at}>
              <span className="muted">{words.corrected(showInstant(one.at), one.by, one.reason)}</span>
              {changedFields(one.before, one.after).map((change) => (
                <div key={change}>{change}</div>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
