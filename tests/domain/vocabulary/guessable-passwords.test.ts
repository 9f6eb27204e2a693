import { describe, expect, it } from 'vitest'
import { isGuessable } from '#domain/vocabulary/guessable-passwords.ts'

describe('a password that is tried first', () => {
  it.each([
    '12345678',
    '1234567890',
    '87654321',
    '11111111',
    '12121212',
    'abcabcabc',
    'qwertyuiop',
    'qwerty123',
    '1qaz2wsx',
    'asdfghjkl',
    'asdf1234',
    'abcd1234',
    'Password1',
    'P@ssw0rd',
    'password2026!',
    'admin123',
    'Văn Thư 2026',
    'vanthu123456',
    'Huyện ủy@2026',
    'Mật khẩu 1',
    'VĂN KHỐ 2026',
    'Đam Rông 2021',
    'quantri123'.normalize('NFD')
  ])('%s', (password) => expect(isGuessable(password)).toBe(true))

  it.each([
    'mật khẩu quản trị',
    'một câu khác hẳn',
    'rừng thông buổi sáng',
    'trâu ăn cỏ ngoài đê',
    'huyện ủy có ba cây phượng',
    '20210812-221',
    'kj3-Vx.91pq',
    'aaaaaaab',
    '        ',
    ''
  ])('not %j', (password) => expect(isGuessable(password)).toBe(false))
})
