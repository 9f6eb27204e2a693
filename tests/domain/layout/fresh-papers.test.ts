import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/layout/read-document.ts'
import { composed, LAYOUTS, type Layout } from './compose-paper.ts'
import { FRESH_PAPERS } from './fresh-papers.ts'
import { summary } from './papers.ts'

// Every level, body and time; each in every reading order an extractor gives (domain.md §5).
describe.each(FRESH_PAPERS.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
  test.each(Object.keys(LAYOUTS) as Layout[])('%s', (layout) => {
    expect(summary(readDocument(composed(sample.paper, layout), { today: '2026-12-31' }))).toMatchObject(
      sample.expected
    )
  })
})
