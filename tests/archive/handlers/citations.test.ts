import { describe, expect, test } from 'vitest'
import { citationHandlers as handlers } from '#archive/handlers/citations.ts'
import { lineageHandlers } from '#archive/handlers/lineage.ts'
import { undo } from '#archive/ledger/undo.ts'
import { citationsOf } from '#archive/store/citations.ts'
import type { CitationId, DocumentId } from '#contract/ids.ts'
import type { InputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { CLERK, fileForm, fileText, OFFICE, tempArchive } from '#tests/support/temp-archive.ts'

const REPORT = (quote: string) => `Thực hiện ${quote}, Ban Thường vụ Huyện ủy báo cáo như sau.`
const DATELESS = 'Chỉ thị số 12-CT/HU của Ban Thường vụ Huyện ủy'
const STUB = 'Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị'

function own(number: string, symbol: string, issuedOn: string): Partial<DocumentForm> {
  return { direction: 'outgoing', number, symbol, issuedOn, issuer: OFFICE.name, documentType: null }
}

/** Two directives of one number, three reports that cite it without a date, the first of them before the second directive. */
async function archiveWithQuestions() {
  const { archive } = await tempArchive()
  const first = (await fileForm(archive, own('12', 'CT/HU', '2018-03-15'))) as DocumentId
  const second = (await fileForm(archive, own('12', 'CT/HU', '2022-08-20'))) as DocumentId
  const third = (await fileForm(archive, own('12', 'CT/HU', '2021-01-01'))) as DocumentId
  const report = async (number: string, issuedOn: string, text: string) =>
    (await fileText(archive, `${number}.txt`, REPORT(text), own(number, 'BC/HU', issuedOn))) as DocumentId
  const early = await report('1', '2021-06-01', DATELESS)
  const middle = await report('2', '2023-01-01', `${DATELESS}; theo tinh thần ${STUB}`)
  const late = await report('3', '2023-02-02', `${DATELESS}; theo tinh thần ${STUB}`)
  const of = (id: DocumentId, reference: string) => {
    const found = citationsOf(archive.db, id).find((one) => one.reference === reference)
    if (!found) throw new Error(`${reference} is not cited by ${id}`)
    return found
  }
  const decide = async (id: CitationId, decision: InputOf<'citation.decide'>['decision'], same = false) =>
    await handlers['citation.decide'](archive, { id, decision, same }, CLERK)
  return { archive, first, second, third, early, middle, late, of, decide }
}

describe('citation.decide', () => {
  test('a chosen document links; undo asks again', async () => {
    const { archive, second, middle, of, decide } = await archiveWithQuestions()
    const { id, status, candidates } = of(middle, '12-CT/HU')
    expect([status, candidates.length]).toEqual(['ambiguous', 3])
    const got = await decide(id, { kind: 'link', documentId: second })
    expect(got.citation).toMatchObject({ status: 'linked', to: { id: second }, decided: true })
    undo(archive, got.undo?.seq ?? 0, CLERK)
    expect(of(middle, '12-CT/HU')).toMatchObject({ status: 'ambiguous', decided: false })
  })

  test('also for equal citations elsewhere, but not for a paper older than the chosen one', async () => {
    const { archive, second, early, middle, late, of, decide } = await archiveWithQuestions()
    const same = await handlers['citation.same'](archive, { id: of(middle, '12-CT/HU').id }, CLERK)
    expect(same.documents.map((one) => one.id)).toEqual([early, late])
    const got = await decide(of(middle, '12-CT/HU').id, { kind: 'link', documentId: second }, true)
    expect(got.also).toBe(1)
    expect(of(late, '12-CT/HU').to?.id).toBe(second)
    expect(of(early, '12-CT/HU').status).toBe('ambiguous')
  })

  test('a decision made before is left alone by "also"', async () => {
    const { first, second, middle, late, of, decide } = await archiveWithQuestions()
    await decide(of(late, '12-CT/HU').id, { kind: 'link', documentId: first })
    expect((await decide(of(middle, '12-CT/HU').id, { kind: 'link', documentId: second }, true)).also).toBe(0)
    expect(of(late, '12-CT/HU').to?.id).toBe(first)
  })

  test('relation and target are decided apart; "undecided" takes back both', async () => {
    const { archive, second, middle, of, decide } = await archiveWithQuestions()
    const { id, relation } = of(middle, '12-CT/HU')
    await decide(id, { kind: 'link', documentId: second })
    const changed = await decide(id, { kind: 'relation', relation: 'keeps-in-force' })
    expect(changed.citation).toMatchObject({ status: 'linked', relation: 'keeps-in-force' })
    undo(archive, changed.undo?.seq ?? 0, CLERK)
    expect(of(middle, '12-CT/HU')).toMatchObject({ status: 'linked', relation })
    await decide(id, { kind: 'relation', relation: 'keeps-in-force' })
    expect((await decide(id, { kind: 'undecided' })).citation).toMatchObject({
      status: 'ambiguous',
      relation,
      decided: false
    })
    expect((await decide(id, { kind: 'undecided' })).undo).toBeNull()
  })

  test('not to itself, not to what is withdrawn or not there; an unknown citation is not found', async () => {
    const { archive, first, middle, of, decide } = await archiveWithQuestions()
    const { id } = of(middle, '12-CT/HU')
    await expect(decide(id, { kind: 'link', documentId: middle })).rejects.toMatchObject({ code: 'bad-input' })
    archive.commit([{ kind: 'document-withdrawn', data: { documentId: first, reason: 'x' } }], CLERK)
    await expect(decide(id, { kind: 'link', documentId: first })).rejects.toMatchObject({ code: 'conflict' })
    const nowhere = 'd_00000000' as DocumentId
    await expect(decide(id, { kind: 'link', documentId: nowhere })).rejects.toMatchObject({ code: 'not-found' })
    await expect(decide(`${middle}:x` as CitationId, { kind: 'not-held' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('citation.add', () => {
  const reference = { number: '35', suffix: null, separator: '-', symbol: 'CT/TW' } as const
  const added = {
    reference,
    documentType: null,
    issuedOn: null,
    issuer: null,
    relation: 'mentions',
    quote: 'x'
  } as const

  test('stands beside those read, with its target; once; undo removes it', async () => {
    const { archive, first, middle } = await archiveWithQuestions()
    const input = { ...added, documentId: middle, target: first }
    const got = await handlers['citation.add'](archive, input, CLERK)
    expect(got.citation).toMatchObject({ origin: 'human', status: 'linked', to: { id: first }, decided: true })
    expect(() => handlers['citation.add'](archive, input, CLERK)).toThrow(
      expect.objectContaining({ code: 'duplicate' })
    )
    undo(archive, got.undo?.seq ?? 0, CLERK)
    expect(citationsOf(archive.db, middle).filter((one) => one.origin === 'human')).toEqual([])
  })

  test('not to itself', async () => {
    const { archive, middle } = await archiveWithQuestions()
    expect(() => handlers['citation.add'](archive, { ...added, documentId: middle, target: middle }, CLERK)).toThrow(
      expect.objectContaining({ code: 'bad-input' })
    )
  })
})

describe('worklists', () => {
  test('one row for each cited identity, questions first, then by citing documents (C14)', async () => {
    const { archive, middle, late } = await archiveWithQuestions()
    await fileText(
      archive,
      'x.txt',
      REPORT('Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị'),
      own('4', 'BC/HU', '2023-03-03')
    )
    const ask = (kind: 'missing' | null, offset = 0, limit = 10) =>
      handlers['worklist.citations'](archive, { kind, offset, limit }, CLERK)
    const all = await ask(null)
    expect(all.rows.map((row) => [row.kind, row.reference, row.times])).toEqual([
      ['ambiguous', '12-CT/HU', 3],
      ['missing', '35-NQ/TW', 2],
      ['missing', '217-QĐ/TW', 1]
    ])
    const [stub] = (await ask('missing', 0, 1)).rows
    expect(stub).toMatchObject({ documentType: 'nghi-quyet', issuedOn: '2018-10-22', issuer: 'Bộ Chính trị' })
    expect(stub?.citations.map((one) => one.from.id)).toEqual([late, middle])
    expect((await ask('missing', 1, 1)).rows.map((row) => row.reference)).toEqual(['217-QĐ/TW'])
    expect((await handlers['worklist.counts'](archive, {}, CLERK)).counts).toMatchObject({
      ambiguous: 1,
      'date-mismatch': 0,
      missing: 2,
      'no-text': 0,
      'not-reviewed': 0,
      'number-taken': 2
    })
  })

  test('a number given twice in one term is listed, the same number of another term is not', async () => {
    const { archive, second, third } = await archiveWithQuestions()
    const got = await handlers['worklist.documents'](archive, { kind: 'number-taken', offset: 0, limit: 10 }, CLERK)
    expect(got.documents.map((one) => one.id)).toEqual([third, second])
  })

  test('a withdrawn citing paper asks nothing', async () => {
    const { archive, middle, late } = await archiveWithQuestions()
    for (const documentId of [middle, late]) {
      archive.commit([{ kind: 'document-withdrawn', data: { documentId, reason: 'x' } }], CLERK)
    }
    const got = await handlers['worklist.citations'](archive, { kind: 'missing', offset: 0, limit: 10 }, CLERK)
    expect(got.total).toBe(0)
  })
})

describe('lineage.trace', () => {
  test('documents and stubs with level, edges with relation and sentence', async () => {
    const { archive, first, middle, of, decide } = await archiveWithQuestions()
    await decide(of(middle, '12-CT/HU').id, { kind: 'link', documentId: first })
    const got = await lineageHandlers['lineage.trace'](
      archive,
      { documentId: middle, direction: 'up', depth: 3, limit: 50, expanded: [], on: null },
      CLERK
    )
    expect(got.nodes.map((node) => [node.reference, node.held, node.level])).toEqual([
      ['2-BC/HU', true, 'HU'],
      ['12-CT/HU', true, 'HU'],
      ['35-NQ/TW', false, 'TW']
    ])
    expect(got.edges.map((edge) => [edge.relation, edge.status])).toEqual([
      ['implements', 'linked'],
      ['in-spirit-of', 'missing']
    ])
    expect(got.edges[1]?.quote).toContain('35-NQ/TW')
    const stub = got.nodes[2]?.id ?? ''
    expect(stub).toMatch(/^stub:/)
    const down = await lineageHandlers['lineage.trace'](
      archive,
      { documentId: first, direction: 'down', depth: 3, limit: 50, expanded: [], on: null },
      CLERK
    )
    expect(down.nodes.map((node) => node.id)).toEqual([first, middle])
  })

  test('an unknown document is not found', async () => {
    const { archive } = await tempArchive()
    const documentId = 'd_00000000' as DocumentId
    const input = { documentId, direction: 'up' as const, depth: 2, limit: 10, expanded: [], on: null }
    expect(() => lineageHandlers['lineage.trace'](archive, input, CLERK)).toThrow(
      expect.objectContaining({ code: 'not-found' })
    )
  })
})
