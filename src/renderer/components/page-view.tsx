import { type KeyboardEvent, type ReactNode, type Ref, useCallback, useMemo, useRef, useState } from 'react'
import type { FileAddress } from '#contract/client.ts'
import type { FileSignature, PageTextView } from '#contract/schemas.ts'
import { useShortcuts } from '../app/keyboard.ts'
import { pageWords as words } from '../strings/page-view.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { FailureNote } from './failure.tsx'
import { Loading } from './loading.tsx'
import { layoutPages, type PageSize, pageAt, pagesInSight } from './page-view/geometry.ts'
import { glideTo } from './page-view/glide.ts'
import { ImagePage } from './page-view/image-page.tsx'
import type { FocusSpan, PageMark } from './page-view/marks.ts'
import { paperMeasure } from './page-view/measure.ts'
import { SignatureStrip } from './page-view/signature-strip.tsx'
import { TextPages } from './page-view/text-pages.tsx'
import { type ShownFile, useFile } from './page-view/use-file.ts'
import { useDesk, useFocusScroll } from './page-view/use-sheet.ts'
import { Segments } from './segments.tsx'
import './page-view.css'

export type { FocusSpan, MarkTone, PageMark } from './page-view/marks.ts'

type PageViewProps = Readonly<{
  /** What is shown: "Trang của 221-CV/HU". */
  label: string
  /** Where the bytes are; null: only the text is shown. */
  address: FileAddress | null
  mediaType: string
  /** The text as read; spans of marks and focus count in the document text (`offset` of a page places it there). */
  pages: readonly PageTextView[]
  /** Digital signatures of the file, said beside the page. */
  signatures?: readonly FileSignature[]
  marks?: readonly PageMark[]
  focus?: FocusSpan | null
  onMark?(id: string): void
  /** Words beside the page number, and things at the right of the bar. */
  about?: ReactNode
  tools?: ReactNode
  scrollerRef?: Ref<HTMLElement>
}>

const NONE: readonly PageMark[] = []
const GAP = 12
const WIDEST = 1000
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const
const A4: PageSize = { width: 595, height: 842 }

/** Whose reading the letters of pictures are: this program's, the scanner's, or both. */
function ocrWords(pages: readonly PageTextView[]): readonly string[] {
  const marks = pages.flatMap((page) => page.ocr ?? [])
  return [
    ...(marks.some((mark) => mark.by === undefined) ? [words.ocr] : []),
    ...(marks.some((mark) => mark.by === 'scanner') ? [words.ocrByScanner] : [])
  ]
}

/** The page beside the form: image or text of a file, the places values were read from, and the one looked at now. */
export function PageView(props: PageViewProps) {
  const opened = useFile(props.address, props.mediaType)
  const [how, setHow] = useState<'image' | 'text'>('image')
  const [zoom, setZoom] = useState(1)
  const file = opened.state === 'open' ? opened.file : null
  const drawable = file !== null && file.kind !== 'text'
  const asText = how === 'text' || (file !== null && !drawable) || (opened.state === 'failed' && hasText(props.pages))
  const scroller = useRef<HTMLElement>(null)
  const desk = useDesk(scroller)
  const sizes = useSizes(file, props.pages)
  const width = Math.max(120, Math.round(Math.min(desk.width - GAP * 2, WIDEST) * zoom))
  const layout = useMemo(() => layoutPages(sizes, width, GAP), [sizes, width])
  const measure = useMemo(paperMeasure, [])
  const scale = useCallback((page: number) => width / (sizes[page] ?? A4).width, [width, sizes])
  const focus = props.focus ?? null
  const ready = desk.width > 0 && (asText ? props.pages.length > 0 : file !== null)
  useFocusScroll({ scroller, pages: props.pages, layout, scale, measure, focus, asText, ready })

  const count = asText ? props.pages.length : sizes.length
  const page = asText ? textPage(scroller.current) : pageAt(layout, desk.top, desk.height)
  const go = (to: number) => {
    const element = scroller.current
    if (!element) return
    const target = Math.max(0, Math.min(count - 1, to))
    const article = asText ? element.querySelectorAll<HTMLElement>('.pv-text')[target] : null
    glideTo(element, article ? article.offsetTop - GAP : (layout.tops[target] ?? 0) - GAP, element.scrollLeft)
  }
  const step = (by: 1 | -1) => setZoom((old) => ZOOMS[stepOf(old) + by] ?? old)
  useShortcuts({
    'Ctrl+=': () => step(1),
    'Ctrl++': () => step(1),
    'Ctrl+-': () => step(-1)
  })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(count - 1)
    else return
    event.preventDefault()
  }
  const [first, last] = pagesInSight(layout, desk.top, desk.height, desk.height * 0.75)
  return (
    <section className="desk pv" aria-label={words.region}>
      <div className="desk-bar">
        {count > 1 && (
          <Button small icon="left" label={words.before} disabled={page <= 0} onPress={() => go(page - 1)} />
        )}
        {count > 0 && (
          <span className="num">
            {words.page} <b className="strong">{Math.min(page + 1, count)}</b>/{count}
          </span>
        )}
        {count > 1 && (
          <Button small icon="right" label={words.after} disabled={page >= count - 1} onPress={() => go(page + 1)} />
        )}
        <span className="hint clip">{props.about}</span>
        <span className="pv-tools row">
          {ocrWords(props.pages).map((text) => (
            <Badge key={text} tone="warn">
              {text}
            </Badge>
          ))}
          {props.tools}
          {drawable && hasText(props.pages) && (
            <Segments<'image' | 'text'>
              label={words.how}
              value={how}
              onChange={setHow}
              choices={[
                { value: 'image', text: words.image },
                { value: 'text', text: words.text }
              ]}
            />
          )}
          <Button small icon="zoom-out" label={words.smaller} disabled={zoom <= ZOOMS[0]} onPress={() => step(-1)} />
          {zoom !== 1 && (
            <Button small quiet title={words.fit} onPress={() => setZoom(1)}>
              {Math.round(zoom * 100)}%
            </Button>
          )}
          <Button small icon="zoom-in" label={words.bigger} disabled={zoom >= 3} onPress={() => step(1)} />
        </span>
      </div>
      {props.signatures && <SignatureStrip signatures={props.signatures} />}
      <section
        className="pv-scroll"
        ref={(element) => {
          scroller.current = element
          if (typeof props.scrollerRef === 'function') props.scrollerRef(element)
          else if (props.scrollerRef) props.scrollerRef.current = element
        }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        aria-label={props.label}
        onKeyDown={press}
        style={{ fontSize: `calc(var(--fs-15) * ${zoom})` }}
      >
        {opened.state === 'opening' && how === 'image' && <Loading text={words.opening} rows={0} />}
        {opened.state === 'failed' && !hasText(props.pages) && (
          <div className="screen-pad">
            <FailureNote error={opened.error} onRetry={opened.retry} />
          </div>
        )}
        {asText && !hasText(props.pages) && file !== null && <p className="pv-nothing hint">{words.noText}</p>}
        {asText && hasText(props.pages) && (
          <TextPages
            pages={props.pages}
            marks={props.marks ?? NONE}
            focus={focus}
            onMark={props.onMark ?? null}
            ref={null}
          />
        )}
        {!asText && file !== null && drawable && desk.width > 0 && (
          <div className="pv-sheets" style={{ height: layout.total, width: width + GAP * 2 }}>
            {layout.tops.map((top, index) =>
              index < first || index > last ? null : (
                <ImagePage
                  key={index}
                  file={file}
                  number={index + 1}
                  size={sizes[index] ?? A4}
                  text={props.pages.find((one) => one.page === index + 1) ?? null}
                  width={width}
                  top={top}
                  marks={props.marks ?? NONE}
                  focus={focus}
                  measure={measure}
                  onMark={props.onMark ?? null}
                />
              )
            )}
          </div>
        )}
      </section>
    </section>
  )
}

/** Sizes of all sheets: as read with the text, else as the file says for its first one. */
function useSizes(file: ShownFile | null, pages: readonly PageTextView[]): readonly PageSize[] {
  return useMemo(() => {
    const own: readonly PageSize[] =
      file?.kind === 'pdf'
        ? file.pdf.sizes
        : file?.kind === 'picture'
          ? [{ width: file.picture.width, height: file.picture.height }]
          : []
    const byNumber = new Map(pages.map((page) => [page.page, page]))
    return own.map((size, index) => {
      const read = byNumber.get(index + 1)
      return read && read.width > 0 && read.height > 0 ? { width: read.width, height: read.height } : size
    })
  }, [file, pages])
}

function hasText(pages: readonly PageTextView[]): boolean {
  return pages.some((page) => page.text.trim() !== '')
}

function stepOf(zoom: number): number {
  return ZOOMS.findIndex((one) => one >= zoom)
}

/** Which text page lies over the upper third of the desk. */
function textPage(scroller: HTMLElement | null): number {
  if (!scroller) return 0
  const eye = scroller.scrollTop + scroller.clientHeight / 3
  let page = 0
  scroller.querySelectorAll<HTMLElement>('.pv-text').forEach((article, index) => {
    if (article.offsetTop <= eye) page = index
  })
  return page
}
