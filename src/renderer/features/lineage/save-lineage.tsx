import type { DocumentId } from '#contract/ids.ts'
import type { InputOf } from '#contract/operations.ts'
import { type AskedReport, saveFile, usePrint } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { printWords } from '../../strings/print.ts'
import { useClient } from '../../transport/context.tsx'

type SaveLineageProps = Readonly<{
  asked: Omit<InputOf<'lineage.export'>, 'format' | 'to'>
  /** Of the path alone. */
  ends: Readonly<{ from: DocumentId; to: DocumentId }> | null
  sheet: AskedReport
}>

/** The sheet as PDF or Word, the graph as JSON, CSV or GraphML (C19). */
export function SaveLineage(props: SaveLineageProps) {
  const print = usePrint()
  const client = useClient()
  const toasts = useToasts()
  const { asked, ends, sheet } = props
  const canPrintPdf = useCall('archive.state', {}, { keep: true }).data?.canPrintPdf ?? true
  const graph = async (format: InputOf<'lineage.export'>['format']) => {
    const of = ends ? { ...asked, documentId: ends.from, to: ends.to } : asked
    try {
      const file = await client.call('lineage.export', { ...of, format })
      saveFile(file)
      toasts.done(printWords.saved(file.name))
    } catch (error) {
      toasts.failed(error, printWords.notSaved)
    }
  }
  const list: AskedReport = { name: 'lineage-list', documentId: asked.documentId }
  return (
    <MenuButton
      icon="spreadsheet"
      items={[
        {
          id: 'pdf',
          text: canPrintPdf ? words.save.sheetPdf : printWords.pdfNeeds,
          disabled: !canPrintPdf,
          run: () => void print.save(sheet, 'pdf')
        },
        { id: 'docx', text: words.save.sheetWord, run: () => void print.save(sheet, 'docx') },
        { id: 'list', text: words.save.list, run: () => void print.report(list) },
        { id: 'xlsx', text: words.save.listExcel, run: () => void print.save(list, 'xlsx') },
        { id: 'csv', text: words.save.csv, run: () => void graph('csv') },
        { id: 'graphml', text: words.save.graphml, run: () => void graph('graphml') },
        { id: 'json', text: words.save.json, run: () => void graph('json') }
      ]}
    >
      {printWords.saveAs}
    </MenuButton>
  )
}
