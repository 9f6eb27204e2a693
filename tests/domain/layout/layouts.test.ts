import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/layout/read-document.ts'
import { composed, LAYOUTS, type Layout } from './compose-paper.ts'
import { SAMPLES, summary } from './papers.ts'

// Reading order is not zone order (domain.md §5): each paper is read alike in whatever order an extractor gives its columns.
describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
  test.each(Object.keys(LAYOUTS) as Layout[])('%s', (layout) => {
    const draft = readDocument(composed(sample.paper, layout), { today: '2026-12-31' })
    expect(summary(draft)).toMatchObject(sample.expected)
    for (const reading of [
      draft.reference,
      draft.issuedOn,
      draft.documentType,
      draft.issuer,
      draft.subject,
      draft.signer
    ]) {
      expect(reading?.certainty).toBe('sure')
    }
  })
})
