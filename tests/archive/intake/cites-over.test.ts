import { expect, test } from 'vitest'
import { citesOver } from '#archive/intake/cites-over.ts'
import { citationsOf } from '#archive/store/citations.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

function text(own: string, day: string, cites: string): string {
  return `TỈNH ỦY LÂM ĐỒNG\n*\nSố ${own}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nĐà Lạt, ${day}\n\n${cites}\n`
}

/** 12-QĐ/TU of 2019, replaced by 30-QĐ/TU of 01/6/2021. */
function archive(): MemoryArchive {
  const made = memoryArchive(OFFICE)
  const issuer = 'Tỉnh ủy Lâm Đồng'
  made.file('d_old0', { number: '12', symbol: 'QĐ/TU', documentType: 'quyet-dinh', issuedOn: '2019-03-05', issuer })
  made.file(
    'd_new0',
    { number: '30', symbol: 'QĐ/TU', documentType: 'quyet-dinh', issuedOn: '2021-06-01', issuer },
    text(
      '30-QĐ/TU',
      'ngày 01 tháng 6 năm 2021',
      'Quyết định này thay thế Quyết định số 12-QĐ/TU, ngày 05/3/2019 của Tỉnh ủy Lâm Đồng.'
    )
  )
  return made
}

test('a paper that rests on a replaced one is told of it, with what replaced it and when', () => {
  const { db } = archive()
  expect(citationsOf(db, 'd_new0').map((one) => [one.relation, one.to?.id])).toEqual([['replaces', 'd_old0']])
  const cited = [{ relation: 'implements', to: { id: 'd_old0' } } as const]
  expect(citesOver(db, [...cited, ...cited], '2021-08-12', null)).toMatchObject([
    {
      code: 'cites-replaced',
      document: { reference: '12-QĐ/TU' },
      detail: { status: 'replaced', by: '30-QĐ/TU', date: '2021-06-01' }
    }
  ])
})

test('nothing is said on a day it still stood, of the paper that ended it, or of one that ends it again', () => {
  const { db } = archive()
  const to = { id: 'd_old0' }
  expect(citesOver(db, [{ relation: 'implements', to }], '2021-05-31', null)).toEqual([])
  expect(citesOver(db, [{ relation: 'mentions', to }], '2021-08-12', 'd_new0')).toEqual([])
  expect(citesOver(db, [{ relation: 'repeals', to }], '2021-08-12', null)).toEqual([])
  expect(citesOver(db, [{ relation: 'implements', to: { id: 'd_new0' } }], '2021-08-12', null)).toEqual([])
})
