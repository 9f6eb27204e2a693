const BOLD_LINE = /^\s*(?:#{1,6} )?\*{2}[^*\n]+\*{2}\s*$/gm

/**
 * A paper that came through a Markdown converter keeps its marks when no reader took them off: they are made blank, offsets
 * kept. A text with a star or two is left as it is.
 */
export function withoutMarkup(text: string): string {
  if (!text.includes('**') || (text.match(BOLD_LINE)?.length ?? 0) < 3) return text
  return text
    .replace(/^#{1,6} /gm, blank)
    .replace(/\\(?=[\\*_#.()[\]-])/g, ' ')
    .replace(/\*/g, ' ')
}

function blank(mark: string): string {
  return ' '.repeat(mark.length)
}
