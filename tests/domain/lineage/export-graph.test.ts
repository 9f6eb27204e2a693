import { expect, test } from 'vitest'
import { lineageCsv, lineageGraphml } from '#domain/lineage/export-graph.ts'
import type { LineageEdge, LineageNode } from '#domain/lineage/graph.ts'

const plain = { documentType: null, issuedOn: null, issuer: null, level: null, subject: null, held: true } as const
const nodes: readonly LineageNode[] = [
  {
    ...plain,
    id: 'd_1',
    reference: '221-CV/HU',
    issuedOn: '2021-08-12',
    level: 'HU',
    subject: 'Về "mạng", <xã hội> & khác\u0001'
  },
  { ...plain, id: 'stub:1', reference: '=86-HD/BTGTW', held: false }
]
const edges: readonly LineageEdge[] = [
  { from: 'd_1', to: 'stub:1', relation: 'implements', status: 'missing', quote: 'Thực hiện\nHướng dẫn "86", của Ban' }
]

test('a CSV line holds both ends, the relation and the sentence; no cell is run as a formula', () => {
  expect(lineageCsv({ nodes, edges })).toBe(
    '\uFEFFfrom,from_issued_on,relation,relation_name,status,to,to_issued_on,to_held,quote,from_id,to_id\r\n' +
      `221-CV/HU,2021-08-12,implements,thực hiện,missing,'=86-HD/BTGTW,,false,"Thực hiện\nHướng dẫn ""86"", của Ban",d_1,stub:1\r\n`
  )
})

test('GraphML names each key once and escapes what XML cannot hold', () => {
  const text = lineageGraphml({ nodes, edges })
  const keys = [...text.matchAll(/<key id="([^"]+)"/g)].map((one) => one[1])
  expect(new Set(keys).size).toBe(keys.length)
  for (const [, used] of text.matchAll(/<data key="([^"]+)"/g)) expect(keys).toContain(used)
  expect(text).toContain('Về &#34;mạng&#34;, &#60;xã hội&#62; &#38; khác<')
  expect(text).toContain('<edge id="e1" source="d_1" target="stub:1">')
  expect(text).not.toMatch(/[\u0000-\u0008]/)
})
