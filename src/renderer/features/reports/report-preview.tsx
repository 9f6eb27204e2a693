import { useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { reportWords as words } from '../../strings/reports.ts'
import { useTransport } from '../../transport/context.tsx'
import type { PrintPage } from '../../transport/transport.ts'

/** The print view of a report, at an address of its own that is good for one opening: so it is never kept. */
export function usePrintPage(report: ReportParams | null) {
  const transport = useTransport()
  return useQuery<PrintPage, CallError>({
    queryKey: ['report.html', report, 'page'],
    queryFn: async () => {
      if (!report) throw new Error('no report')
      const outcome = await transport.printPage(report)
      if (!outcome.ok) throw new CallError(outcome)
      return outcome.value
    },
    enabled: report !== null,
    gcTime: 0,
    staleTime: 0
  })
}

/** The sheet as it will lie in the printer. */
export function ReportPreview(
  props: Readonly<{ page: ReturnType<typeof usePrintPage>; frame: Ref<HTMLIFrameElement> }>
) {
  const { page } = props
  const [opened, setOpened] = useState<string | null>(null)
  if (page.isError) {
    return (
      <div className="screen-pad grow">
        <FailureNote error={page.error} onRetry={() => void page.refetch()} />
      </div>
    )
  }
  return (
    <div className="report-desk">
      {opened !== page.data?.address && <Loading text={words.making} rows={8} />}
      {page.data && (
        <iframe
          key={page.data.address}
          ref={props.frame}
          className="report-page"
          title={words.previewOf(page.data.title)}
          src={page.data.address}
          onLoad={() => setOpened(page.data.address)}
        />
      )}
    </div>
  )
}
