import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { AskedReport } from '#contract/operations/registers.ts'
import { wholeReport } from '../../app/print.ts'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { reportWords as words } from '../../strings/reports.ts'
import { useTransport } from '../../transport/context.tsx'
import type { PrintPage } from '../../transport/transport.ts'
import { type Zoom, zoomScale } from './report-kinds.ts'

/** The print view of a report, at an address of its own that is good for one opening: so it is never kept. */
export function usePrintPage(report: AskedReport | null) {
  const transport = useTransport()
  return useQuery<PrintPage, CallError>({
    queryKey: ['report.html', report, 'page'],
    queryFn: async () => {
      if (!report) throw new Error('no report')
      const outcome = await transport.printPage(wholeReport(report))
      if (!outcome.ok) throw new CallError(outcome)
      return outcome.value
    },
    enabled: report !== null,
    gcTime: 0,
    staleTime: 0
  })
}

/** The print view leaves this much beside the sheet; at the right it does not count as width. */
const DESK_EDGE = 16

/** The sheet as it will lie in the printer, made smaller where a landscape sheet is wider than the desk. */
export function ReportPreview(
  props: Readonly<{
    page: ReturnType<typeof usePrintPage>
    frame: RefObject<HTMLIFrameElement | null>
    zoom: Zoom
    /** How many sheets it has, once it is there. */
    onPages(pages: number): void
  }>
) {
  const { page, frame } = props
  const [desk, width] = useDeskWidth()
  const inside = useFocusInside(frame)
  const [opened, setOpened] = useState<Readonly<{ address: string; sheet: number }> | null>(null)
  if (page.isError) {
    return (
      <div className="screen-pad grow">
        <FailureNote error={page.error} onRetry={() => void page.refetch()} />
      </div>
    )
  }
  const ready = opened !== null && opened.address === page.data?.address
  const scale = ready ? zoomScale(props.zoom, width, opened.sheet) : 1
  return (
    <div className="report-desk" ref={desk}>
      {!ready && <Loading text={words.making} rows={8} />}
      {page.data && (
        <iframe
          key={page.data.address}
          ref={frame}
          className={inside ? 'report-page inside' : 'report-page'}
          title={words.previewOf(page.data.title)}
          src={page.data.address}
          style={{ width: `${100 / scale}%`, height: `${100 / scale}%`, transform: `scale(${scale})` }}
          onLoad={() => {
            const shown = frame.current?.contentDocument
            const sheet = shown?.documentElement.scrollWidth ?? 0
            props.onPages(shown?.querySelectorAll('.sheet').length ?? 0)
            if (page.data) setOpened({ address: page.data.address, sheet: sheet + DESK_EDGE })
          }}
        />
      )}
    </div>
  )
}

/** Whether the view in the frame has the focus: then no style of this page applies to it. */
function useFocusInside(frame: RefObject<HTMLIFrameElement | null>): boolean {
  const [inside, setInside] = useState(false)
  useEffect(() => {
    const look = () => setInside(frame.current !== null && document.activeElement === frame.current)
    window.addEventListener('blur', look)
    window.addEventListener('focus', look)
    return () => {
      window.removeEventListener('blur', look)
      window.removeEventListener('focus', look)
    }
  }, [frame])
  return inside
}

function useDeskWidth() {
  const desk = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!desk.current) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watch.observe(desk.current)
    return () => watch.disconnect()
  }, [])
  return [desk, width] as const
}
