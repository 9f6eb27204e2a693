import { describe, expect, it } from 'vitest'
import type { QueryPart, QueryReading } from '#contract/operations/search.ts'
import {
  partsShown,
  partText,
  problemShown,
  withoutPart,
  withSuggestion
} from '#renderer/features/search/query-edit.ts'

const part = (text: string, more: Partial<QueryPart> = {}): QueryPart => ({
  kind: 'words',
  field: null,
  negated: false,
  alternative: 0,
  text,
  within: null,
  from: 0,
  to: text.length,
  ...more
})
const reading = (text: string, more: Partial<QueryReading> = {}): QueryReading => ({
  typed: text,
  text,
  parts: [],
  problems: [],
  help: { field: null, suggestions: [] },
  ...more
})

describe('a part taken out of a query', () => {
  it('leaves the rest as it was typed', () => {
    expect(withoutPart('rừng cq: tỉnh ủy -cháy', { from: 5, to: 16 })).toBe('rừng -cháy')
  })
  it('leaves no HOẶC alone', () => {
    expect(withoutPart('rừng HOẶC cháy', { from: 10, to: 14 })).toBe('rừng')
    expect(withoutPart('rừng HOẶC cháy', { from: 0, to: 4 })).toBe('cháy')
    expect(withoutPart('a HOẶC b HOẶC c', { from: 7, to: 8 })).toBe('a HOẶC c')
  })
})

describe('a suggestion taken', () => {
  it('fills in the field that is being typed, and the caret stands behind it', () => {
    const taken = {
      kind: 'value',
      field: 'issuer',
      text: 'Tỉnh ủy',
      insert: '"Tỉnh ủy"',
      count: 1,
      from: 4,
      to: 8
    } as const
    const done = withSuggestion(reading('cq: tỉnh', { help: { field: 'issuer', suggestions: [taken] } }), taken)
    expect(done).toEqual({ text: 'cq: "Tỉnh ủy" ', caret: 14 })
  })
  it('names its field where plain words were typed, and keeps what stands behind', () => {
    const taken = {
      kind: 'value',
      field: 'issuer',
      text: 'Tỉnh ủy',
      insert: '"Tỉnh ủy"',
      count: 1,
      from: 0,
      to: 7
    } as const
    expect(withSuggestion(reading('tinh uy số: 1'), taken).text).toBe('cq: "Tỉnh ủy" số: 1')
    const field = { kind: 'field', field: 'signer', text: '', insert: '', count: null, from: 5, to: 12 } as const
    expect(withSuggestion(reading('rừng người k'), field)).toEqual({ text: 'rừng người ký: ', caret: 15 })
  })
})

describe('what is shown of a reading', () => {
  it('plain words stand in the field alone, unless there are alternatives', () => {
    const [plain, field] = [part('rừng'), part('tỉnh', { field: 'issuer' })]
    expect(partsShown(reading('', { parts: [plain, field] }))).toEqual([field])
    const or = part('cháy', { alternative: 1 })
    expect(partsShown(reading('', { parts: [plain, or] }))).toEqual([plain, or])
  })
  it('plain words too where they stand in the field in an old encoding', () => {
    const plain = part('văn thư')
    expect(partsShown(reading('văn thư', { typed: 'v¨n th\u00ad', parts: [plain] }))).toEqual([plain])
  })
  it('says in words what each part asks', () => {
    expect(partText(part('tỉnh ủy', { field: 'issuer', kind: 'phrase' }))).toBe('Cơ quan: “tỉnh ủy”')
    expect(partText(part('cháy', { negated: true }))).toBe('không có cháy')
    expect(partText(part('tỉnh ủy', { field: 'issuer', negated: true }))).toBe('trừ Cơ quan: tỉnh ủy')
    expect(partText(part('rừng GẦN/5 cháy', { kind: 'near', within: 5 }))).toBe('rừng gần cháy, cách không quá 5 chữ')
  })
  it('what is wrong is said before what merely does nothing, and that only when typing has gone on', () => {
    const open = { code: 'open-quote', text: 'a', from: 0, to: 2 } as const
    const day = { code: 'bad-date', text: '45', from: 3, to: 5 } as const
    expect(problemShown(reading('', { problems: [open, day] }), 5)).toBe(day)
    expect(problemShown(reading('', { problems: [open] }), 2)).toBeNull()
    expect(problemShown(reading('', { problems: [open] }), 9)).toBe(open)
  })
})
