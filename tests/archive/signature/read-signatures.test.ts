import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSignatures } from '#archive/signature/find-signatures.ts'
import { readSignatures } from '#archive/signature/read-signatures.ts'
import { pdfTime } from '#archive/signature/signing-time.ts'

/** Made with OpenSSL: signed by Tỉnh ủy (RSA, adbe.pkcs7.detached), then by a person (ECDSA, ETSI.CAdES.detached). */
const twice = readFileSync(join(import.meta.dirname, 'files/signed-twice.pdf'))
const REAL = join(import.meta.dirname, '../../../../shared/corpus/state/scans')

describe('digital signatures of a PDF', () => {
  it('says who signed, when, and that the bytes are those signed', async () => {
    const [first, second, ...rest] = await readSignatures(twice)
    expect(rest).toEqual([])
    expect(first).toEqual({
      signer: 'Tỉnh ủy Lâm Đồng',
      organisation: 'Tỉnh Lâm Đồng',
      certifier: 'Tỉnh ủy Lâm Đồng',
      signedAt: '2021-08-09T08:45:12.000Z',
      signedOn: '2021-08-09',
      integrity: 'unchanged',
      timeStamp: false
    })
    expect(second).toMatchObject({ signer: 'Nguyễn Văn An', signedOn: '2021-08-10', integrity: 'unchanged' })
  })

  it('notices every byte changed before or behind a signature', async () => {
    const [one] = findSignatures(twice)
    for (let at = 0; at < twice.length; at += 97) {
      const changed = Buffer.from(twice)
      changed[at] = (changed[at] ?? 0) ^ 1
      const read = await readSignatures(changed)
      const sound = read.length === 2 && read.every((found) => found.integrity === 'unchanged')
      // Filling behind the CMS inside its own string is signed by no one, and says nothing.
      const before = findSignatures(twice).some((found) => inFilling(found.parts[0].length, found.cms.length, at))
      if (sound && !before) throw new Error(`byte ${at} changed unnoticed`)
    }
    expect(one?.parts[0].length).toBeGreaterThan(0)
  })

  it('tells what was added behind the last signature from what was changed', async () => {
    const added = Buffer.concat([twice, Buffer.from('\n11 0 obj\n<< /Type /Annot >>\nendobj\n%%EOF\n')])
    expect((await readSignatures(added)).map((one) => one.integrity)).toEqual(['added-later', 'added-later'])
    expect((await readSignatures(Buffer.concat([twice, Buffer.from('\r\n\n')]))).map((one) => one.integrity)).toEqual([
      'unchanged',
      'unchanged'
    ])
  })

  it('takes a range that hides more than the CMS for no signature', async () => {
    const text = twice.toString('latin1')
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text)
    const wider = text.replace(range?.[0] ?? '', `/ByteRange [0 ${pad(10)} ${range?.[2]} ${range?.[3]}]`)
    expect(findSignatures(Buffer.from(wider, 'latin1'))).toHaveLength(1)
    expect(findSignatures(Buffer.from(text.replace('/ByteRange [0', '/ByteRange [1'), 'latin1'))).toHaveLength(1)
  })

  it('says that a signature cannot be checked where its CMS is rubbish', async () => {
    const [one] = findSignatures(twice)
    if (!one) throw new Error('no signature')
    const broken = Buffer.from(twice)
    broken.fill('0', one.parts[0].length + 1, one.parts[0].length + 400)
    expect((await readSignatures(broken))[0]).toMatchObject({ signer: null, integrity: 'unchecked' })
  })

  it('reads times as PDF writes them', () => {
    expect(pdfTime("D:20250203232725+07'00'")).toEqual({ at: '2025-02-03T16:27:25.000Z', on: '2025-02-03' })
    expect(pdfTime('D:20250203232725Z')).toEqual({ at: '2025-02-03T23:27:25.000Z', on: '2025-02-04' })
    expect(pdfTime('D:20250203')).toEqual({ at: '2025-02-02T17:00:00.000Z', on: '2025-02-03' })
    expect(pdfTime('yesterday')).toBeNull()
    expect(pdfTime('D:20251399')).toBeNull()
  })

  it.runIf(existsSync(REAL))('finds every signature of real signed scans whole', async () => {
    const files = readdirSync(REAL).filter((name) => name.endsWith('.pdf'))
    let signatures = 0
    for (const name of files) {
      for (const one of await readSignatures(readFileSync(join(REAL, name)))) {
        expect(one.integrity, name).toBe('unchanged')
        expect(one.signer, name).not.toBeNull()
        expect(one.signedOn, name).not.toBeNull()
        signatures++
      }
    }
    expect(signatures).toBe(29)
  })
})

function inFilling(before: number, cms: number, at: number): boolean {
  const from = before + 1
  return at >= from && at < from + cms * 2
}

function pad(value: number): string {
  return String(value).padStart(10, '0')
}
