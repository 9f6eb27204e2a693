import { describe, expect, it } from 'vitest'
import type { RegisterRow } from '#contract/operations/registers.ts'
import { fitColumns } from '#renderer/components/table/fit-columns.ts'
import { groupFacts, groupName } from '#renderer/features/registers/register-groups.ts'
import { boundsOf, type Period, periodChoices } from '#renderer/features/registers/register-period.ts'
import { subjectLine, subjectParts } from '#renderer/features/registers/subject-line.ts'

const year = (key: string, count = 1): Period => ({
  key,
  kind: 'year',
  from: `${key}-01-01`,
  to: `${key}-12-31`,
  count
})
const term: Period = { key: 'term-2020-08-01', kind: 'term', from: '2020-08-01', to: '2025-07-31', count: 1275 }

describe('books', () => {
  it('open at the newest of their kind: incoming by year, outgoing by term', () => {
    const periods = [term, year('2025'), year('2024')]
    expect(boundsOf({ kind: 'newest' }, periods, 'year').value).toBe('2025')
    expect(boundsOf({ kind: 'newest' }, periods, 'term').name).toBe('Nhiệm kỳ 2020–2025')
    expect(boundsOf({ kind: 'newest' }, [year('2025')], 'term').value).toBe('2025')
  })
  it('are all of it where there is none, and days where days were chosen', () => {
    expect(boundsOf({ kind: 'newest' }, [], 'year')).toMatchObject({ from: null, to: null, value: 'all' })
    expect(boundsOf({ kind: 'days', from: '2021-08-01', to: null }, [term], 'year')).toMatchObject({
      from: '2021-08-01',
      to: null,
      name: 'Từ 01/08/2021'
    })
  })
  it('that are gone fall back to the newest', () => {
    expect(boundsOf({ kind: 'book', key: '1999' }, [year('2025')], 'year').value).toBe('2025')
  })
  it('are offered with their counts', () => {
    expect(periodChoices([term], { kind: 'newest' }).map((one) => one.text)).toEqual([
      'Nhiệm kỳ 2020–2025 (1.275 số)',
      'Mọi năm',
      'Từ ngày … đến ngày …'
    ])
  })
})

describe('groups', () => {
  it('are named as a person says them', () => {
    expect(groupName('2021-08-30', 'day')).toBe('Thứ Hai, 30/08/2021')
    expect(groupName('2021-08', 'month')).toBe('Tháng 8/2021')
    expect(groupName('cong-van', 'type')).toBe('Công văn')
    expect(groupName('Ban Thường vụ Tỉnh ủy', 'author')).toBe('Ban Thường vụ Tỉnh ủy')
  })
  it('without a key say what is missing', () => {
    expect(groupName('', 'day')).toBe('Không ghi ngày')
    expect(groupName('', 'author')).toBe('Không ghi tác giả')
    expect(groupName('', 'type')).toBe('Chưa rõ thể loại')
  })
  it('count what stands and what was withdrawn apart', () => {
    const row = (arrivalNumber: number | null, withdrawn: boolean) =>
      ({ document: { arrivalNumber, withdrawn } }) as unknown as RegisterRow
    expect(groupFacts([row(1270, false), row(1267, true), row(1269, false)])).toBe('2 văn bản, 1 đã rút · số 1267–1270')
    expect(groupFacts([row(null, false)])).toBe('1 văn bản')
  })
})

describe('subjects', () => {
  it('begin with their type, a letter with "về việc"', () => {
    expect(subjectLine('ke-hoach', 'thực hiện Kết luận số 58-KL/TW')).toBe('Kế hoạch thực hiện Kết luận số 58-KL/TW')
    expect(subjectLine('cong-van', 'Tăng cường công tác chỉ đạo')).toBe('Công văn về việc tăng cường công tác chỉ đạo')
    expect(subjectLine('cong-van', 'V/v báo cáo tiến độ')).toBe('V/v báo cáo tiến độ')
  })
  it('that say it themselves stay, as do those of unknown type', () => {
    expect(subjectLine('bao-cao', 'Báo cáo kết quả')).toBe('Báo cáo kết quả')
    expect(subjectLine(null, 'Tăng cường')).toBe('Tăng cường')
    expect(subjectLine('cong-van', 'UBND huyện báo cáo')).toBe('Công văn về việc UBND huyện báo cáo')
  })
  it('keep their length, so that marks keep their places', () => {
    const subject = 'Ổn định tình hình'
    expect(subjectParts('cong-van', subject).subject).toHaveLength(subject.length)
  })
})

describe('columns', () => {
  const column = (id: string, width: number | null, always = false) => ({
    id,
    title: id,
    width,
    always,
    cell: () => null
  })
  const all = [column('so', 100, true), column('trich', null, true), column('chuyen', 100), column('tacgia', 200)]
  it('are given up one after another until the subject has its room', () => {
    const ids = (width: number) => fitColumns(all, ['chuyen', 'tacgia', 'so'], width).map((one) => one.id)
    expect(ids(900)).toEqual(['so', 'trich', 'chuyen', 'tacgia'])
    expect(ids(650)).toEqual(['so', 'trich', 'tacgia'])
    expect(ids(450)).toEqual(['so', 'trich'])
    expect(ids(100)).toEqual(['so', 'trich'])
  })
})
