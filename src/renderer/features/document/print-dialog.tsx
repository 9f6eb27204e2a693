import { useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { commonWords } from '../../strings/common.ts'
import { documentWords as words } from '../../strings/document.ts'

const CHOICES = [
  'routing-slip',
  'signature-sheet',
  'unsigned',
  'send-slips',
  'envelopes',
  'labels',
  'distribution-log',
  'lineage-sheet'
] as const
type Choice = (typeof CHOICES)[number]

type PrintDialogProps = Readonly<{
  documentId: DocumentId
  reference: string
  /** Only an incoming paper goes round with a routing slip. */
  incoming: boolean
  onClose(): void
}>

/** Ctrl+P: the sheets that belong to one document (D04). */
export function PrintDialog(props: PrintDialogProps) {
  const print = usePrint()
  const choices = props.incoming ? CHOICES : CHOICES.filter((one) => one !== 'routing-slip')
  const [choice, setChoice] = useState<Choice>(props.incoming ? 'routing-slip' : 'signature-sheet')
  const asked: AskedReport =
    choice === 'unsigned'
      ? { name: 'signature-sheet', documentId: props.documentId, onlyUnsigned: true }
      : { name: choice, documentId: props.documentId }
  const run = () => void print.report(asked)
  return (
    <Dialog
      title={words.printTitle(props.reference)}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.close}</Button>
          <SaveMenu report={asked} />
          <Button kind="primary" icon="print" disabled={print.busy} onPress={run}>
            {words.print}
          </Button>
        </>
      }
    >
      <PrintKeys onPrint={run} />
      <fieldset className="print-choices">
        <legend className="lbl">{words.printWhat}</legend>
        {choices.map((one) => (
          <label key={one} className="row">
            <input
              type="radio"
              name="print"
              className="check radio"
              checked={one === choice}
              onChange={() => setChoice(one)}
            />
            {words.prints[one]}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

function PrintKeys(props: Readonly<{ onPrint(): void }>) {
  useShortcuts({ 'Ctrl+p': props.onPrint, 'Ctrl+Enter': props.onPrint })
  return null
}
