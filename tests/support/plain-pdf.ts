/** A page of a PDF as written here: lines of bytes (Latin-1), each in the font of that name. */
export type PlainPage = readonly Readonly<{ font: string; text: string }>[]

/**
 * A small PDF of one's own: fonts that are not embedded, in the Windows encoding, so that the bytes of a line are its text
 * layer. `extra` is written into the catalog.
 */
export function plainPdf(pages: readonly PlainPage[], extra = ''): Buffer {
  const fonts = [...new Set(pages.flat().map((line) => line.font))]
  const objects: string[] = []
  const fontIds = new Map(fonts.map((font, index) => [font, 3 + index]))
  const firstPage = 3 + fonts.length
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`)
  objects.push(`<</Type/Catalog/Pages 2 0 R${extra}>>`, `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]>>`)
  for (const font of fonts) {
    objects.push(`<</Type/Font/Subtype/TrueType/BaseFont/${font}/Encoding/WinAnsiEncoding>>`)
  }
  for (const [index, page] of pages.entries()) {
    const body = page
      .map(
        ({ font, text }, line) => `BT /F${fontIds.get(font)} 12 Tf 60 ${780 - line * 18} Td (${escaped(text)}) Tj ET`
      )
      .join('\n')
    const resources = fonts.map((font) => `/F${fontIds.get(font)} ${fontIds.get(font)} 0 R`).join('')
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<${resources}>>>>/Contents ${firstPage + index * 2 + 1} 0 R>>`,
      `<</Length ${body.length}>>\nstream\n${body}\nendstream`
    )
  }
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = file.length
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
