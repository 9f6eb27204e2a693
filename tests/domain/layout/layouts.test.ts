import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/layout/read-document.ts'
import { composed, LAYOUTS, type Layout } from './compose-paper.ts'
import { SAMPLES, summary } from './papers.ts'

// Reading order is not zone order (domain.md §5): each paper is read alike in whatever order an extractor gives its columns.
describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
  test.each(Object.keys(LAYOUTS) as Layout[])('%s', (layout) => {
    const read = summary(readDocument(composed(sample.paper, layout), { today: '2026-12-31' }))
    expect(read).toMatchObject(sample.expected)
  })
})
