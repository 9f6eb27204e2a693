/**
 * Signs that turn the direction of what follows or have no width: a name may hide its end behind one ("exe.doc" for
 * "cod.exe"). The joiners U+200C and U+200D stay, they belong to letters.
 */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** The letters of a paper's own pages: places are counted in them, and the picture beside shows what they are. */
const PAGES = '.pv'

/** A text as it is to be seen: each such sign by its number, as on paper. */
export function seen(text: string): string {
  return text.replace(UNSEEN, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
}

/** Keeps every text of a page seen, whatever part of the program wrote it (reliability.md S4). Returns the way to stop. */
export function keepSignsSeen(root: Node): () => void {
  const walker = (from: Node) => document.createTreeWalker(from, NodeFilter.SHOW_TEXT)
  const look = (node: Node) => {
    const text = node.nodeValue ?? ''
    const shown = seen(text)
    if (shown !== text && !node.parentElement?.closest(PAGES)) node.nodeValue = shown
  }
  const lookBelow = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) return look(node)
    const texts = walker(node)
    while (texts.nextNode()) look(texts.currentNode)
  }
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') look(change.target)
      for (const node of change.addedNodes) lookBelow(node)
    }
  })
  watch.observe(root, { subtree: true, childList: true, characterData: true })
  lookBelow(root)
  return () => watch.disconnect()
}
