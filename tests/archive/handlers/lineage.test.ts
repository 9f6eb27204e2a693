import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { citationHandlers } from '#archive/handlers/citations.ts'
import { directiveHandlers } from '#archive/handlers/directives.ts'
import { lineageHandlers as handlers } from '#archive/handlers/lineage.ts'
import { undo } from '#archive/ledger/undo.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { CLERK, fileForm, tempArchive } from '#tests/support/temp-archive.ts'

const TRACE: Readonly<Omit<CheckedInputOf<'lineage.trace'>, 'documentId'>> = {
  direction: 'both',
  depth: 2,
  limit: 200,
  expanded: [],
  on: null
}

async function office(today = '2021-12-31') {
  const made = await tempArchive({ deps: { now: () => new Date(`${today}T03:00:00Z`) } })
  return made.archive
}

type Said = Readonly<{
  number: string
  symbol: string
  issuedOn: string
  direction?: 'incoming' | 'outgoing'
  type?: 'cong-van' | 'bao-cao'
}>

async function file(
  archive: OpenedArchive,
  { number, symbol, issuedOn, direction = 'incoming', type = 'cong-van' }: Said
) {
  const body = symbol.split('/')[1] ?? ''
  const issuer = { TW: 'Ban Bí thư', TU: 'Tỉnh ủy Lâm Đồng', HU: 'Huyện ủy Đam Rông' }[body] ?? 'Đảng ủy xã Đạ Tông'
  const day = direction === 'incoming' ? { arrivedOn: issuedOn } : {}
  return (await fileForm(archive, {
    number,
    symbol,
    issuedOn,
    issuer,
    direction,
    documentType: type,
    ...day
  })) as DocumentId
}

async function cite(archive: OpenedArchive, from: DocumentId, to: DocumentId, relation: Relation) {
  const reference = {
    number: String(from.length + to.charCodeAt(6)),
    suffix: null,
    separator: '-' as const,
    symbol: `X${to.slice(2, 8)}/X`
  }
  const quote = `${relation} điều này`
  const cited = { documentType: null, issuedOn: null, issuer: null }
  return await citationHandlers['citation.add'](
    archive,
    { documentId: from, reference, relation, quote, target: to, ...cited },
    CLERK
  )
}

/** 35-NQ/TW ← 713-CV/TU ← 221-CV/HU ← 34-CV/ĐU, and a second paper of the district under the centre's alone. */
async function chain(archive: OpenedArchive) {
  const tw = await file(archive, { number: '35', symbol: 'NQ/TW', issuedOn: '2021-01-05' })
  const tu = await file(archive, { number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09' })
  const hu = await file(archive, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12', direction: 'outgoing' })
  const xa = await file(archive, { number: '34', symbol: 'CV/ĐU', issuedOn: '2021-08-20' })
  const other = await file(archive, { number: '300', symbol: 'CV/HU', issuedOn: '2021-09-01', direction: 'outgoing' })
  await cite(archive, tu, tw, 'in-spirit-of')
  await cite(archive, hu, tu, 'implements')
  await cite(archive, xa, hu, 'implements')
  await cite(archive, other, tw, 'based-on')
  return { tw, tu, hu, xa, other }
}

describe('lineage', () => {
  test('a box says what stands beside it and is not shown; opening it shows that', async () => {
    const archive = await office()
    const { tw, hu, other } = await chain(archive)
    const seen = await handlers['lineage.trace'](archive, { ...TRACE, documentId: hu }, CLERK)
    expect(seen.nodes.map((node) => node.id)).not.toContain(other)
    expect(seen.nodes.find((node) => node.id === tw)?.hidden).toBe(1)
    const opened = await handlers['lineage.trace'](archive, { ...TRACE, documentId: hu, expanded: [tw] }, CLERK)
    expect(opened.nodes.map((node) => node.id)).toContain(other)
    expect(opened.nodes.map((node) => node.hidden)).toEqual([0, 0, 0, 0, 0])
    expect(opened.edges.some((edge) => edge.from === other && edge.to === tw && edge.relation === 'based-on')).toBe(
      true
    )
  })

  test('the path between two documents is the chain of orders, else the way through what both name', async () => {
    const archive = await office()
    const { tw, tu, hu, xa, other } = await chain(archive)
    const up = await handlers['lineage.path'](archive, { from: xa, to: tw, on: null }, CLERK)
    expect(up).toMatchObject({ way: 'up', length: 3, truncated: false })
    expect(new Set(up.nodes.map((node) => node.id))).toEqual(new Set([xa, hu, tu, tw]))
    expect(up.edges.map((edge) => edge.relation).sort()).toEqual(['implements', 'implements', 'in-spirit-of'])
    const around = await handlers['lineage.path'](archive, { from: xa, to: other, on: null }, CLERK)
    expect(around).toMatchObject({ way: 'around', length: 4 })
  })

  test('validity on a day: who did it and when, and not before', async () => {
    const archive = await office()
    const { tu, other } = await chain(archive)
    const later = await file(archive, { number: '800', symbol: 'CV/TU', issuedOn: '2021-10-01' })
    await cite(archive, other, tu, 'amends')
    await cite(archive, later, tu, 'replaces')
    const on = async (day: string | null) =>
      await handlers['document.validity'](archive, { documentId: tu, on: day }, CLERK)
    expect(await on('2021-08-31')).toMatchObject({ status: 'in-force', by: null, acts: [] })
    expect(await on('2021-09-01')).toMatchObject({ status: 'amended', by: { id: other } })
    const now = await on(null)
    expect(now).toMatchObject({ status: 'replaced', by: { id: later } })
    expect(now.acts.map((act) => [act.status, act.by.id])).toEqual([
      ['replaced', later],
      ['amended', other]
    ])
    const node = async (day: string | null) =>
      (await handlers['lineage.trace'](archive, { ...TRACE, documentId: tu, on: day }, CLERK)).nodes[0]?.validity
    expect([await node('2021-08-31'), await node('2021-09-15'), await node(null)]).toEqual([
      'in-force',
      'amended',
      'replaced'
    ])
  })

  test('the export holds the whole chain, or the path alone', async () => {
    const archive = await office()
    const { hu, xa, tw } = await chain(archive)
    const asked = { ...TRACE, documentId: hu, to: null, format: 'csv' } as const
    const csv = Buffer.from((await handlers['lineage.export'](archive, asked, CLERK)).base64, 'base64').toString()
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(4)
    const path = await handlers['lineage.export'](archive, { ...asked, documentId: xa, to: tw, format: 'json' }, CLERK)
    expect(path.name).toBe('luoc-do_34-cv-du.json')
    const { nodes, edges } = JSON.parse(Buffer.from(path.base64, 'base64').toString())
    expect([nodes.length, edges.length]).toEqual([4, 3])
  })
})

const ASKED = { level: null, issuer: null, excused: false, offset: 0, limit: 50 } as const

describe('directives nobody answers', () => {
  const list = async (archive: OpenedArchive, more = {}) =>
    await directiveHandlers['worklist.unanswered'](archive, { ...ASKED, ...more }, CLERK)
  const ids = async (archive: OpenedArchive, more = {}) =>
    (await list(archive, more)).rows.map((row) => row.document.id)

  test('wait until a paper of the district carries them out; a commune alone is no answer', async () => {
    const archive = await office('2021-09-20')
    const tw = await file(archive, { number: '35', symbol: 'NQ/TW', issuedOn: '2021-01-05' })
    const tu = await file(archive, { number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09' })
    await file(archive, { number: '9', symbol: 'BC/TU', issuedOn: '2021-03-01', type: 'bao-cao' })
    await file(archive, { number: '900', symbol: 'CV/TU', issuedOn: '2021-09-10' })
    const xa = await file(archive, { number: '34', symbol: 'CV/ĐU', issuedOn: '2021-08-20' })
    await cite(archive, xa, tu, 'implements')
    expect(await ids(archive)).toEqual([tw, tu])
    expect((await list(archive)).rows[1]).toMatchObject({ since: '2021-08-09', ageDays: 42, excuse: null })
    const hu = await file(archive, { number: '221', symbol: 'CV/HU', issuedOn: '2021-09-12', direction: 'outgoing' })
    await cite(archive, hu, tw, 'mentions')
    await cite(archive, hu, tu, 'implements')
    expect(await ids(archive)).toEqual([tw])
    expect((await list(archive)).issuers).toEqual([{ issuer: 'Ban Bí thư', level: 'TW', count: 1 }])
    expect(await ids(archive, { level: 'TU' })).toEqual([])
  })

  test('the centre’s is answered by whoever carries out the province’s paper that hands it down', async () => {
    const archive = await office()
    const { tw, tu, hu } = await chain(archive)
    expect(await ids(archive)).toEqual([])
    const other = await file(archive, { number: '36', symbol: 'NQ/TW', issuedOn: '2021-02-05' })
    const down = await file(archive, { number: '714', symbol: 'CV/TU', issuedOn: '2021-08-10' })
    await cite(archive, down, other, 'implements')
    expect(await ids(archive)).toEqual([other, down])
    await cite(archive, hu, down, 'implements')
    expect(await ids(archive)).toEqual([])
    expect([tw, tu]).not.toContain(other)
  })

  test('the days the office allows are a fact, taken back like any', async () => {
    const archive = await office('2021-09-20')
    const tu = await file(archive, { number: '713', symbol: 'CV/TU', issuedOn: '2021-09-10' })
    expect((await list(archive)).days).toBe(30)
    const { undo: set } = await directiveHandlers['directive.setDays'](archive, { days: 9 }, CLERK)
    expect(await ids(archive)).toEqual([tu])
    await directiveHandlers['directive.setDays'](archive, { days: 10 }, CLERK)
    expect(await ids(archive)).toEqual([])
    expect(set?.what).toBe('answer-days-set')
    undo(archive, archive.ledger.head().seq, CLERK)
    expect((await list(archive)).days).toBe(9)
  })

  test('one that asks nothing is excused with a reason, and required again', async () => {
    const archive = await office()
    const tu = await file(archive, { number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09' })
    const counts = async () => (await citationHandlers['worklist.counts'](archive, {}, CLERK)).counts.unanswered
    expect(await counts()).toBe(1)
    const { undo: excused } = await directiveHandlers['directive.excuse'](
      archive,
      { documentId: tu, reason: 'Gửi để biết' },
      CLERK
    )
    expect(await counts()).toBe(0)
    expect((await list(archive, { excused: true })).rows).toMatchObject([{ excuse: 'Gửi để biết' }])
    undo(archive, excused?.seq ?? 0, CLERK)
    expect(await ids(archive)).toEqual([tu])
    await directiveHandlers['directive.excuse'](archive, { documentId: tu, reason: 'Gửi để biết' }, CLERK)
    await directiveHandlers['directive.require'](archive, { documentId: tu }, CLERK)
    expect(await ids(archive)).toEqual([tu])
  })

  test('only a superior’s paper that came in can be excused', async () => {
    const archive = await office()
    const own = await file(archive, { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12', direction: 'outgoing' })
    const asked = { documentId: own, reason: 'x' }
    expect(() => directiveHandlers['directive.excuse'](archive, asked, CLERK)).toThrow(/bad-input/)
  })
})
