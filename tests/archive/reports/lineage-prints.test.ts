import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { innerHeight } from '#archive/reports/forms/form.ts'
import { formHeight } from '#archive/reports/forms/form-height.ts'
import { paginate } from '#archive/reports/paper/paginate.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { type LineagePaper, lineagePapers } from '#tests/support/lineage-archive.ts'
import { paramsOf, reportArchive, type TestArchive } from './report-archive.ts'

const idOf = (key: string) => `d_${key.padStart(6, '0')}`

function filed(papers: readonly LineagePaper[]): TestArchive {
  const archive = reportArchive()
  for (const { key, form, cites } of papers) {
    archive.memory.file(idOf(key), form)
    for (const one of cites) cite(archive, key, one.key, one.relation, one.quote, idOf(one.key))
  }
  return archive
}

function cite(
  archive: TestArchive,
  from: string,
  to: string,
  relation: Relation,
  quote: string,
  target: string | null,
  issuer: string | null = null
): void {
  const [number = '1', symbol = `X/${to.toUpperCase()}`] = to.includes('-') ? to.split('-') : ['7']
  archive.memory.record({
    kind: 'citation-added',
    data: {
      documentId: idOf(from),
      key: `added:${to}`,
      reference: { number, suffix: null, separator: '-', symbol },
      documentType: null,
      issuedOn: null,
      issuer,
      relation,
      quote,
      target
    }
  })
}

describe('phiếu truy vết', () => {
  const papers = lineagePapers(160, 3)
  const archive = filed(papers)
  const key = (start: string) => papers.find((one) => one.key.startsWith(start))?.key ?? ''

  test('is one page, from the centre down, however much hangs on the document', () => {
    const sheet = buildReport(archive, paramsOf('lineage-sheet', { documentId: idOf(key('hu')) }))
    expect(paginate(sheet)).toHaveLength(1)
    expect(sheet.groups.map((group) => group.title)).toEqual(['Trung ương', 'Tỉnh ủy', 'Huyện ủy', 'Xã, ban, ngành'])
    expect(sheet.footnotes[0]).toMatch(/^Còn \d+ văn bản không ghi hết/)
    const root = rowsOf(sheet).find((row) => row.cells[2]?.lead?.includes('văn bản gốc'))
    expect(root?.cells[4]?.text).toMatch(/^Thực hiện \d+-CV\/TU: “Thực hiện/)
  })

  test('tells a short chain in full, whatever the length of its words', () => {
    const long = `Thực hiện ${'các nhiệm vụ, giải pháp đã nêu tại văn bản của cấp trên '.repeat(5)}đến hết câu.`
    const wordy = lineagePapers(3, 1).map((one) => ({
      ...one,
      cites: one.cites.map((cited) => ({ ...cited, quote: long }))
    }))
    const short = filed(wordy)
    const sheet = buildReport(short, paramsOf('lineage-sheet', { documentId: idOf('tw2') }))
    expect(paginate(sheet)).toHaveLength(1)
    expect(rowsOf(sheet).some((row) => row.cells[4]?.text.includes('đến hết câu.”'))).toBe(true)
  })

  test('of a commune’s paper goes up to the centre by one chain', () => {
    const sheet = buildReport(archive, paramsOf('lineage-sheet', { documentId: idOf(key('xa')) }))
    expect(sheet.groups.map((group) => group.rows.length)).toEqual([1, 1, 1, 1])
  })

  test('of a path holds its ends and all between', () => {
    const ends = { documentId: idOf(key('xa')), toDocumentId: idOf('tw1') }
    const sheet = buildReport(archive, paramsOf('lineage-sheet', ends))
    const rows = rowsOf(sheet)
    expect(rows[0]?.cells[2]?.lead).toBe('35-NQ/TW.')
    expect(rows.at(-1)?.cells[2]?.lead).toMatch(/\/ĐU \(văn bản gốc\)\.$/)
    expect(sheet.lines[1]).toMatch(/^đường đi \d bước tới Nghị quyết số 35-NQ\/TW/)
  })
})

describe('requests for copies', () => {
  test('are one letter an issuer, the one with most missing first; our own are not asked of ourselves', () => {
    const archive = filed(lineagePapers(12, 1))
    cite(archive, 'tw1', '86-HD/BTGTW', 'implements', 'x', null, 'Ban Tuyên giáo Trung ương')
    cite(archive, 'tw2', '86-HD/BTGTW', 'implements', 'x', null, 'Ban Tuyên giáo Trung ương')
    cite(archive, 'tw1', '5-HD/BTGTW', 'implements', 'x', null, 'Ban Tuyên giáo Trung ương')
    cite(archive, 'tw1', '9-QĐ/TU', 'implements', 'x', null, 'Tỉnh ủy Lâm Đồng')
    cite(archive, 'tw1', '3-KH/HU', 'implements', 'x', null, 'Huyện ủy Đam Rông')
    const letters = buildReport(archive, paramsOf('copy-requests'))
    expect(rowsOf(letters).map((row) => [row.cells[1]?.text, row.cells[3]?.text, row.cells[5]?.text])).toEqual([
      ['Ban Tuyên giáo Trung ương', '86-HD/BTGTW', '2'],
      ['Ban Tuyên giáo Trung ương', '5-HD/BTGTW', '1'],
      ['Tỉnh ủy Lâm Đồng', '9-QĐ/TU', '1']
    ])
    expect(letters.forms?.sheets).toHaveLength(2)
    expect(JSON.stringify(letters.forms?.sheets[0])).toContain('Ban Tuyên giáo Trung ương')
    const one = buildReport(archive, paramsOf('copy-requests', { issuer: 'Tỉnh ủy Lâm Đồng' }))
    expect(one.forms?.sheets).toHaveLength(1)
  })

  test('a list too long for the letter lies on sheets of its own, each of which fits', () => {
    const archive = filed(lineagePapers(3, 1))
    for (let n = 1; n <= 90; n++)
      cite(archive, 'tw1', `${n}-HD/BTGTW`, 'implements', 'x', null, 'Ban Tuyên giáo Trung ương')
    const { forms } = buildReport(archive, paramsOf('copy-requests'))
    expect(forms?.sheets.length).toBeGreaterThan(2)
    for (const sheet of forms?.sheets ?? []) {
      if (forms) expect(formHeight(sheet, forms.paper)).toBeLessThanOrEqual(innerHeight(forms.paper))
    }
    const rows = (forms?.sheets ?? []).flatMap((sheet) =>
      sheet.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    )
    expect(rows.map((row) => row[0])).toEqual(Array.from({ length: 90 }, (_, at) => String(at + 1)))
  })
})

test('directives nobody answers stand by issuer, each with the days it waits', () => {
  const archive = reportArchive()
  const directive = { direction: 'incoming', documentType: 'cong-van', subject: 'v/v' } as const
  archive.memory.file('d_000001', {
    ...directive,
    number: '1',
    symbol: 'CV/TU',
    issuer: 'Tỉnh ủy',
    issuedOn: '2021-06-01',
    arrivedOn: '2021-06-02'
  })
  archive.memory.file('d_000002', {
    ...directive,
    number: '2',
    symbol: 'CV/TU',
    issuer: 'Tỉnh ủy',
    issuedOn: '2021-08-25',
    arrivedOn: '2021-08-26'
  })
  const list = buildReport(archive, paramsOf('unanswered-directives'))
  expect(
    list.groups.map((group) => [group.title, group.rows.map((row) => [row.cells[2]?.text, row.cells[5]?.text])])
  ).toEqual([['Tỉnh ủy', [['1-CV/TU', '89']]]])
})
