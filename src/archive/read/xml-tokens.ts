import { UnreadableFile } from './read-result.ts'

/** A piece of an XML text. `close` of an empty element follows its `open` at once. */
export type XmlToken =
  | Readonly<{ kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }>
  | Readonly<{ kind: 'close'; name: string }>
  | Readonly<{ kind: 'text'; text: string }>

/** Deeper nesting is no paper a person wrote. */
const MOST_DEPTH = 400
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads XML from start to end, without entities of its own and without anything outside the text: a DOCTYPE is refused
 * (reliability.md S2: XXE, billion laughs). Not a validating reader; what is no element is passed over.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  let depth = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const end = tag < 0 ? xml.length : tag
    if (end > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, end)) }
    if (tag < 0) return
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9)
      yield { kind: 'text', text: xml.slice(tag + 9, at - 3) }
    } else if (xml.startsWith('<!', tag)) throw new UnreadableFile('file-damaged', 'doctype')
    else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2)
    else {
      at = after(xml, '>', tag + 1)
      const body = xml.slice(tag + 1, at - 1)
      const name = /^\/?([^\s/>]+)/.exec(body)?.[1] ?? ''
      if (body.startsWith('/')) {
        depth--
        yield { kind: 'close', name }
        continue
      }
      if (++depth > MOST_DEPTH) throw new UnreadableFile('file-damaged', 'nested-too-deep')
      yield { kind: 'open', name, attributes: attributesOf(body) }
      if (body.endsWith('/')) {
        depth--
        yield { kind: 'close', name }
      }
    }
  }
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function attributesOf(body: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of body.matchAll(/([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, unescapeXml(double ?? single ?? ''))
  }
  return attributes
}

/** Where the sign ends; a text without it is cut, and is read so far. */
function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from)
  if (found < 0) throw new UnreadableFile('file-damaged', 'truncated')
  return found + sign.length
}
