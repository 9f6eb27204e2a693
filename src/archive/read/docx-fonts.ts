import { convertRuns, encodingOfFont, type FontRun } from './legacy-fonts.ts'
import { unescapeXml } from './xml-tokens.ts'

const OLD_FONT = /"(?:\.?Vn[A-Z.]|VNI[- _])/i
const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g

/**
 * The text part of a DOCX with runs in old fonts made Unicode, the rest byte for byte. Fonts are told by the run, by its
 * style, by the paragraph's style or by the usual style. A file without such fonts comes back as it was.
 */
export function withUnicodeRuns(document: string, styles: string): string {
  if (!OLD_FONT.test(document) && !OLD_FONT.test(styles)) return document
  const fontOf = docxStyles(styles)
  const runs: FontRun[] = []
  let paragraph: string | null = null
  let inRun = false
  let font: string | null = null
  let own: string | null = null
  const parts = document.split(
    /(<(?:w:p|w:r|w:pStyle|w:rStyle|w:rFonts)(?=[\s/>])[^>]*>|<\/w:r>|<w:t(?:\s[^>]*)?>[^<]*<\/w:t>)/
  )
  const places: number[] = []
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) continue
    if (/^<w:p[\s>]/.test(part)) paragraph = null
    else if (part.startsWith('<w:pStyle')) paragraph = value(part)
    else if (/^<w:r[\s>]/.test(part)) [inRun, own, font] = [true, null, null]
    else if (part === '</w:r>') inRun = false
    else if (part.startsWith('<w:rStyle') && inRun) font ??= fontOf(value(part))
    else if (part.startsWith('<w:rFonts') && inRun) own ??= fontName(part)
    else if (part.startsWith('<w:t')) {
      const text = unescapeXml(part.replace(TEXT, '$2'))
      runs.push({ text, font: own ?? font ?? fontOf(paragraph) })
      places.push(index)
    }
  }
  for (const [run, text] of convertRuns(runs).entries()) {
    const place = places[run]
    if (place === undefined || text === runs[run]?.text) continue
    parts[place] = (parts[place] ?? '').replace(TEXT, (_, open: string, __, close: string) => {
      const spaced = open.includes('xml:space') ? open : open.replace('<w:t', '<w:t xml:space="preserve"')
      return `${spaced}${escapeXml(text)}${close}`
    })
  }
  return parts.join('')
}

/** The font a style gives, the styles it is based on and the usual font followed. null asks for the usual style. */
function docxStyles(styles: string): (style: string | null) => string | null {
  const found = new Map<string, { font: string | null; parent: string | null }>()
  let usual: string | null = null
  for (const [whole] of styles.matchAll(/<w:style\s[\s\S]*?<\/w:style>/g)) {
    const id = /\sw:styleId="([^"]*)"/.exec(whole)?.[1]
    if (id === undefined) continue
    if (/\sw:default="(?:1|true)"/.test(whole) && /\sw:type="paragraph"/.test(whole)) usual = id
    const parent = /<w:basedOn\s[^>]*w:val="([^"]*)"/.exec(whole)?.[1] ?? null
    found.set(id, { font: fontName(whole), parent })
  }
  const defaults = fontName(/<w:docDefaults>[\s\S]*?<\/w:docDefaults>/.exec(styles)?.[0] ?? '')
  return (style) => {
    let name = style ?? usual
    for (let steps = 0; name !== null && steps < 20; steps++) {
      const one = found.get(name)
      if (!one) break
      if (one.font !== null) return one.font
      name = one.parent
    }
    return defaults
  }
}

/** Of the fonts told for kinds of letters, an old one first: it is what Latin letters with marks are set in. */
function fontName(xml: string): string | null {
  const fonts = /<w:rFonts\s([^>]*)>/.exec(xml)?.[1] ?? ''
  const names = [...fonts.matchAll(/w:(?:ascii|hAnsi)="([^"]*)"/g)].map(([, name = '']) => name)
  return names.find((name) => encodingOfFont(name)) ?? names[0] ?? null
}

function value(tag: string): string | null {
  return /w:val="([^"]*)"/.exec(tag)?.[1] ?? null
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
