import { expect, it } from 'vitest'
import { dropView, type SavedView, savedViews, saveView } from '#renderer/features/registers/saved-views.ts'

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

const view = (name: string, text = ''): SavedView => ({
  name,
  chosen: { kind: 'all' },
  bookId: null,
  text,
  view: { sort: 'signed', descending: false, group: 'type', withdrawn: true, detail: true },
  hidden: ['note']
})

it('keeps views of each register under their names, the last saved first, one of a name', () => {
  const store = memory()
  saveView('incoming', view('Chưa ký'), store)
  saveView('incoming', view('Mật khẩn', 'khẩn'), store)
  saveView('outgoing', view('Thông báo'), store)
  saveView('incoming', view('Chưa ký', 'văn phòng'), store)
  expect(savedViews('incoming', store)).toEqual([view('Chưa ký', 'văn phòng'), view('Mật khẩn', 'khẩn')])
  expect(dropView('incoming', 'Chưa ký', store)).toEqual([view('Mật khẩn', 'khẩn')])
  expect(savedViews('outgoing', store)).toEqual([view('Thông báo')])
})

it('holds thirty at most, and takes what cannot be read for none', () => {
  const store = memory()
  for (let n = 1; n <= 40; n++) saveView('incoming', view(`Kiểu ${n}`), store)
  expect(savedViews('incoming', store)).toHaveLength(30)
  expect(savedViews('incoming', store)[0]?.name).toBe('Kiểu 40')
  const broken = (text: string) => ({ getItem: () => text, setItem: () => {} })
  expect(savedViews('incoming', broken('{'))).toEqual([])
  expect(savedViews('incoming', broken('{"name":"x"}'))).toEqual([])
  expect(savedViews('incoming', broken('[1,null,{"name":"x"}]'))).toEqual([])
})
