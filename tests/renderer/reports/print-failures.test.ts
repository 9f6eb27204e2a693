import { expect, it } from 'vitest'
import { failureWords } from '#renderer/strings/failures.ts'

it('a printer that is none, or fails, is no broken disk, and other files are the way out', () => {
  const none = failureWords({ code: 'no-printer', detail: {} })
  const hangs = failureWords({ code: 'io-error', detail: { printer: 'time' } })
  for (const said of [none, hangs]) {
    expect(said.happened).toContain('PDF')
    expect(said.todo).toContain('Word, Excel')
  }
  expect(failureWords({ code: 'io-error', detail: {} }).happened).toContain('Ổ đĩa')
})
