import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { csvPieces } from '#archive/export/csv.ts'
import { readEdxml } from '#archive/export/edxml/read-edxml.ts'
import { edxmlOf } from '#archive/export/edxml/write-edxml.ts'
import { escapeXml, xmlLine } from '#archive/export/xml-text.ts'
import { lineageHandlers } from '#archive/handlers/lineage.ts'
import { buildReport } from '#archive/reports/build-report.ts'
import { cleaned } from '#archive/reports/clean.ts'
import type { PrintDocument } from '#archive/reports/print-document.ts'
import { renderCsv } from '#archive/reports/render/csv.ts'
import { renderDocx } from '#archive/reports/render/docx.ts'
import { renderXlsx } from '#archive/reports/render/xlsx.ts'
import { lineageCsv, lineageGraphml } from '#domain/lineage/export-graph.ts'
import type { LineageEdge, LineageNode } from '#domain/lineage/graph.ts'
import { unguardedCell } from '#domain/text/spreadsheet-text.ts'
import { strictXml } from '#tests/support/strict-xml.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { closedUp, WRITTEN_TEXTS } from '#tests/support/written-text.ts'
import { paramsOf, reportArchive } from '../reports/report-archive.ts'

/**
 * Reliability.md S3 and S10 for files that leave the archive: every hostile text, in every kind of file, read again by
 * somebody else's reader. The file is well-formed, the text comes back, nothing of it is a formula, a link or an entity.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** A list with a row for each text, and the texts in every other place a report has. */
function listOf(texts: readonly string[]): PrintDocument {
  const made = buildReport(reportArchive(), paramsOf('missing-documents'))
  const rows = texts.map((text) => ({ cells: made.columns.map(() => ({ text })), tally: [1] }))
  return cleaned({
    ...made,
    title: texts[0] ?? '',
    head: { parent: texts[1] ?? '', issuer: texts[2] ?? '', party: texts[3] ?? '' },
    lines: texts.slice(0, 40),
    columns: made.columns.map((column, at) => ({ ...column, title: texts[at + 4] ?? '' })),
    groups: [{ title: texts[5] ?? '', rows, total: texts[6] ?? '' }],
    footnotes: texts.slice(40, 80),
    foot: texts[7] ?? ''
  })
}

const textsOf = (list: PrintDocument) =>
  list.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.text ?? ''))

/** The parts of an office file, each that is XML read strictly; nothing in it points outside. */
function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)])
  )
  expect(Object.keys(parts).length).toBeGreaterThan(3)
  for (const [name, text] of Object.entries(parts)) {
    for (const relation of strictXml(text).all('Relationship')) {
      expect(relation.getAttribute('TargetMode'), name).not.toBe('External')
      expect(relation.getAttribute('Target'), name).not.toMatch(/^[a-z]+:|^\/\/|\\\\/i)
    }
    expect(text, name).not.toMatch(/<(?:\w+:)?(?:hyperlink|externalLink|oleObject|object|control|ddeLink|fldSimple)\b/)
  }
  return parts
}

describe('every hostile text', () => {
  it('is words in a Word file', async () => {
    const list = listOf(WRITTEN_TEXTS)
    const file = await renderDocx(list)
    const parts = partsOf(file)
    // The only fields are the numbers of pages in the foot.
    const fields = Object.values(parts).flatMap((text) =>
      strictXml(text)
        .all('w:instrText')
        .map((one) => one.textContent)
    )
    expect(new Set(fields)).toEqual(new Set(['PAGE', 'NUMPAGES']))
    const read = closedUp((await mammoth.extractRawText({ buffer: Buffer.from(file) })).value)
    expect(textsOf(list).filter((text) => !read.includes(closedUp(text)))).toEqual([])
  })

  it('is text in a workbook', async () => {
    const list = listOf(WRITTEN_TEXTS)
    const file = await renderXlsx(list)
    for (const text of Object.values(partsOf(file))) expect(strictXml(text).all('f')).toEqual([])
    const read = new Set((await readSheet(Buffer.from(file))).flat().map((cell) => closedUp(String(cell ?? ''))))
    expect(textsOf(list).filter((text) => !read.has(closedUp(text)))).toEqual([])
  })

  it('is a cell in a CSV of a report', () => {
    const list = listOf(WRITTEN_TEXTS)
    const [, ...rows] = Papa.parse<string[]>(Buffer.from(renderCsv(list)).toString('utf8').slice(1)).data
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([])
    const read = new Set(rows.flat().map((cell) => closedUp(unguardedCell(cell))))
    const lost = WRITTEN_TEXTS.filter((text) => !read.has(closedUp(cleaned(text))))
    expect(lost).toEqual([])
  })

  it('is a cell in the sheets of an export, letter for letter', () => {
    const rows = WRITTEN_TEXTS.map((text) => [text, 7, null])
    const written = [...csvPieces(['text', 'count', 'none'], rows)].join('')
    const { data, errors } = Papa.parse<string[]>(written.slice(1), { skipEmptyLines: true })
    expect(errors).toEqual([])
    const cells = data.slice(1).map(([cell = '']) => cell)
    expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([])
    expect(cells.map(unguardedCell)).toEqual(
      WRITTEN_TEXTS.map((text) => text.toWellFormed().normalize('NFC').replaceAll('\0', ''))
    )
  })

  it('is text and an attribute in the lists of a hand-over', () => {
    const lines = WRITTEN_TEXTS.map((text) => `<One name="${escapeXml(text)}">\n${xmlLine(1, 'Text', text)}</One>\n`)
    const read = strictXml(`<?xml version="1.0" encoding="UTF-8"?>\n<All>\n${lines.join('')}</All>\n`)
    expect(read.all('Text').map((one) => closedUp(one.textContent ?? ''))).toEqual(WRITTEN_TEXTS.map(closedUp))
    expect(read.all('One').map((one) => closedUp(one.getAttribute('name') ?? ''))).toEqual(WRITTEN_TEXTS.map(closedUp))
  })

  const nodes: readonly LineageNode[] = WRITTEN_TEXTS.map((text, at) => ({
    id: `stub:${text}`,
    reference: text,
    documentType: null,
    issuedOn: at % 2 === 0 ? '2021-08-12' : null,
    issuer: text,
    level: null,
    subject: text,
    held: at % 2 === 0
  }))
  const edges: readonly LineageEdge[] = WRITTEN_TEXTS.map((text, at) => ({
    from: nodes[at]?.id ?? '',
    to: nodes[0]?.id ?? '',
    relation: 'implements',
    status: 'missing',
    quote: text
  }))

  it('is a cell in a CSV of a lineage, and no formula', () => {
    const { data, errors } = Papa.parse<string[]>(lineageCsv({ nodes, edges }).slice(1), { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(edges.length + 1)
    expect(data.flat().filter((cell) => FORMULA.test(cell))).toEqual([])
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([11]))
    const quotes = data.slice(1).map((row) => closedUp(unguardedCell(row[8] ?? '')))
    expect(quotes).toEqual(WRITTEN_TEXTS.map(closedUp))
  })

  it('is text in GraphML', () => {
    const graph = strictXml(lineageGraphml({ nodes, edges }))
    const said = (key: string) =>
      graph
        .all('data')
        .filter((one) => one.getAttribute('key') === key)
        .map((one) => closedUp(one.textContent ?? ''))
    const written = WRITTEN_TEXTS.map(closedUp).sort()
    for (const key of ['node.subject', 'node.reference', 'node.issuer', 'edge.quote'])
      expect(said(key).sort(), key).toEqual(written)
    expect(graph.all('node')).toHaveLength(nodes.length)
    const ids = new Set(graph.all('node').map((one) => one.getAttribute('id')))
    for (const edge of graph.all('edge')) expect(ids).toContain(edge.getAttribute('source'))
  })

  it('is text in the JSON of a lineage', async () => {
    const { archive } = await tempArchive()
    for (const [at, text] of WRITTEN_TEXTS.filter((_, at) => at % 9 === 0).entries()) {
      const subject = text.slice(0, 500)
      const id = await fileText(archive, 'a.txt', 'x', { number: `${at + 1}`, symbol: 'CV/HU', subject })
      const asked = { documentId: id, to: null, format: 'json', ...ALL } as never
      const { base64, name } = await lineageHandlers['lineage.export'](archive, asked, CALLER)
      const { nodes: found } = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as { nodes: LineageNode[] }
      expect(closedUp(found.find((one) => one.id === id)?.subject ?? '')).toBe(closedUp(subject))
      expect(name).toMatch(/^luoc-do_[a-z0-9-]*\.json$/)
    }
  })

  it('is text in a package for another office', async () => {
    const { archive } = await tempArchive()
    const each = 6
    const line = { kind: 'body', note: null, evidence: null } as const
    for (let at = 0; at < WRITTEN_TEXTS.length; at += each) {
      const [subject = '', signer = '', signerTitle = '', authority = '', place = '', to = ''] = WRITTEN_TEXTS.slice(
        at,
        at + each
      ).map((text) => text.slice(0, 400))
      const id = await fileText(archive, `${subject.slice(0, 60)}.txt`, 'Nội dung', {
        number: `${at + 1}`,
        symbol: 'CV/HU',
        issuer: signer,
        subject,
        signer,
        signerTitle,
        authority,
        place,
        addressees: [{ ...line, text: to, names: [to] }],
        recipients: [{ ...line, text: to, names: [to] }]
      })
      const { xml, name } = await edxmlOf(archive, id)
      const parsed = strictXml(xml)
      const one = (element: string) => closedUp(parsed.all(`edXML:${element}`)[0]?.textContent ?? '')
      expect([one('Subject'), one('FullName'), one('Position'), one('Competence')], `${at}`).toEqual(
        [subject, signer, signerTitle, authority].map(closedUp)
      )
      // Another office's program of our own make reads the same.
      const { header, attachments } = readEdxml(Buffer.from(xml))
      expect(closedUp(header.subject.join('')), `${at}`).toBe(closedUp(subject))
      expect(closedUp(header.toPlace.join('')), `${at}`).toBe(closedUp(to))
      expect(attachments.map((file) => file.bytes.toString())).toEqual(['Nội dung'])
      expect(name).toMatch(/^\d+-CV-HU\.edxml$/)
    }
  })
})

const ALL = { up: 3, down: 3, relations: null, folded: [] }
const CALLER = { name: 'Cil Dim', role: 'office', shell: 'direct' } as const
