import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clause, parseQuery } from '#archive/search/query-language.ts'
import { tokens } from '#archive/search/tokens.ts'
import { memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, fast, full, ids } from './search-support.ts'

const NASTY = [
  ...[
    '"',
    "'",
    '*',
    '^',
    '(',
    ')',
    '{',
    '}',
    '+',
    '-',
    ':',
    '|',
    '\\',
    '%',
    '_',
    ';',
    '--',
    '\0',
    '\u0301',
    '🙂',
    '\ud800'
  ],
  ...[
    'NEAR(',
    'NEAR(a b, 2)',
    'AND',
    'OR',
    'NOT',
    'GẦN',
    'GẦN/3',
    'NEAR/0',
    'VÀ',
    'HOẶC',
    'KHÔNG',
    'subject:',
    'body :',
    'fb',
    'rowid:',
    'cq:'
  ],
  ...[
    'số:',
    'ngày:',
    'người ký:',
    'loại:',
    'nơi nhận:',
    '713-CV/TU',
    '44a',
    '31/02/2021',
    '2021..',
    'năm',
    'Đảng',
    'ủy'
  ]
]
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 })
    ),
    {
      maxLength: 9
    }
  )
  .chain((parts) => fc.constantFrom('', ' ').map((by) => parts.join(by)))

/** In the suite fewer; `SEARCH_STRINGS=10000` tries as many as the goal says. */
const RUNS = Number(process.env.SEARCH_STRINGS ?? 2000)

describe('whatever is typed', () => {
  const archive = memoryArchive(OFFICE)
  archive.file(
    'd1',
    { number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09', subject: 'Đảng ủy năm 2021' },
    'văn bản "một"'
  )
  archive.file('d2', { subject: 'NEAR AND OR NOT body subject rowid', signer: 'Lê Thị Hạnh' }, 'không hoặc và\fhai')

  test('search answers and does not fail', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const quick = fast(archive.db, query)
        const whole = full(archive.db, query)
        expect(quick.total).toBeNull()
        expect(whole.total).toBeGreaterThanOrEqual(whole.hits.length)
        for (const hit of [...quick.hits, ...whole.hits]) {
          for (const [from, to] of hit.snippetMarks)
            expect(0 <= from && from < to && to <= hit.snippet.length).toBe(true)
          const length = hit.document.subject?.length ?? 0
          for (const [from, to] of hit.subjectMarks) expect(0 <= from && from < to && to <= length).toBe(true)
        }
      }),
      { numRuns: RUNS }
    )
  })
})

/** Syllables that share letters, marks and spellings, so that wrong folding or prefixes show. */
const SYLLABLES = [
  'an',
  'án',
  'ăn',
  'anh',
  'nam',
  'năm',
  'ký',
  'kí',
  'kim',
  'quy',
  'quyết',
  'hoà',
  'hòa',
  'đi',
  'di',
  'a',
  'ủy',
  'uỷ',
  '12',
  '1'
]
const syllables = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 7 })
const texts = fc.array(syllables, { minLength: 1, maxLength: 8 })

function terms(text: string): readonly string[] {
  return tokens(text.normalize('NFC')).map((token) => token.term)
}

/** A clause by reading all words; papers of the archives of texts have no register line, so that no field holds. */
function holds(words: readonly string[], clause: Clause): boolean {
  return clause.field === null && stands(words, clause)
}

function stands(words: readonly string[], clause: Clause): boolean {
  const asked = clause.words.map((word) => word.term)
  const parts = clause.near ? cutAs(asked, clause.near.parts) : [asked]
  const starts = parts.map((part) =>
    words.flatMap((_, at) => (part.every((term, i) => words[at + i] === term) ? [at] : []))
  )
  if (starts.some((one) => one.length === 0)) return false
  if (!clause.near) return true
  const { within } = clause.near
  const choose = (chosen: readonly number[]): boolean => {
    const next = starts[chosen.length]
    if (next) return next.some((at) => choose([...chosen, at]))
    const ends = chosen.map((at, index) => at + (parts[index]?.length ?? 0))
    const last = Math.max(...chosen)
    return last - Math.min(...ends) <= within
  }
  return choose([])
}

function cutAs(words: readonly string[], lengths: readonly number[]): readonly (readonly string[])[] {
  let at = 0
  return lengths.map((length) => {
    at += length
    return words.slice(at - length, at)
  })
}

describe('an archive answers as reading every text would', () => {
  test('all words, anywhere', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 }), (bodies, words) => {
        const written = bodies.map((body) => terms(body.join(' ')))
        const expected = written.flatMap((body, index) =>
          terms(words.join(' ')).every((term) => body.includes(term)) ? [`d${index + 1}`] : []
        )
        const answer = full(archiveOfTexts(...bodies.map((body) => body.join(' '))).db, `${words.join(' ')} `)
        if (answer.corrected === null) expect(ids(answer).toSorted()).toEqual(expected.toSorted())
        else expect(expected).toEqual([])
      }),
      { numRuns: 120 }
    )
  })

  test('operators, in place or out of it', () => {
    const piece = fc.constantFrom(
      ...SYLLABLES,
      'HOẶC',
      'KHÔNG',
      'VÀ',
      'GẦN',
      'GẦN/2',
      '|',
      '"',
      '"an ninh"',
      '-an',
      'số:',
      'cq:'
    )
    fc.assert(
      fc.property(texts, fc.array(piece, { minLength: 1, maxLength: 7 }), (bodies, pieces) => {
        const typed = `${pieces.join(' ')} `
        const { alternatives } = parseQuery(typed)
        const expected = bodies.flatMap((body, index) => {
          const words = terms(body.join(' '))
          const answers = alternatives.some((all) => all.every((clause) => holds(words, clause) !== clause.negated))
          return answers || alternatives.length === 0 ? [`d${index + 1}`] : []
        })
        const { db } = archiveOfTexts(...bodies.map((body) => body.join(' ')))
        const answer = full(db, typed)
        if (answer.corrected === null) expect(ids(answer).toSorted()).toEqual(expected.toSorted())
        else expect(expected).toEqual([])
      }),
      { numRuns: Math.max(150, RUNS / 20) }
    )
  })

  test('fields with values of several words, asked for and excluded', () => {
    const ISSUERS = ['tỉnh ủy', 'huyện ủy', 'ban tỉnh', 'ủy ban tỉnh', ''] as const
    const paper = fc.record({ issuer: fc.constantFrom(...ISSUERS), subject: fc.constantFrom('an ninh', 'ninh an', '') })
    const piece = fc.constantFrom(
      ...['cq: tỉnh ủy', 'cq: ủy tỉnh', 'cq: "tỉnh ủy"', 'cq: ủy GẦN/1 tỉnh', 'cq: huyện ủy', 'trích yếu: an ninh'],
      ...['KHÔNG', 'KHÔNG cq: tỉnh ủy', '-cq: tỉnh ủy', '-cq: ban', 'HOẶC', 'VÀ', 'an', 'ninh', 'cq:', '"ninh an"']
    )
    let excluded = 0
    fc.assert(
      fc.property(
        fc.array(paper, { minLength: 1, maxLength: 6 }),
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        (papers, pieces) => {
          const typed = `${pieces.join(' ')} `
          const { alternatives } = parseQuery(typed)
          const archive = memoryArchive(OFFICE)
          papers.forEach((one, index) => {
            archive.file(`d${index + 1}`, { issuer: one.issuer || null, subject: one.subject || null }, '')
          })
          const expected = papers.flatMap((one, index) => {
            const [issuer, subject] = [terms(one.issuer), terms(one.subject)]
            // Everything of a register line can be found without its field, but no row of words goes from one to the other.
            const meets = (clause: Clause) =>
              clause.field === 'issuer'
                ? stands(issuer, clause)
                : clause.field === 'subject'
                  ? stands(subject, clause)
                  : stands(subject, clause) || stands(issuer, clause)
            const answers = (all: readonly Clause[]) => {
              const out = Map.groupBy(
                all.filter((clause) => clause.exclusion !== null),
                (clause) => clause.exclusion
              )
              return (
                all.filter((clause) => clause.exclusion === null).every(meets) &&
                [...out.values()].every((together) => !together.every(meets))
              )
            }
            return alternatives.length === 0 || alternatives.some(answers) ? [`d${index + 1}`] : []
          })
          if (typed.includes('KHÔNG cq: tỉnh ủy')) excluded++
          const answer = full(archive.db, typed)
          if (answer.corrected === null) expect(ids(answer).toSorted()).toEqual(expected.toSorted())
          else expect(expected).toEqual([])
        }
      ),
      { numRuns: Math.max(300, RUNS / 5) }
    )
    expect(excluded).toBeGreaterThan(0)
  })

  test('a phrase, side by side and in order', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 3 }), (bodies, words) => {
        const asked = ` ${terms(words.join(' ')).join(' ')} `
        const expected = bodies.flatMap((body, index) =>
          ` ${terms(body.join(' ')).join(' ')} `.includes(asked) ? [`d${index + 1}`] : []
        )
        const { db } = archiveOfTexts(...bodies.map((body) => body.join(' ')))
        const answer = full(db, `"${words.join(' ')}"`)
        if (answer.corrected === null) {
          expect(ids(answer).toSorted()).toEqual(expected.toSorted())
          expect(ids(fast(db, `"${words.join(' ')}"`)).toSorted()).toEqual(expected.toSorted())
        } else expect(expected).toEqual([])
      }),
      { numRuns: 120 }
    )
  })

  test('the beginning of a last word finds what begins so', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('a', 'an', 'k', 'ki', 'ky', 'qu', 'quy', 'quye', 'n', 'h', 'u'),
        (bodies, beginning) => {
          const begins = (word: string) => {
            const [token] = tokens(word)
            return (
              token !== undefined &&
              (token.typed.startsWith(beginning) || token.term.startsWith(terms(beginning)[0] ?? ''))
            )
          }
          const expected = bodies.flatMap((body, index) => (body.some(begins) ? [`d${index + 1}`] : []))
          const answer = full(archiveOfTexts(...bodies.map((body) => body.join(' '))).db, beginning)
          expect(parseQuery(beginning).alternatives).toHaveLength(1)
          if (answer.corrected === null) expect(ids(answer).toSorted()).toEqual(expected.toSorted())
          else expect(expected).toEqual([])
        }
      ),
      { numRuns: 120 }
    )
  })
})
