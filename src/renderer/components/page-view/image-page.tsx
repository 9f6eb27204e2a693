import { useEffect, useRef, useState } from 'react'
import type { PageTextView } from '#contract/schemas.ts'
import { pageWords as words } from '../../strings/page-view.ts'
import { type Box, boxesOf, type Measure, onPage, type PageSize } from './geometry.ts'
import { type FocusSpan, isNow, type PageMark } from './marks.ts'
import { drawPage } from './pdf.ts'
import type { ShownFile } from './use-file.ts'

type ImagePageProps = Readonly<{
  file: ShownFile
  number: number
  size: PageSize
  text: PageTextView | null
  width: number
  top: number
  marks: readonly PageMark[]
  focus: FocusSpan | null
  measure: Measure
  onMark: ((id: string) => void) | null
}>

/** One sheet: its picture, and over it the places that values were read from. */
export function ImagePage(props: ImagePageProps) {
  const { size, width, text } = props
  const height = Math.round((size.height / size.width) * width)
  return (
    <article
      className="pv-page on-paper"
      style={{ top: props.top, width, height }}
      aria-label={`${words.page} ${props.number}`}
      data-page={props.number}
    >
      <Picture file={props.file} number={props.number} width={width} />
      {text && <Marks {...props} text={text} />}
    </article>
  )
}

function Picture(props: Readonly<{ file: ShownFile; number: number; width: number }>) {
  const holder = useRef<HTMLDivElement>(null)
  const { file, number, width } = props
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const place = holder.current
    if (!place) return
    if (file.kind === 'picture') {
      const canvas = document.createElement('canvas')
      canvas.width = file.picture.width
      canvas.height = file.picture.height
      canvas.getContext('2d')?.drawImage(file.picture, 0, 0)
      place.replaceChildren(canvas)
      return
    }
    if (file.kind !== 'pdf') return
    const drawing = drawPage(file.pdf, number, width, window.devicePixelRatio || 1)
    drawing.done.then(
      (canvas) => {
        if (canvas) place.replaceChildren(canvas)
      },
      () => setBroken(true)
    )
    return () => drawing.cancel()
  }, [file, number, width])
  return (
    <div className="pv-picture" ref={holder}>
      {broken && <p className="pv-broken">{words.noPages}</p>}
    </div>
  )
}

function Marks(props: ImagePageProps & Readonly<{ text: PageTextView }>) {
  const { text, focus, size } = props
  const shown = props.marks.filter((mark) => onPage(text, mark))
  const own = focus && onPage(text, focus) && !shown.some((mark) => isNow(mark, focus)) ? focus : null
  return (
    <div className="pv-marks" aria-hidden="true">
      {shown.map((mark) =>
        boxesOf(text, mark, props.measure).map((box) => (
          <i
            key={`${mark.id} ${mark.start} ${box.x} ${box.y}`}
            className={`pv-mark ${mark.tone}${isNow(mark, focus) ? ' now' : ''}`}
            style={placeOf(box, size)}
            onPointerUp={props.onMark ? () => props.onMark?.(mark.id) : undefined}
          />
        ))
      )}
      {own &&
        boxesOf(text, own, props.measure).map((box) => (
          <i key={`${box.x} ${box.y}`} className={`pv-mark ${own.tone ?? 'found'} now`} style={placeOf(box, size)} />
        ))}
    </div>
  )
}

const share = (part: number, whole: number) => `${(part / whole) * 100}%`

function placeOf(box: Box, size: PageSize) {
  return {
    left: share(box.x, size.width),
    top: share(box.y, size.height),
    width: share(box.w, size.width),
    height: share(box.h, size.height)
  }
}
