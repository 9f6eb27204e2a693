import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { documentWords as words } from '../../strings/document.ts'
import { fieldWords } from '../../strings/filing.ts'
import { DeliverySummary, type DocumentDetails } from './summary-tab.tsx'

type RecipientsTabProps = Readonly<{
  details: DocumentDetails
  onShow(list: 'addressees' | 'recipients', line: number): void
  onCorrect(): void
}>

/** Whom the paper names; the deliveries themselves are on their own screen. */
export function RecipientsTab(props: RecipientsTabProps) {
  const { form } = props.details
  if (form.addressees.length === 0 && form.recipients.length === 0) {
    return (
      <EmptyState title={words.noRecipients}>
        <p className="muted">{words.noRecipientsText}</p>
        <Button needs="document.correct" icon="pen" onPress={props.onCorrect}>
          {words.correct}
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <DeliverySummary details={props.details} />
      {(['addressees', 'recipients'] as const).map(
        (list) =>
          form[list].length > 0 && (
            <div key={list} className="sect">
              <h2>{fieldWords[list]}</h2>
              <ul className="recipient-lines">
                {form[list].map((line, index) => (
                  <li key={index}>
                    <button type="button" className="value" onClick={() => props.onShow(list, index)}>
                      {line.text}
                    </button>
                    {words.lineKinds[line.kind] && <span className="hint nowrap">{words.lineKinds[line.kind]}</span>}
                  </li>
                ))}
              </ul>
            </div>
          )
      )}
    </>
  )
}
