import type { Ref } from 'react'
import type { PageTextView } from '#contract/schemas.ts'
import { showCount } from '../../strings/dates.ts'
import { pageWords as words } from '../../strings/page-view.ts'
import { type FocusSpan, lineParts, type PageMark, splitByMarks } from './marks.ts'

type TextPagesProps = Readonly<{
  pages: readonly PageTextView[]
  marks: readonly PageMark[]
  focus: FocusSpan | null
  onMark: ((id: string) => void) | null
  ref: Ref<HTMLDivElement>
}>

/** The text as read, set on paper: for Word and text files, and for whoever wants the letters of a page image. */
export function TextPages(props: TextPagesProps) {
  return (
    <div className="pv-texts" ref={props.ref}>
      {props.pages.map((page) => (
        <article
          key={page.page}
          className="pv-text on-paper"
          aria-label={`${words.page} ${page.page}`}
          data-page={page.page}
        >
          {page.ocr && (
            <p className="pv-ocr">
              {page.ocr.by === 'scanner' ? words.ocrByScanner : words.ocr}
              {page.ocr.doubtfulLines > 0 && ` · ${words.ocrDoubtful(showCount(page.ocr.doubtfulLines))}`}
            </p>
          )}
          {linesOf(page).map((line) => (
            <Line key={line.start} {...props} line={line} text={page.text} offset={page.offset} />
          ))}
        </article>
      ))}
    </div>
  )
}

type LineSpan = Readonly<{ start: number; text: string }>

function linesOf(page: PageTextView): readonly LineSpan[] {
  let at = page.offset
  return page.text.split('\n').map((text) => {
    const start = at
    at += text.length + 1
    return { start, text }
  })
}

function Line(props: TextPagesProps & Readonly<{ line: LineSpan; text: string; offset: number }>) {
  const parts = lineParts(props.line.text, props.line.start)
  const two = parts.length > 1 || parts[0]?.column === 'right'
  return (
    <div className={two ? 'pv-line two' : 'pv-line'}>
      {parts.map((part) => (
        <span
          key={part.start}
          className={`${part.column}${isListed(props.text.slice(part.start - props.offset, part.end - props.offset)) ? ' listed' : ''}`}
        >
          {splitByMarks(part, props.marks, props.focus).map((piece) => {
            const text = props.text.slice(piece.start - props.offset, piece.end - props.offset)
            const id = piece.mark?.id
            if (!piece.mark && !piece.now) return text
            const tone = piece.mark?.tone ?? props.focus?.tone ?? 'found'
            return (
              <span
                key={piece.start}
                className={`pv-piece ${tone}${piece.now ? ' now' : ''}`}
                data-now={piece.now || undefined}
                onPointerUp={id && props.onMark ? () => props.onMark?.(id) : undefined}
              >
                {text}
              </span>
            )
          })}
        </span>
      ))}
    </div>
  )
}

/** An item or a head of a list stands at the left even where columns are centred ("Nơi nhận:", "- Như trên,"). */
function isListed(text: string): boolean {
  return /^[-–+•]|:$/.test(text)
}
