import { DOMParser } from '@xmldom/xmldom'

type Element = Readonly<{ textContent: string | null; getAttribute(name: string): string | null }>
export type XmlDocument = Readonly<{ all(name: string): readonly Element[] }>

/** Reads XML with a parser that is not ours; whatever it finds wrong is thrown. A file of ours declares nothing of its own. */
export function strictXml(text: string): XmlDocument {
  if (/<!(?:DOCTYPE|ENTITY)/.test(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''))) throw new Error('declares a type')
  const refuse = (message: string): never => {
    throw new Error(`no well-formed XML: ${message}`)
  }
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } })
  const document = parser.parseFromString(text, 'text/xml')
  return { all: (name) => Array.from(document.getElementsByTagName(name)) as unknown as readonly Element[] }
}
