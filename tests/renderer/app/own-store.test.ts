import { afterEach, expect, it } from 'vitest'
import { ownStore, passingStore, setWhose } from '#renderer/app/own-store.ts'

function disk(start: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(start))
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key)
  }
}
afterEach(() => setWhose(null, false))

it('an office without accounts finds what it looked at from one day to the next', () => {
  const place = disk()
  passingStore(place).setItem('recent', '86-HD/BTGTW')
  expect(passingStore(place).getItem('recent')).toBe('86-HD/BTGTW')
  expect(place.kept.get('recent')).toBe('86-HD/BTGTW')
})

it('with accounts what one looked at is not there for the next, nor on the disk', () => {
  const place = disk({ recent: 'từ trước khi có tài khoản' })
  setWhose('u_vanthu', false)
  expect(passingStore(place).getItem('recent')).toBeNull()
  passingStore(place).setItem('recent', 'văn bản hạn chế')
  // A page that locked and is opened again by the same person.
  setWhose('u_vanthu', false)
  expect(passingStore(place).getItem('recent')).toBe('văn bản hạn chế')
  setWhose('u_chuyenvien', false)
  expect(passingStore(place).getItem('recent')).toBeNull()
  setWhose('u_vanthu', false)
  expect(passingStore(place).getItem('recent')).toBeNull()
  expect([...place.kept]).toEqual([])
})

it('what was put by under a name is its own alone; what was there before goes to who asks first', () => {
  const place = disk({ saved: 'cũ' })
  setWhose('u_vanthu', false)
  expect(ownStore(place).getItem('saved')).toBe('cũ')
  ownStore(place).setItem('saved', 'của văn thư')
  setWhose('u_chuyenvien', false)
  expect(ownStore(place).getItem('saved')).toBeNull()
  setWhose('u_vanthu', false)
  expect(ownStore(place).getItem('saved')).toBe('của văn thư')
  expect(place.kept.has('saved')).toBe(false)
})

it('beside an encrypted archive nothing that was looked at goes to the disk, and what lay there goes', () => {
  const place = disk({ recent: 'từ trước khi mã hóa' })
  setWhose(null, true)
  expect(passingStore(place).getItem('recent')).toBeNull()
  passingStore(place).setItem('recent', '221-CV/HU')
  expect(passingStore(place).getItem('recent')).toBe('221-CV/HU')
  expect([...place.kept]).toEqual([])
  setWhose(null, false)
  expect(passingStore(place).getItem('recent')).toBeNull()
})
