import { describe, expect, it } from 'vitest'
import { countKinds, notCopiedLine, resultLine } from '#renderer/features/filing/job-results.ts'

const result = (code: string, id: string | null = null, detail: Record<string, string> = {}) => ({
  name: 'cv_0417.pdf',
  code,
  id,
  detail
})

describe('what became of a file, in words', () => {
  it('a secret paper was refused and nothing kept', () => {
    const line = resultLine(result('secret-refused'), 0)
    expect(line.kind).toBe('refused')
    expect(line.text).toContain('cv_0417.pdf')
    expect(line.text).toContain('Không giữ lại nội dung')
    expect([line.secret, resultLine(result('file-damaged'), 0).secret]).toEqual([true, false])
  })
  it('a damaged file that waits wants a look; one that was not taken is refused', () => {
    expect(resultLine(result('file-damaged', 'i_abcd'), 0).kind).toBe('unreadable')
    expect(resultLine(result('file-damaged'), 0).kind).toBe('refused')
  })
  it('a duplicate names and opens what is there', () => {
    const line = resultLine(result('duplicate', 'i_abcd', { documentId: 'd_abcd', reference: '87-CV/HU' }), 0)
    expect(line.text).toBe('đã có 87-CV/HU')
    expect(line.documentId).toBe('d_abcd')
  })
  it('a filed one opens its document, a waiting one has none', () => {
    expect(resultLine(result('filed', 'd_abcd'), 0).documentId).toBe('d_abcd')
    expect(resultLine(result('waiting', 'i_abcd'), 0).documentId).toBeNull()
  })
  it('a code no one knows is not said to be fine', () => {
    expect(resultLine(result('something-new'), 0).kind).toBe('refused')
  })
  it('a file that never arrived is refused with its reason', () => {
    const line = notCopiedLine(
      { name: 'a.pdf', failure: { ok: false, code: 'disk-full', detail: { name: 'a.pdf' } } },
      0
    )
    expect(line.kind).toBe('refused')
    expect(line.text).toContain('Ổ đĩa đã đầy')
  })
})

it('counts each kind from what the job counted', () => {
  const counts = { waiting: 3, filed: 2, duplicate: 1, unreadable: 4, 'file-damaged': 2, 'secret-refused': 1 }
  const notCopied = [{ name: 'a.pdf', failure: { ok: false, code: 'disk-full', detail: {} } }] as const
  expect(countKinds({ counts, refused: 2 }, notCopied)).toEqual({
    waiting: 3,
    filed: 2,
    duplicate: 1,
    unreadable: 5,
    refused: 3
  })
  expect(countKinds(null, [])).toEqual({ waiting: 0, filed: 0, duplicate: 0, unreadable: 0, refused: 0 })
})
