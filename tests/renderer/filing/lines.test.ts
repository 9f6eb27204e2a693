import { describe, expect, it } from 'vitest'
import { lineAt, linesText, takeLines } from '#renderer/features/filing/form/lines.ts'

const evidence = { page: 1, start: 5, end: 20, rule: 'recipients' }
const known = {
  text: 'Ban Tuyên giáo Huyện ủy',
  kind: 'body' as const,
  names: ['Ban Tuyên giáo Huyện ủy'],
  note: null,
  evidence
}

describe('recipients as lines', () => {
  it('an untouched line keeps its place on the page', () => {
    const [first, second] = takeLines('Ban Tuyên giáo Huyện ủy\nLưu VP', [known])
    expect(first?.evidence).toEqual(evidence)
    expect(second?.evidence).toBeNull()
    expect(second?.kind).toBe('file-copy')
  })
  it('a line that was changed is read anew', () => {
    expect(takeLines('Ban Tuyên giáo Tỉnh ủy', [known])[0]?.evidence).toBeNull()
  })
  it('the same line twice is known once', () => {
    const lines = takeLines('Ban Tuyên giáo Huyện ủy\nBan Tuyên giáo Huyện ủy', [known])
    expect(lines.map((line) => line.evidence !== null)).toEqual([true, false])
  })
  it('empty lines are none', () => {
    expect(takeLines('\n  \n', [])).toEqual([])
  })
  it('is shown as it is taken', () => {
    expect(linesText(takeLines('Như kính gửi\nLưu VP', []))).toBe('Như kính gửi\nLưu VP')
  })
})

it('counts the line of the cursor', () => {
  expect(lineAt('a\nb\nc', 0)).toBe(0)
  expect(lineAt('a\nb\nc', 2)).toBe(1)
  expect(lineAt('a\nb\nc', 5)).toBe(2)
})
