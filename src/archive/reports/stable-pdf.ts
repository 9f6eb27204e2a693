/**
 * Takes the hour and the run out of a PDF, so that the same report gives the same bytes (R01): its dates become the
 * report's day, its file identifier none, the names of its tags (Chromium counts them on from what it showed before) are
 * counted from one. Nothing changes its length, so that every address in the file holds. `day`: ISO.
 */
export function stablePdf(pdf: Uint8Array, day: string): Uint8Array {
  const stamp = day.replaceAll('-', '').padEnd(14, '0')
  const text = Buffer.from(pdf).toString('latin1')
  const stable = text
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)(\d{14})/g, (_, before: string) => `${before}${stamp}`)
    .replace(
      /(\/(?:CreationDate|ModDate) ?\(D:\d{14})([+-]\d\d'\d\d'?)/g,
      (_, before: string, zone: string) => before + zone.replace(/\d/g, '0').replace('-', '+')
    )
    .replace(/\/ID ?\[ ?<[0-9A-Fa-f]*> ?<[0-9A-Fa-f]*> ?\]/g, (id) =>
      id.replace(/(?<=<)[0-9A-Fa-f]*/g, (hex) => '0'.repeat(hex.length))
    )
  return Buffer.from(countedTags(stable), 'latin1')
}

/** In their order, which the tree of names is sorted by. (The page gives its nodes no other: it paints nothing before.) */
function countedTags(text: string): string {
  const tag = /\(node(\d{8})\)/g
  const ids = [...new Set([...text.matchAll(tag)].map(([, id = '']) => id))].toSorted()
  const counted = new Map(ids.map((id, index) => [id, String(index + 1).padStart(8, '0')]))
  return text.replace(tag, (_, id: string) => `(node${counted.get(id)})`)
}
