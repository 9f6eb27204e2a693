import { describe, expect, test } from 'vitest'
import { buildIndex, isPlaceholder } from '#archive/directory/directory-index.ts'
import { seedDirectory, seedEvents } from '#archive/directory/seed-directory.ts'
import type { BodyId, GroupId } from '#contract/ids.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

const ON = '2021-08-12'

function indexOf(office = OFFICE, more: readonly Partial<Body>[] = []) {
  let n = 0
  const events = seedEvents(office, (letter) => `${letter}_${String(++n).padStart(6, '0')}`)
  const bodies = events.flatMap((event) => (event.kind === 'body-saved' ? [event.data.body] : []))
  const groups: Group[] = events.flatMap((event) => (event.kind === 'group-saved' ? [event.data.group] : []))
  const [first] = bodies
  if (!first) throw new Error('no bodies')
  const added = more.map((body, at) => ({ ...first, aliases: [], ...body, id: `b_added${at}` as BodyId }))
  return buildIndex([...bodies, ...added], groups, office)
}

function found(name: string, index = indexOf(), groupsFirst = false): readonly string[] | string {
  const match = index.find(name, ON, groupsFirst)
  return match.kind === 'unknown' ? 'unknown' : match.bodies.map((body) => body.name)
}

describe('names of Nơi nhận lines in the usual directory', () => {
  test.each([
    ['TT HĐND huyện', 'Thường trực Hội đồng nhân dân huyện'],
    ['HĐND huyện', 'Thường trực Hội đồng nhân dân huyện'],
    ['UBND huyện', 'Ủy ban nhân dân huyện'],
    ['UBND huyện Đam Rông', 'Ủy ban nhân dân huyện'],
    ['Uỷ ban nhân dân huyện', 'Ủy ban nhân dân huyện'],
    ['UBMTTQVN huyện', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện'],
    ['Ban Thường trực Ủy ban MTTQ Việt Nam huyện', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện'],
    ['VPHU', 'Văn phòng Huyện ủy'],
    ['VP Huyện ủy', 'Văn phòng Huyện ủy'],
    ['Ban Tổ chức HU', 'Ban Tổ chức Huyện ủy'],
    ['UBKT Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy'],
    ['Thường trực Tỉnh ủy Lâm Đồng', 'Thường trực Tỉnh ủy'],
    ['Các đồng chí Thường trực Huyện ủy', 'Thường trực Huyện ủy'],
    ['Phòng Văn hóa thông tin', 'Phòng Văn hóa và Thông tin huyện'],
    ['Trung tâm Văn hóa - Thông tin & thể thao huyện', 'Trung tâm Văn hóa, Thông tin và Thể thao huyện'],
    ['Ban CHQS huyện', 'Ban Chỉ huy Quân sự huyện']
  ])('%s → %s', (name, body) => {
    expect(found(name)).toEqual([body])
  })

  test.each(['Hợp tác xã Tân Tiến', 'Ban Tổ chức', 'Sở Nội vụ', 'UBND huyện Lạc Dương', 'Đảng ủy xã Rô Men'])(
    '%s is not guessed',
    (name) => {
      expect(found(name)).toBe('unknown')
    }
  )

  test('a group by another order or shorthand of its name', () => {
    const offices = [
      'Ban Tổ chức Huyện ủy',
      'Ban Tuyên giáo Huyện ủy',
      'Ban Dân vận Huyện ủy',
      'Ủy ban Kiểm tra Huyện ủy',
      'Văn phòng Huyện ủy'
    ]
    for (const name of ['Các ban, UBKT, VPHU', 'Các ban, VP, UBKT Huyện ủy', 'UBKT, các ban, Văn phòng Huyện ủy']) {
      expect([name, found(name, indexOf(), true)]).toEqual([name, offices])
    }
  })

  test('two bodies of one name: the one that is there on that day, else nobody', () => {
    const past = { name: 'Phòng Y tế', validTo: '2019-12-31' }
    const now = { name: 'Phòng Y tế', validFrom: '2020-01-01' }
    const index = indexOf(OFFICE, [past, now])
    const on = (day: string) => {
      const match = index.find('Phòng Y tế', day, false)
      return match.kind === 'unknown' ? 'unknown' : match.bodies.map((body) => body.validFrom)
    }
    expect(on('2021-01-01')).toEqual(['2020-01-01'])
    expect(on('2018-01-01')).toEqual([null])
    expect(found('Phòng Y tế', indexOf(OFFICE, [{ name: 'Phòng Y tế' }, { name: 'Phòng Y tế' }]))).toBe('unknown')
  })
})

describe('the usual directory', () => {
  test('fits the office: a commune has its own boards, no district ones', () => {
    const commune = { ...OFFICE, name: 'Đảng ủy xã Đam Rông', level: 'XA', code: 'ĐU' } as const
    const names = seedDirectory(commune).bodies.map((body) => body.name)
    expect(names).toContain('Ban Xây dựng Đảng')
    expect(names.filter((name) => /huyện/i.test(name))).toEqual([])
    expect(found('UBND xã', indexOf(commune))).toEqual(['Ủy ban nhân dân xã'])
    expect(found('Ủy ban nhân dân xã Đam Rông', indexOf(commune))).toEqual(['Ủy ban nhân dân xã'])
  })

  test('communes wait for their names: in their groups already, sent to by nobody before', () => {
    const { bodies, groups } = seedDirectory(OFFICE)
    const waiting = bodies.filter(isPlaceholder)
    expect(waiting.map((body) => body.name)).toEqual(
      expect.arrayContaining(['Đảng ủy thị trấn …', 'Đảng ủy xã … (1)', 'UBND xã … (8)'])
    )
    expect(waiting.every((body) => body.note?.includes('Huyện ủy Đam Rông'))).toBe(true)
    const cells = groups.find((group) => group.aliases.includes('Các chi, đảng bộ cơ sở'))
    expect(cells?.members.map((index) => bodies[index]?.name)).toEqual(
      expect.arrayContaining(['Đảng ủy Công an huyện', 'Đảng ủy xã … (1)'])
    )
    const sentTo = found('Các chi, đảng bộ cơ sở', indexOf(), true)
    expect(sentTo).toContain('Đảng ủy Công an huyện')
    expect(String(sentTo)).not.toContain('…')
    expect(found('Đảng ủy xã … (1)')).toBe('unknown')
  })

  test('each stands under another, a town has its own words for unit and committee', () => {
    const { bodies } = seedDirectory(OFFICE)
    const under = (name: string) => bodies[bodies.find((body) => body.name === name)?.parent ?? -1]?.name
    expect(under('Phòng Nội vụ huyện')).toBe('Ủy ban nhân dân huyện')
    expect(under('Ban Tổ chức Huyện ủy')).toBe('Ban Thường vụ Huyện ủy')
    const town = seedDirectory({ ...OFFICE, name: 'Thị ủy An Khê' })
    const names = [...town.bodies.map((body) => body.name), ...town.groups.map((group) => group.name)]
    expect(names).toEqual(
      expect.arrayContaining(['Ban Tổ chức Thị ủy', 'Công an thị xã', 'Thị đoàn', 'Đảng ủy phường …'])
    )
    expect(names.filter((name) => /huyện/iu.test(name))).toEqual([])
    const ward = seedDirectory({ ...OFFICE, name: 'Đảng ủy phường Bắc Gianh', level: 'XA' })
    expect(ward.bodies.map((body) => body.name)).toEqual(
      expect.arrayContaining(['Ủy ban nhân dân phường', 'Chi bộ khu phố … (1)'])
    )
  })

  test('no name or alias means two things', () => {
    for (const office of [OFFICE, { ...OFFICE, name: 'Đảng ủy xã Đam Rông', level: 'XA' } as const]) {
      const index = indexOf(office)
      const { bodies, groups } = seedDirectory(office)
      for (const body of bodies.filter((one) => !isPlaceholder(one))) {
        for (const name of [body.name, ...body.aliases]) expect([name, found(name, index)]).toEqual([name, [body.name]])
      }
      for (const group of groups) {
        for (const name of [group.name, ...group.aliases]) {
          const match = index.find(name, ON, true)
          expect([name, match.kind === 'bodies' ? match.groupName : null]).toEqual([name, group.name])
        }
      }
    }
  })

  test('as facts: each with an id of its own, members by id', () => {
    let n = 0
    const events = seedEvents(OFFICE, (letter) => `${letter}_${String(++n).padStart(6, '0')}`)
    const ids = new Set(events.flatMap((event) => (event.kind === 'body-saved' ? [event.data.body.id as string] : [])))
    const members = events.flatMap((event) => (event.kind === 'group-saved' ? event.data.group.members : []))
    expect(members.length).toBeGreaterThan(10)
    expect(members.filter((member) => !ids.has(member.bodyId))).toEqual([])
    const groupIds = events.flatMap((event) => (event.kind === 'group-saved' ? [event.data.group.id as GroupId] : []))
    expect(new Set(groupIds).size).toBe(groupIds.length)
  })
})
