import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '#cli/exit-codes.ts'
import { testBrowser } from '#tests/support/browser.ts'
import { commandPlace } from './vankho.ts'

const SAMPLE = join(import.meta.dirname, '../../resources/sample/files')
const place = commandPlace()
const archive = join(place.folder, 'sample')
let demo: ReturnType<typeof place.run>

beforeAll(() => {
  demo = place.run('demo', '--folder', archive, '--no-serve', '--json')
}, 120_000)
afterAll(() => place.clean())

describe('demo', () => {
  it('files the sample archive and tells its story', () => {
    expect(demo.code, demo.out + demo.err).toBe(EXIT.ok)
    const [story] = demo.lines
    expect(story).toMatchObject({
      folder: archive,
      delivered: { expected: expect.any(Number), acknowledged: expect.any(Number) }
    })
    const { results, links, lineage, log } = story as unknown as {
      results: { name: string; code: string }[]
      links: Record<string, number>
      lineage: { nodes: { reference: string }[]; edges: { relation: string; status: string }[] }
      log: string
    }
    expect(results.filter((line) => line.code === 'secret-refused').map((line) => line.name)).toEqual([
      '234 02-BC-HU.pdf'
    ])
    expect(links.linked).toBeGreaterThan(50)
    expect(links.ambiguous).toBeGreaterThan(0)
    expect(links['date-mismatch']).toBeGreaterThan(0)
    expect(lineage.nodes.map((node) => node.reference).sort()).toEqual([
      '145-CV/HU',
      '221-CV/HU',
      '35-NQ/TW',
      '713-CV/TU'
    ])
    expect(lineage.edges.map((edge) => edge.relation).sort()).toEqual([
      'continues-implementing',
      'implements',
      'in-spirit-of'
    ])
    expect(lineage.edges.every((edge) => edge.status === 'linked')).toBe(true)
    expect(statSync(log).size).toBeGreaterThan(1000)
    expect(log.endsWith(testBrowser() ? '.pdf' : '.html')).toBe(true)
  })

  it('keeps nothing of the paper it refused', () => {
    const kept = readdirSync(archive, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(kept.length).toBeGreaterThan(40)
    expect(kept.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('02-BC/HU'))).toEqual([])
  })
})

describe('inspect', () => {
  it('prints the fields of a paper as a line of exactly the documented shape, and files nothing', () => {
    const before = place.run('verify', '--quick', '--json').lines[0]
    const ran = place.run('inspect', join(SAMPLE, '221-CV-HU.pdf'), '--json', '--archive', archive)
    expect(ran.code, ran.err).toBe(EXIT.ok)
    expect(ran.lines).toHaveLength(1)
    const [line] = ran.lines
    expect(Object.keys(line ?? {})).toEqual([
      'file',
      'status',
      'direction',
      'reference',
      'number',
      'suffix',
      'symbol',
      'type',
      'issuedOn',
      'place',
      'issuer',
      'parentBody',
      'subject',
      'urgency',
      'secrecy',
      'signer',
      'signerTitle',
      'authority',
      'addressees',
      'recipients',
      'citations',
      'text',
      'hints'
    ])
    expect(line).toMatchObject({
      status: 'ok',
      reference: '221-CV/HU',
      number: '221',
      suffix: null,
      symbol: 'CV/HU',
      type: 'Công văn',
      issuedOn: '2021-08-12',
      place: 'Đam Rông',
      urgency: null,
      secrecy: null,
      signer: "Đa Cắt K'Hương",
      text: { kind: 'born-digital' }
    })
    expect(line?.addressees).toHaveLength(5)
    expect(line?.recipients).toHaveLength(9)
    const citations = line?.citations as {
      reference: string
      date: string
      relation: string
      page: number
      start: number
      end: number
    }[]
    expect(Object.keys(citations[0] ?? {})).toEqual([
      'raw',
      'reference',
      'type',
      'date',
      'issuer',
      'relation',
      'page',
      'start',
      'end'
    ])
    expect(citations.map(({ reference, date, relation }) => [reference, date, relation])).toEqual([
      ['713-CV/TU', '2021-08-09', 'implements'],
      ['35-NQ/TW', '2018-10-22', 'in-spirit-of'],
      ['145-CV/HU', '2021-05-04', 'continues-implementing']
    ])
    expect(place.run('verify', '--quick', '--json').lines[0]?.checked).toEqual(before?.checked)
  })

  it('says of each file that cannot be read why, and goes on', () => {
    const bad = join(place.folder, 'bad')
    mkdirSync(bad)
    const pdf = readFileSync(join(SAMPLE, '221-CV-HU.pdf'))
    const files = {
      'rong.pdf': Buffer.alloc(0),
      'cut.pdf': pdf.subarray(0, pdf.length / 2),
      'exe.pdf': Buffer.from('MZ\u0000\u0001\u0002'),
      'bao-cao (MẬT).txt': Buffer.from('Nội dung')
    }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(bad, name), bytes)
    const names = [
      ...Object.keys(files).map((name) => join(bad, name)),
      join(bad, 'none.pdf'),
      join(SAMPLE, '145-CV-HU.docx')
    ]
    const ran = place.run('inspect', ...names, '--json')
    expect(ran.code).toBe(EXIT.partly)
    expect(ran.lines.map((line) => line.status)).toEqual([
      'file-empty',
      'file-damaged',
      'file-unsupported',
      'secret-refused',
      'not-found',
      'ok'
    ])
    expect(ran.lines.map((line) => line.direction)).toEqual([null, null, null, null, null, null])
    for (const [name, bytes] of Object.entries(files)) expect(readFileSync(join(bad, name))).toEqual(bytes)
  })
})

describe('what is asked of the archive', () => {
  it('search prints a line a hit, best first, and finds without accents', () => {
    const ran = place.run('search', 'mang xa hoi', '--json', '--archive', archive)
    expect(ran.code, ran.err).toBe(EXIT.ok)
    expect(Object.keys(ran.lines[0] ?? {})).toEqual([
      'id',
      'reference',
      'issuedOn',
      'subject',
      'page',
      'score',
      'snippet'
    ])
    expect(ran.lines.map((line) => line.reference)).toContain('221-CV/HU')
    expect(place.run('search', '221-CV/HU', '--json').lines[0]?.reference).toBe('221-CV/HU')
    expect(place.run('search', 'xyzzyx qwrtp')).toMatchObject({
      code: EXIT.notFound,
      out: 'Không có văn bản nào khớp (đã tìm toàn bộ kho).\n'
    })
  })

  it('trace prints root, nodes and edges from citing to cited', () => {
    const ran = place.run('trace', '221-CV/HU', '--up', '--depth', '2', '--json')
    expect(ran.code, ran.err).toBe(EXIT.ok)
    const [line] = ran.lines as unknown as [{ root: string; nodes: object[]; edges: { from: string }[] }]
    expect(Object.keys(line)).toEqual(['root', 'nodes', 'edges'])
    expect(Object.keys(line.nodes[0] ?? {})).toEqual([
      'id',
      'reference',
      'issuedOn',
      'issuer',
      'level',
      'subject',
      'held'
    ])
    expect(Object.keys(line.edges[0] ?? {})).toEqual(['from', 'to', 'relation', 'status', 'quote'])
    expect(line.edges.every((edge) => edge.from === line.root)).toBe(true)
    const graph = join(place.folder, 'luoc-do.graphml')
    const written = place.run('trace', '221-CV/HU', '--format', 'graphml', '--out', graph)
    expect(written.code, written.err).toBe(EXIT.ok)
    expect(readFileSync(graph, 'utf8')).toMatch(/^<\?xml.*<edge id="e1".*<\/graphml>\n$/s)
    expect(place.run('trace', '221-CV/HU', '--format', 'csv').out).toContain('thực hiện')
    expect(place.run('trace', '221-CV/HU', '--format', 'png').code).toBe(EXIT.usage)
    expect(place.run('trace', '221-CV/HU', '--to', '713-CV/TU', '--json').lines[0]).toMatchObject({
      way: 'up',
      length: 1
    })
    const down = place.run('trace', '713 cv tu', '--down')
    expect(down.out).toContain('← thực hiện: 221-CV/HU')
  })

  it('show and distribution print a paper and who has had it', () => {
    expect(place.run('show', '221-CV/HU').out).toContain("Đa Cắt K'Hương")
    expect(place.run('show', '221-CV/HU', '--json').lines[0]).toMatchObject({ line: { reference: '221-CV/HU' } })
    const told = place.run('distribution', '221-CV/HU')
    expect(told.out).toContain('chưa ký nhận')
    expect(place.run('distribution', '221-CV/HU', '--json').lines[0]).toHaveProperty('counts')
  })

  it('books and gaps tell what each book holds and lacks', () => {
    const listed = place.run('books')
    expect(listed.code).toBe(EXIT.ok)
    expect(listed.out).toMatch(/Sổ văn bản đi · Công văn · Huyện ủy [^·]+ · nhiệm kỳ từ/)
    expect(listed.out).toMatch(/số khuyết · số tiếp theo \d+/)
    const [book] = place.run('books', '--json').lines
    expect(book).toMatchObject({ counts: { withdrawn: 0 } })
    expect(place.run('gaps').out).toMatch(/Khuyết: \d+/)
    expect(place.run('gaps', '--json').lines[0]).toHaveProperty('missing')
  })

  it('a number that several papers bear is asked back, with the ids to choose by', () => {
    const ran = place.run('show', '12-CT/HU')
    expect(ran.code).toBe(EXIT.notFound)
    const ids = ran.err.match(/d_[0-9a-z]{20}/g) ?? []
    expect(ids.length).toBeGreaterThan(1)
    expect(place.run('show', ids[0] ?? '').code).toBe(EXIT.ok)
  })

  it('report writes the file it was asked for', () => {
    for (const format of ['html', 'xlsx', 'docx', 'csv']) {
      const out = join(place.folder, `so.${format}`)
      const ran = place.run(
        'report',
        'register-in',
        '--from',
        '01/01/2015',
        '--to',
        '2026-12-31',
        '--format',
        format,
        '--out',
        out,
        '--json'
      )
      expect(ran.code, ran.err).toBe(EXIT.ok)
      expect(ran.lines[0]).toMatchObject({ name: 'register-in', format, file: out, bytes: statSync(out).size })
    }
    expect(readFileSync(join(place.folder, 'so.csv'), 'utf8')).toContain('713-CV/TU')
  })
})

describe('care', () => {
  it('verify, backup, restore and rebuild keep the archive whole', () => {
    expect(place.run('verify', '--deep', '--json').lines[0]).toMatchObject({ ok: true, depth: 'full', findings: [] })
    const backup = place.run('backup', '--out', join(place.folder, 'usb'), '--json')
    expect(backup.code, backup.err).toBe(EXIT.ok)
    const made = String(backup.lines[0]?.folder)
    const back = join(place.folder, 'back')
    expect(place.run('restore', made, '--to', back).code).toBe(EXIT.ok)
    expect(place.run('restore', made, '--to', back).code, 'never over another').not.toBe(EXIT.ok)
    expect(place.run('trace', '221-CV/HU', '--json', '--archive', back).lines[0]).toMatchObject({
      nodes: { length: 4 }
    })
    expect(place.run('rebuild', '--json', '--archive', back).lines[0]).toMatchObject({ documents: 43 })
    expect(place.run('verify', '--deep', '--archive', back).code).toBe(EXIT.ok)
  })

  it('verify tells a printed mark of the ledger from one that is not of it', () => {
    const [, mark = ''] = /Dấu sổ: ([0-9A-Z-]{19}) /.exec(place.run('verify', '--quick').out) ?? []
    expect(place.run('verify', '--head', mark.toLowerCase().replaceAll('-', ' ')).code).toBe(EXIT.ok)
    expect(place.run('verify', '--head', mark, '--json').lines[0]).toMatchObject({ mark, found: { newer: 0 } })
    expect(place.run('verify', '--head', 'ABCD-EFGH-JKMN-PQRS').code).toBe(EXIT.damaged)
    expect(place.run('verify', '--head', 'ABCD').code).toBe(EXIT.usage)
  })

  it('damage is found, named and has its exit code', () => {
    const back = join(place.folder, 'back')
    const original = readdirSync(join(back, 'originals'), { recursive: true, withFileTypes: true }).find((entry) =>
      entry.isFile()
    )
    const path = join(original?.parentPath ?? '', original?.name ?? '')
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    chmodWrite(path, bytes)
    const ran = place.run('verify', '--deep', '--json', '--archive', back)
    expect(ran.code).toBe(EXIT.damaged)
    expect(ran.lines[0]).toMatchObject({ ok: false, findings: [{ code: 'file-changed' }] })
  })

  it('import files a folder, a line a file, originals untouched', () => {
    const folder = join(place.folder, 'papers')
    mkdirSync(join(folder, 'sub'), { recursive: true })
    writeFileSync(
      join(folder, 'a.txt'),
      'HUYỆN ỦY ĐỨC LÂM\nSố 999-CV/HU\nĐức Lâm, ngày 02 tháng 3 năm 2024\nvề việc nhập thử\n'
    )
    writeFileSync(join(folder, 'sub', 'b.txt'), 'Một tờ giấy khác, không có số.')
    writeFileSync(join(folder, 'sub', 'rong.pdf'), '')
    const first = place.run('import', folder, '--json', '--archive', archive)
    expect(first.code).toBe(EXIT.partly)
    const verdicts = Object.fromEntries(first.lines.map((line) => [String(line.file).split('/').at(-1), line.status]))
    expect(verdicts).toEqual({ 'a.txt': 'filed', 'b.txt': 'filed', 'rong.pdf': 'file-empty' })
    const again = place.run('import', join(folder, 'a.txt'), '--json', '--archive', archive)
    expect(again.lines[0]).toMatchObject({ status: 'duplicate' })
    expect(place.run('search', '"nhập thử"', '--json', '--archive', archive).lines).toHaveLength(1)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'sub'])
  })
})

function chmodWrite(path: string, bytes: Buffer): void {
  if (!existsSync(path)) throw new Error('no original')
  writeFileSync(path, bytes)
}
