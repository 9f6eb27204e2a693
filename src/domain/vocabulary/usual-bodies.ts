import type { Level } from './levels.ts'

/** What kind of office a list is for: a district committee (until 30/6/2025), or a commune's since then. */
export type SeedPlace = 'district' | 'commune'
export type SeedKey = string
export type UsualBody = Readonly<{
  key: SeedKey
  name: string
  shortName: string | null
  level: Level
  code: string | null
  aliases: readonly string[]
  places: readonly SeedPlace[]
}>
export type UsualGroup = Readonly<{
  name: string
  aliases: readonly string[]
  members: readonly SeedKey[]
  places: readonly SeedPlace[]
}>

const BOTH = ['district', 'commune'] as const
const DISTRICT = ['district'] as const
const COMMUNE = ['commune'] as const

function body(
  key: SeedKey,
  level: Level,
  places: readonly SeedPlace[],
  name: string,
  code: string | null = null,
  ...aliases: readonly string[]
): UsualBody {
  return { key, name, shortName: null, level, code, aliases, places }
}

/** Bodies a committee's office usually writes to (domain.md §3–§7); the communes and cells are the clerk's to add. */
export const SEED_BODIES: readonly UsualBody[] = [
  body('tu-tt', 'TU', BOTH, 'Thường trực Tỉnh ủy', null, 'TT Tỉnh ủy'),
  body('tu-btv', 'TU', BOTH, 'Ban Thường vụ Tỉnh ủy', 'TU', 'BTV Tỉnh ủy', 'Tỉnh ủy'),
  body('tu-vp', 'TU', BOTH, 'Văn phòng Tỉnh ủy', 'VPTU', 'VP Tỉnh ủy'),
  body('tu-tc', 'TU', BOTH, 'Ban Tổ chức Tỉnh ủy', 'BTCTU', 'BTC Tỉnh ủy'),
  body('tu-tg', 'TU', DISTRICT, 'Ban Tuyên giáo Tỉnh ủy', 'BTGTU', 'BTG Tỉnh ủy'),
  body('tu-dv', 'TU', DISTRICT, 'Ban Dân vận Tỉnh ủy', 'BDVTU', 'BDV Tỉnh ủy'),
  body('tu-tgdv', 'TU', COMMUNE, 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'BTGDVTU'),
  body('tu-kt', 'TU', BOTH, 'Ủy ban Kiểm tra Tỉnh ủy', 'UBKTTU', 'UBKT Tỉnh ủy'),
  body('tu-nc', 'TU', BOTH, 'Ban Nội chính Tỉnh ủy', 'BNCTU', 'BNC Tỉnh ủy'),

  body('hu-tt', 'HU', DISTRICT, 'Thường trực Huyện ủy', null, 'TT Huyện ủy'),
  body('hu-btv', 'HU', DISTRICT, 'Ban Thường vụ Huyện ủy', 'HU', 'BTV Huyện ủy'),
  body('hu-vp', 'HU', DISTRICT, 'Văn phòng Huyện ủy', 'VPHU', 'VP Huyện ủy'),
  body('hu-tc', 'HU', DISTRICT, 'Ban Tổ chức Huyện ủy', 'BTCHU', 'BTC Huyện ủy'),
  body('hu-tg', 'HU', DISTRICT, 'Ban Tuyên giáo Huyện ủy', 'BTGHU', 'BTG Huyện ủy'),
  body('hu-dv', 'HU', DISTRICT, 'Ban Dân vận Huyện ủy', 'BDVHU', 'BDV Huyện ủy'),
  body('hu-kt', 'HU', DISTRICT, 'Ủy ban Kiểm tra Huyện ủy', 'UBKTHU', 'UBKT Huyện ủy'),
  body('hu-ct', 'HU', DISTRICT, 'Trung tâm Chính trị huyện'),
  body('h-hdnd', 'HU', DISTRICT, 'Thường trực Hội đồng nhân dân huyện', 'HĐND', 'TT HĐND huyện', 'HĐND huyện'),
  body('h-ubnd', 'HU', DISTRICT, 'Ủy ban nhân dân huyện', 'UBND', 'UBND huyện'),
  body('h-mttq', 'HU', DISTRICT, 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện', 'MTTQ', 'UBMTTQ huyện', 'BTT UBMTTQ huyện'),
  body('h-ld', 'HU', DISTRICT, 'Liên đoàn Lao động huyện', null, 'LĐLĐ huyện'),
  body('h-pn', 'HU', DISTRICT, 'Hội Liên hiệp Phụ nữ huyện', null, 'Hội LHPN huyện'),
  body('h-nd', 'HU', DISTRICT, 'Hội Nông dân huyện'),
  body('h-ccb', 'HU', DISTRICT, 'Hội Cựu chiến binh huyện', null, 'Hội CCB huyện'),
  body('h-dtn', 'HU', DISTRICT, 'Huyện đoàn', null, 'Đoàn TNCS Hồ Chí Minh huyện'),
  body('h-ca', 'HU', DISTRICT, 'Công an huyện'),
  body('h-qs', 'HU', DISTRICT, 'Ban Chỉ huy Quân sự huyện', null, 'Ban CHQS huyện'),
  body('h-vks', 'HU', DISTRICT, 'Viện Kiểm sát nhân dân huyện', null, 'VKSND huyện'),
  body('h-ta', 'HU', DISTRICT, 'Tòa án nhân dân huyện', null, 'TAND huyện'),
  body('h-bcd35', 'HU', DISTRICT, 'Ban Chỉ đạo 35 huyện', null, 'BCĐ 35 huyện'),
  body('h-vhtt', 'HU', DISTRICT, 'Phòng Văn hóa và Thông tin huyện', null, 'Phòng Văn hóa thông tin', 'Phòng VHTT'),
  body(
    'h-ttvh',
    'HU',
    DISTRICT,
    'Trung tâm Văn hóa, Thông tin và Thể thao huyện',
    null,
    'Trung tâm Văn hóa - Thông tin thể thao'
  ),
  body('h-nv', 'HU', DISTRICT, 'Phòng Nội vụ huyện'),

  body('du-tt', 'XA', COMMUNE, 'Thường trực Đảng ủy', null, 'TT Đảng ủy'),
  body('du-btv', 'XA', COMMUNE, 'Ban Thường vụ Đảng ủy', 'ĐU', 'BTV Đảng ủy'),
  body('du-vp', 'XA', COMMUNE, 'Văn phòng Đảng ủy', 'VPĐU', 'VP Đảng ủy'),
  body('du-xdd', 'XA', COMMUNE, 'Ban Xây dựng Đảng', 'BXDĐ', 'Ban Xây dựng Đảng Đảng ủy'),
  body('du-kt', 'XA', COMMUNE, 'Ủy ban Kiểm tra Đảng ủy', 'UBKTĐU', 'UBKT Đảng ủy'),
  body('x-hdnd', 'XA', COMMUNE, 'Thường trực Hội đồng nhân dân xã', 'HĐND', 'TT HĐND xã', 'HĐND xã'),
  body('x-ubnd', 'XA', COMMUNE, 'Ủy ban nhân dân xã', 'UBND', 'UBND xã'),
  body('x-mttq', 'XA', COMMUNE, 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'MTTQ', 'UBMTTQ xã', 'BTT UBMTTQ xã'),
  body('x-pn', 'XA', COMMUNE, 'Hội Liên hiệp Phụ nữ xã', null, 'Hội LHPN xã'),
  body('x-nd', 'XA', COMMUNE, 'Hội Nông dân xã'),
  body('x-ccb', 'XA', COMMUNE, 'Hội Cựu chiến binh xã', null, 'Hội CCB xã'),
  body('x-dtn', 'XA', COMMUNE, 'Đoàn Thanh niên xã', null, 'Đoàn TNCS Hồ Chí Minh xã'),
  body('x-ca', 'XA', COMMUNE, 'Công an xã'),
  body('x-qs', 'XA', COMMUNE, 'Ban Chỉ huy Quân sự xã', null, 'Ban CHQS xã')
]

export const SEED_GROUPS: readonly UsualGroup[] = [
  {
    name: 'Các tổ chức cơ sở đảng trực thuộc Huyện ủy',
    aliases: [
      'Các tổ chức cơ sở đảng',
      'Các chi, đảng bộ cơ sở',
      'Các TCCS đảng',
      'Các chi bộ, đảng bộ cơ sở trực thuộc'
    ],
    members: [],
    places: DISTRICT
  },
  {
    name: 'Các đ/c Huyện ủy viên',
    aliases: ['Các đồng chí Huyện ủy viên', 'Các đ/c HUV'],
    members: [],
    places: DISTRICT
  },
  {
    name: 'Các đ/c Ủy viên Ban Thường vụ Huyện ủy',
    aliases: ['Các đ/c UVBTV Huyện ủy', 'Các đồng chí Ủy viên Ban Thường vụ Huyện ủy'],
    members: [],
    places: DISTRICT
  },
  {
    name: 'Các ban, Ủy ban Kiểm tra, Văn phòng Huyện ủy',
    aliases: [
      'Các ban, UBKT, VPHU',
      'Các ban, UBKT, Văn phòng Huyện ủy',
      'Các ban, VP, UBKT Huyện ủy',
      'UBKT, các ban, Văn phòng Huyện ủy',
      'Các ban đảng Huyện ủy',
      'Các ban, cơ quan tham mưu, giúp việc Huyện ủy'
    ],
    members: ['hu-tc', 'hu-tg', 'hu-dv', 'hu-kt', 'hu-vp'],
    places: DISTRICT
  },
  {
    name: 'Các ban, Văn phòng Huyện ủy',
    aliases: ['Các ban, VPHU'],
    members: ['hu-tc', 'hu-tg', 'hu-dv', 'hu-vp'],
    places: DISTRICT
  },
  {
    name: 'Mặt trận Tổ quốc và các đoàn thể huyện',
    aliases: [
      'MTTQ, đoàn thể huyện',
      'MTTQ và các đoàn thể huyện',
      'UBMTTQ và các đoàn thể huyện',
      'MTTQ và đoàn thể huyện'
    ],
    members: ['h-mttq', 'h-ld', 'h-pn', 'h-nd', 'h-ccb', 'h-dtn'],
    places: DISTRICT
  },
  { name: 'Ủy ban nhân dân các xã, thị trấn', aliases: ['UBND các xã, thị trấn'], members: [], places: DISTRICT },
  {
    name: 'Các chi bộ, đảng bộ trực thuộc',
    aliases: [
      'Các chi bộ, đảng bộ bộ phận trực thuộc',
      'Các chi bộ trực thuộc',
      'Các tổ chức cơ sở đảng trực thuộc Đảng ủy'
    ],
    members: [],
    places: COMMUNE
  },
  { name: 'Các đ/c Đảng ủy viên', aliases: ['Các đồng chí Đảng ủy viên'], members: [], places: COMMUNE },
  {
    name: 'Các đ/c Ủy viên Ban Thường vụ Đảng ủy',
    aliases: ['Các đồng chí Ủy viên Ban Thường vụ Đảng ủy'],
    members: [],
    places: COMMUNE
  },
  {
    name: 'Ban Xây dựng Đảng, Ủy ban Kiểm tra, Văn phòng Đảng ủy',
    aliases: ['Các cơ quan tham mưu, giúp việc Đảng ủy', 'Các ban, UBKT, Văn phòng Đảng ủy'],
    members: ['du-xdd', 'du-kt', 'du-vp'],
    places: COMMUNE
  },
  {
    name: 'Mặt trận Tổ quốc và các đoàn thể xã',
    aliases: ['MTTQ và các đoàn thể xã', 'UBMTTQ và các đoàn thể xã'],
    members: ['x-mttq', 'x-pn', 'x-nd', 'x-ccb', 'x-dtn'],
    places: COMMUNE
  }
]
