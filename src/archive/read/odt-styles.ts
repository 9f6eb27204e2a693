import { xmlTokens } from './xml-tokens.ts'

/** What of an OpenDocument file's styles the reader needs. */
export type OdtStyles = Readonly<{
  fontOf(style: string | null): string | null
  /** True where a paragraph of this style begins a page. */
  breaksBefore(style: string | null): boolean
  /** What a list writes before its item: "1. ", "a) ", "- ". */
  listLabel(style: string | null, level: number, item: number): string
}>

type Style = { parent: string | null; font: string | null; breaks: boolean | null }
type Level = Readonly<{ format: string; prefix: string; suffix: string }>

/** The styles of both parts of the file; those of the text itself come last and win. */
export function odtStyles(...parts: readonly string[]): OdtStyles {
  const styles = new Map<string, Style>()
  const lists = new Map<string, Map<number, Level>>()
  const faces = new Map<string, string>()
  for (const part of parts) readStyles(part, styles, lists, faces)

  function find<T>(style: string | null, pick: (found: Style) => T | null): T | null {
    let name: string | null = style ?? 'Standard'
    for (let steps = 0; name !== null && steps < 20; steps++) {
      const found: Style | undefined = styles.get(name)
      if (!found) return null
      const value = pick(found)
      if (value !== null) return value
      name = found.parent
    }
    return null
  }
  return {
    fontOf: (style) => {
      const font = find(style, (found) => found.font)
      return font === null ? null : (faces.get(font) ?? font)
    },
    breaksBefore: (style) => find(style, (found) => found.breaks) ?? false,
    listLabel: (style, level, item) => {
      const found = lists.get(style ?? '')?.get(level)
      if (!found) return ''
      return found.format === '-' ? '- ' : `${found.prefix}${numeral(item, found.format)}${found.suffix || '.'} `
    }
  }
}

function readStyles(
  xml: string,
  styles: Map<string, Style>,
  lists: Map<string, Map<number, Level>>,
  faces: Map<string, string>
): void {
  let style: Style | null = null
  let levels: Map<number, Level> | null = null
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue
    const { name, attributes } = token
    if (name === 'office:body') return
    if (name === 'style:font-face') {
      faces.set(attributes.get('style:name') ?? '', attributes.get('svg:font-family') ?? '')
    } else if (name === 'style:style' || name === 'style:default-style') {
      style = { parent: attributes.get('style:parent-style-name') ?? null, font: null, breaks: null }
      const own = attributes.get('style:name')
      if (own !== undefined) styles.set(own, style)
    } else if (name === 'style:text-properties' && style) {
      style.font = attributes.get('style:font-name') ?? attributes.get('fo:font-family') ?? style.font
    } else if (name === 'style:paragraph-properties' && style) {
      const value = attributes.get('fo:break-before')
      if (value !== undefined) style.breaks = value === 'page'
    } else if (name === 'text:list-style') {
      levels = new Map()
      lists.set(attributes.get('style:name') ?? '', levels)
    } else if (name === 'text:list-level-style-number' || name === 'text:list-level-style-bullet') {
      const bullet = name.endsWith('bullet')
      levels?.set(Number(attributes.get('text:level') ?? 1), {
        format: bullet ? '-' : (attributes.get('style:num-format') ?? '1'),
        prefix: attributes.get('style:num-prefix') ?? '',
        suffix: attributes.get('style:num-suffix') ?? ''
      })
    }
  }
}

function numeral(item: number, format: string): string {
  if (format === 'a' || format === 'A') {
    const letter = String.fromCharCode(97 + ((item - 1) % 26))
    return format === 'a' ? letter : letter.toUpperCase()
  }
  if (format === 'i' || format === 'I') {
    const roman = toRoman(item)
    return format === 'I' ? roman : roman.toLowerCase()
  }
  return String(item)
}

function toRoman(value: number): string {
  let left = Math.min(value, 3999)
  let out = ''
  for (const [worth, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I']
  ] as const) {
    while (left >= worth) {
      out += sign
      left -= worth
    }
  }
  return out
}
