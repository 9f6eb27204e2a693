import { describe, expect, it } from 'vitest'
import type { DossierLine } from '#contract/operations/dossiers.ts'
import { dossierState, factLines, forHandOver } from '#renderer/features/store/export-result.ts'

const dossier = (code: string, documents: number, closedOn: string | null) =>
  ({ code, documents, closedOn }) as DossierLine

describe('what an export wrote', () => {
  it('is listed as asked, numbers as an office writes them', () => {
    const detail = { documents: 12_345, bytes: 2_256_519, head: '822238fa8559939005be83d600e37a12', seq: 123 }
    expect(factLines(detail, ['documents', 'missing', 'bytes', 'head'])).toEqual([
      ['Văn bản', '12.345'],
      ['Dung lượng', '2,3 MB'],
      ['Mã dòng cuối', '822238fa85599390']
    ])
  })
})

describe('dossiers to hand over', () => {
  it('stand closed ones first, empty ones last', () => {
    const list = [dossier('a', 0, '2021-12-31'), dossier('b', 2, null), dossier('c', 1, '2021-12-31')]
    expect(forHandOver(list).map((one) => one.code)).toEqual(['c', 'b', 'a'])
    expect(list.map(dossierState)).toEqual(['trống, không giao', 'chưa kết thúc', 'kết thúc 31/12/2021'])
  })
})
