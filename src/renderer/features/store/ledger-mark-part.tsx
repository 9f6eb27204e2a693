import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount, showInstant } from '../../strings/dates.ts'
import { ledgerMarkWords as words } from '../../strings/ledger-mark.ts'

/** The mark a printed sheet bears is held against the ledger (reliability.md S13). */
export function LedgerMarkPart() {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const now = useCall('ledger.mark', {}, { keep: true }).data
  const answer = useCall('ledger.checkMark', { mark: asked ?? '' }, { enabled: asked !== null })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') setAsked(typed.trim().slice(0, 60))
  }
  return (
    <>
      <h2 className="store-second">{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <p className="muted">{words.limit}</p>
      <form className="store-mark" onSubmit={ask}>
        <TextField
          label={words.field}
          value={typed}
          placeholder={words.sample}
          onChange={(text) => {
            setTyped(text)
            setAsked(null)
          }}
        />
        <Button submit disabled={typed.trim() === '' || answer.isFetching}>
          {answer.isFetching ? words.checking : words.check}
        </Button>
      </form>
      <div role="status">{asked !== null && answer.data && <Answer answer={answer.data} />}</div>
      {now && <p className="hint">{words.now(now.mark, showCount(now.line))}</p>}
    </>
  )
}

function Answer({ answer }: Readonly<{ answer: OutputOf<'ledger.checkMark'> }>) {
  const { mark, found } = answer
  if (mark === null) return <Note tone="warn">{words.noMark}</Note>
  if (found === null) {
    return (
      <Note tone="danger">
        <p className="strong">{words.missing}</p>
        <p>{words.missingTodo}</p>
      </Note>
    )
  }
  return (
    <Note tone="ok">
      <p>{words.found(showCount(found.line), showInstant(found.at))}</p>
      {found.newer > 0 && <p>{words.newer(showCount(found.newer))}</p>}
    </Note>
  )
}
