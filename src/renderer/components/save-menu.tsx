import type { AskedReport, ReportFormat } from '../app/print.ts'
import { usePrint } from '../app/print.ts'
import { useCall } from '../hooks/use-call.ts'
import { printWords as words } from '../strings/print.ts'
import { MenuButton } from './menu-button.tsx'

const FORMATS: readonly ReportFormat[] = ['pdf', 'docx', 'xlsx', 'csv', 'html']

/** "Lưu ra tệp": a print view as PDF, Word, Excel, CSV or HTML. */
export function SaveMenu(props: Readonly<{ report: AskedReport | null; small?: boolean; up?: boolean }>) {
  const print = usePrint()
  const { report } = props
  const canPrintPdf = useCall('archive.state', {}, { keep: true }).data?.canPrintPdf ?? true
  return (
    <MenuButton
      icon="spreadsheet"
      small={props.small ?? false}
      up={props.up ?? false}
      disabled={report === null || print.busy}
      items={FORMATS.map((format) => ({
        id: format,
        text: format === 'pdf' && !canPrintPdf ? words.pdfNeeds : words.formats[format],
        disabled: format === 'pdf' && !canPrintPdf,
        run: () => {
          if (report) void print.save(report, format)
        }
      }))}
    >
      {words.saveAs}
    </MenuButton>
  )
}
