const BOLD_LINE = /^\s*(?:#{1,6} )?\*{2}[^*\n]+\*{2}\s*$/gm

/**
 * Takes the marks off a paper that came through a Markdown converter ("**Nơi nhận:**", "\*", "### 2."). Only where
 * whole lines are set in bold marks; a text with a star or two is left as it is.
 */
export function unmark(text: string): string {
  if ((text.match(BOLD_LINE)?.length ?? 0) < 3) return text
  return text
    .replace(/^#{1,6} +/gm, '')
    .replace(/(?<!\\)\*{1,3}/g, '')
    .replace(/\\([\\*_#.()[\]-])/g, '$1')
}
