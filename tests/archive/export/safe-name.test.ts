import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesTaken, safeName } from '#archive/export/safe-name.ts'

describe('names of files for every system', () => {
  it.each([
    ['Công văn 221.pdf', 'Công văn 221.pdf'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['COM¹.txt', '_COM¹.txt'],
    ['console.txt', 'console.txt'],
    ['a/b\\c:d*e?"f<g>h|i.pdf', 'a-b-c-d-e-f-g-h-i.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'.replace(/^[.~-]+/, '')],
    ['tên. . .', 'tên'],
    ['.htaccess', 'htaccess'],
    ['~$tạm.docx', '$tạm.docx'],
    ['gpj.\u202efdp.exe', 'gpj.fdp.exe'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['Cong van'.normalize('NFD'), 'Cong van'],
    ['công văn'.normalize('NFD'), 'công văn'],
    ['', 'tep'],
    ['...', 'tep'],
    ['.pdf', 'pdf']
  ])('%j is written %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('cuts long ones between signs and keeps the ending', () => {
    const long = safeName(`${'ử'.repeat(300)}.pdf`)
    expect(long).toMatch(/^ử+\.pdf$/)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(180)
    expect([...safeName(`${'a'.repeat(500)}.docx`)]).toHaveLength(80)
    expect(safeName(`${'😀'.repeat(100)}.pdf`)).toMatch(/^(?:😀)+\.pdf$/u)
  })

  it('are safe whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(safe).not.toMatch(/^[. ]|[. ]$/)
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(safe.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180)
        expect(safe).toBe(safe.normalize('NFC'))
      }),
      { numRuns: 2000 }
    )
  })

  it('are told apart where letters count the same great or small', () => {
    const names = namesTaken()
    expect(['A.pdf', 'a.PDF', 'a.pdf', 'A_2.PDF', 'ẤN', 'ấn'].map((name) => names.take(name))).toEqual([
      'A.pdf',
      'a_2.PDF',
      'a_3.pdf',
      'A_2_2.PDF',
      'ẤN',
      'ấn_2'
    ])
  })
})
