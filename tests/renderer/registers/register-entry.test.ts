import { describe, expect, it } from 'vitest'
import type { RegisterBlank, RegisterRow } from '#contract/operations/registers.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { INLINE_FIELDS, inlineText, withInline } from '#renderer/features/registers/inline-fields.ts'
import { entriesOf, entryKey, offsetOf } from '#renderer/features/registers/register-entry.tsx'
import { dropView, type SavedView, savedViews, saveView } from '#renderer/features/registers/saved-views.ts'

type Page = Readonly<{ rows: RegisterRow[]; blanks: RegisterBlank[] }>
const row = (id: string) => ({ document: { id }, group: '' }) as unknown as RegisterRow
const blank = (id: string, before: number) => ({ blank: { id }, before, group: '' }) as unknown as RegisterBlank

describe('lines of a register', () => {
  const keys = (pages: ReadonlyMap<number, Page>, total: number, size: number) =>
    entriesOf({ pages, total, size }).entries.map((one) => one && entryKey(one))

  it('hold numbers without a document at their places, those between two pages once', () => {
    const pages = new Map<number, Page>([
      [0, { rows: [row('d1'), row('d2')], blanks: [blank('n1', 0), blank('n2', 2)] }],
      [1, { rows: [row('d3')], blanks: [blank('n2', 2), blank('n3', 3), blank('n4', 3)] }]
    ])
    expect(keys(pages, 3, 2)).toEqual(['n1', 'd1', 'd2', 'n2', 'd3', 'n3', 'n4'])
    expect(keys(new Map([[0, { rows: [], blanks: [blank('n1', 0)] }]]), 0, 2)).toEqual(['n1'])
    expect(entriesOf(null)).toEqual({ entries: [], starts: [] })
  })

  it('are as many as there are while only some pages are known, each at its place', () => {
    const pages = new Map<number, Page>([
      [0, { rows: [row('d1'), row('d2')], blanks: [blank('n1', 1)] }],
      [2, { rows: [row('d5'), row('d6')], blanks: [blank('n2', 4)] }]
    ])
    expect(keys(pages, 7, 2)).toEqual(['d1', 'n1', 'd2', null, null, 'n2', 'd5', 'd6', null])
    const { starts } = entriesOf({ pages, total: 7, size: 2 })
    expect(starts).toEqual([0, 3, 5, 8])
    expect([0, 3, 4, 5, 7, 8].map((at) => offsetOf(starts, at, 2))).toEqual([0, 2, 3, 4, 5, 6])
    expect(offsetOf([], 3, 2)).toBe(1)
  })

  it('tell of a paper once, where two pages were asked at different times', () => {
    const pages = new Map<number, Page>([
      [0, { rows: [row('d0'), row('d1')], blanks: [] }],
      [1, { rows: [row('d1'), row('d2')], blanks: [] }]
    ])
    expect(keys(pages, 4, 2)).toEqual(['d0', 'd1', null, 'd2'])
  })
})

describe('a correction in the row', () => {
  const form = { subject: 'cũ', copies: 3, note: null } as unknown as DocumentForm
  const field = (name: string) => {
    const found = INLINE_FIELDS.outgoing.find((one) => one.field === name)
    if (!found) throw new Error(name)
    return found
  }

  it('changes the one field, in NFC, white space made one', () => {
    expect(withInline(form, field('subject'), '  tăng cường\n quản lý ')?.subject).toBe('tăng cường quản lý')
    expect(withInline(form, field('subject'), 'a')).toMatchObject({ copies: 3, note: null })
    expect(withInline(form, field('note'), ' ')?.note).toBeNull()
  })

  it('takes a count for a count only', () => {
    expect(withInline(form, field('copies'), '12')?.copies).toBe(12)
    expect(withInline(form, field('copies'), '')?.copies).toBeNull()
    for (const text of ['mười', '-1', '1,5', '12345']) expect(withInline(form, field('copies'), text)).toBeNull()
    expect(inlineText(form, field('copies'))).toBe('3')
    expect(inlineText(form, field('note'))).toBe('')
  })

  it('leaves alone what decides where a line stands', () => {
    const fields = [...INLINE_FIELDS.incoming, ...INLINE_FIELDS.outgoing].map((one) => String(one.field))
    for (const name of ['number', 'symbol', 'issuedOn', 'arrivalNumber', 'arrivedOn'])
      expect(fields).not.toContain(name)
  })
})

describe('saved views', () => {
  const view = (name: string): SavedView => ({
    name,
    chosen: { kind: 'all' },
    bookId: null,
    text: 'x',
    view: { sort: 'number', descending: true, group: 'month', withdrawn: true, detail: false },
    hidden: []
  })

  it('are kept by name, the newest first, and dropped', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text)
    }
    saveView('incoming', view('a'), store)
    saveView('incoming', view('b'), store)
    saveView('incoming', { ...view('a'), text: 'y' }, store)
    expect(savedViews('incoming', store).map((one) => [one.name, one.text])).toEqual([
      ['a', 'y'],
      ['b', 'x']
    ])
    expect(savedViews('outgoing', store)).toEqual([])
    expect(dropView('incoming', 'a', store).map((one) => one.name)).toEqual(['b'])
    for (const broken of ['{', '[1,null,{"name":3}]', '"x"']) {
      kept.set('vankho.register.views.incoming', broken)
      expect(savedViews('incoming', store)).toEqual([])
    }
  })
})
