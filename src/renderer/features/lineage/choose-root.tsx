import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { keptRoots } from './kept-roots.ts'

/** Which document's lineage: by number, by words, or one looked at lately. */
export function ChooseRoot() {
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const asked = text.trim().normalize('NFC')
  const found = useCall('search.suggest', { text: asked, limit: 12 }, { enabled: asked !== '', keep: true }).data
  const documents = (found?.suggestions ?? []).filter((one) => one.documentId !== null)
  const recent = keptRoots()
  const open = (id: string) => navigate(paths.lineage(id))
  return (
    <>
      <div className="toolbar">
        <h1>{words.title}</h1>
      </div>
      <div className="scroll grow">
        <div className="lineage-choose">
          <h2 className="strong">{words.chooseTitle}</h2>
          <p className="muted">{words.chooseText}</p>
          <TextField
            label={words.choose}
            value={text}
            onChange={setText}
            autoFocus
            onKeyDown={(event) => {
              const first = documents[0]?.documentId
              if (event.key === 'Enter' && first) open(first)
            }}
          />
          {asked !== '' && found && documents.length === 0 && <p className="muted">{words.none}</p>}
          {asked !== '' && (
            <Lines
              lines={documents.map((one) => ({
                id: one.documentId ?? '',
                reference: one.text,
                subject: one.detail ?? ''
              }))}
              onOpen={open}
            />
          )}
          {asked === '' && recent.length > 0 && (
            <>
              <h3 className="h3">{words.recent}</h3>
              <Lines lines={recent} onOpen={open} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function Lines(
  props: Readonly<{
    lines: readonly Readonly<{ id: string; reference: string; subject: string }>[]
    onOpen(id: string): void
  }>
) {
  return (
    <ul>
      {props.lines.map((line) => (
        <li key={line.id}>
          <button type="button" onClick={() => props.onOpen(line.id)}>
            <span className="ref">{line.reference}</span>
            <span className="clip muted">{line.subject}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
