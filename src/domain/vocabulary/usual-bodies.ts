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
  body('h-vpub', 'HU', DISTRICT, 'Văn phòng HĐND và UBND huyện', null, 'VP HĐND và UBND huyện', 'VP HĐND-UBND huyện'),
  body('h-tckh', 'HU', DISTRICT, 'Phòng Tài chính - Kế hoạch huyện', null, 'Phòng TC-KH huyện'),
  body('h-gd', 'HU', DISTRICT, 'Phòng Giáo dục và Đào tạo huyện', null, 'Phòng GD&ĐT huyện', 'Phòng GDĐT huyện'),
  body('h-ldtb', 'HU', DISTRICT, 'Phòng Lao động - Thương binh và Xã hội huyện', null, 'Phòng LĐTB&XH huyện'),
  body('h-nn', 'HU', DISTRICT, 'Phòng Nông nghiệp và Phát triển nông thôn huyện', null, 'Phòng NN&PTNT huyện'),
  body('h-tnmt', 'HU', DISTRICT, 'Phòng Tài nguyên và Môi trường huyện', null, 'Phòng TN&MT huyện'),
  body('h-tp', 'HU', DISTRICT, 'Phòng Tư pháp huyện'),
  body('h-dt', 'HU', DISTRICT, 'Phòng Dân tộc huyện'),
  body('h-ttr', 'HU', DISTRICT, 'Thanh tra huyện'),
  body('h-yt', 'HU', DISTRICT, 'Trung tâm Y tế huyện', null, 'TTYT huyện'),
  body('h-ctd', 'HU', DISTRICT, 'Hội Chữ thập đỏ huyện', null, 'Hội CTĐ huyện'),

  body('cs-ca', 'XA', DISTRICT, 'Đảng ủy Công an huyện'),
  body('cs-qs', 'XA', DISTRICT, 'Đảng ủy Quân sự huyện'),
  body('cs-cqd', 'XA', DISTRICT, 'Đảng bộ các cơ quan Đảng, đoàn thể huyện', null, 'Đảng bộ Cơ quan Đảng, đoàn thể'),
  body('cs-cqcq', 'XA', DISTRICT, 'Đảng bộ các cơ quan chính quyền huyện', null, 'Đảng bộ Cơ quan chính quyền'),
  body('cs-vks', 'XA', DISTRICT, 'Chi bộ Viện Kiểm sát nhân dân huyện', null, 'Chi bộ VKSND huyện'),
  body('cs-ta', 'XA', DISTRICT, 'Chi bộ Tòa án nhân dân huyện', null, 'Chi bộ TAND huyện'),
  body('cs-yt', 'XA', DISTRICT, 'Đảng bộ Trung tâm Y tế huyện', null, 'Đảng bộ TTYT huyện'),

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
  body('x-qs', 'XA', COMMUNE, 'Ban Chỉ huy Quân sự xã', null, 'Ban CHQS xã'),
  body('x-vp', 'XA', COMMUNE, 'Văn phòng HĐND và UBND xã', null, 'VP HĐND và UBND xã', 'VP HĐND-UBND xã'),
  body('x-kt', 'XA', COMMUNE, 'Phòng Kinh tế xã'),
  body('x-vhxh', 'XA', COMMUNE, 'Phòng Văn hóa - Xã hội xã', null, 'Phòng VHXH xã'),
  body('x-hcc', 'XA', COMMUNE, 'Trung tâm Phục vụ hành chính công xã', null, 'Trung tâm PVHCC xã'),
  body('x-ct', 'XA', COMMUNE, 'Trung tâm Chính trị xã'),
  body('cs-xca', 'XA', COMMUNE, 'Chi bộ Công an xã'),
  body('cs-xqs', 'XA', COMMUNE, 'Chi bộ Quân sự xã'),
  body('cs-xdang', 'XA', COMMUNE, 'Chi bộ các cơ quan Đảng xã', null, 'Chi bộ Cơ quan Đảng'),
  body('cs-xub', 'XA', COMMUNE, 'Chi bộ các cơ quan chính quyền xã', null, 'Chi bộ Cơ quan UBND xã'),
  body('cs-xyt', 'XA', COMMUNE, 'Chi bộ Trạm Y tế xã')
]

/** Whom a body stands under, by key. */
export const SEED_PARENTS: Readonly<Partial<Record<SeedKey, SeedKey>>> = {
  'tu-tt': 'tu-btv',
  'tu-vp': 'tu-btv',
  'tu-tc': 'tu-btv',
  'tu-tg': 'tu-btv',
  'tu-dv': 'tu-btv',
  'tu-tgdv': 'tu-btv',
  'tu-kt': 'tu-btv',
  'tu-nc': 'tu-btv',
  'hu-btv': 'tu-btv',
  'hu-tt': 'hu-btv',
  'hu-vp': 'hu-btv',
  'hu-tc': 'hu-btv',
  'hu-tg': 'hu-btv',
  'hu-dv': 'hu-btv',
  'hu-kt': 'hu-btv',
  'hu-ct': 'hu-btv',
  'h-vhtt': 'h-ubnd',
  'h-ttvh': 'h-ubnd',
  'h-nv': 'h-ubnd',
  'h-vpub': 'h-ubnd',
  'h-tckh': 'h-ubnd',
  'h-gd': 'h-ubnd',
  'h-ldtb': 'h-ubnd',
  'h-nn': 'h-ubnd',
  'h-tnmt': 'h-ubnd',
  'h-tp': 'h-ubnd',
  'h-dt': 'h-ubnd',
  'h-ttr': 'h-ubnd',
  'cs-ca': 'hu-btv',
  'cs-qs': 'hu-btv',
  'cs-cqd': 'hu-btv',
  'cs-cqcq': 'hu-btv',
  'cs-vks': 'hu-btv',
  'cs-ta': 'hu-btv',
  'cs-yt': 'hu-btv',
  'du-btv': 'tu-btv',
  'du-tt': 'du-btv',
  'du-vp': 'du-btv',
  'du-xdd': 'du-btv',
  'du-kt': 'du-btv',
  'x-vp': 'x-ubnd',
  'x-kt': 'x-ubnd',
  'x-vhxh': 'x-ubnd',
  'x-hcc': 'x-ubnd',
  'x-ct': 'du-btv',
  'cs-xca': 'du-btv',
  'cs-xqs': 'du-btv',
  'cs-xdang': 'du-btv',
  'cs-xub': 'du-btv',
  'cs-xyt': 'du-btv'
}

/** Stands for a name the office must fill in: such an entry is sent to by nobody until then. */
export const PLACEHOLDER = '…'

/** Entries that every district or commune has several of, under names only it knows: made `count` times. */
export type SeedPlaceholder = Readonly<{
  key: SeedKey
  name: (unit: string) => string
  unit: 'town' | 'commune' | 'village'
  count: number
  parent: SeedKey
  places: readonly SeedPlace[]
}>

export const SEED_PLACEHOLDERS: readonly SeedPlaceholder[] = [
  { key: 'p-tt', name: (unit) => `Đảng ủy ${unit} …`, unit: 'town', count: 1, parent: 'hu-btv', places: DISTRICT },
  { key: 'p-xa', name: (unit) => `Đảng ủy ${unit} …`, unit: 'commune', count: 8, parent: 'hu-btv', places: DISTRICT },
  { key: 'p-ubtt', name: (unit) => `UBND ${unit} …`, unit: 'town', count: 1, parent: 'h-ubnd', places: DISTRICT },
  { key: 'p-ubxa', name: (unit) => `UBND ${unit} …`, unit: 'commune', count: 8, parent: 'h-ubnd', places: DISTRICT },
  { key: 'p-cb', name: (unit) => `Chi bộ ${unit} …`, unit: 'village', count: 8, parent: 'du-btv', places: COMMUNE }
]

/** What the note of such an entry says. */
export function placeholderNote(place: string): string {
  return `Dòng mẫu cho ${place}: thay dấu … và số bằng tên thật, khi đó mới gửi được.`
}

/** The other district and commune units: how they call themselves, their committee and their youth union. */
export const UNIT_NAMES: readonly Readonly<{
  office: RegExp
  committee: string | null
  unit: string
  youth: string | null
  town: string
  commune: string
  village: string
}>[] = [
  {
    office: /^Thị ủy/iu,
    committee: 'Thị ủy',
    unit: 'thị xã',
    youth: 'Thị đoàn',
    town: 'phường',
    commune: 'xã',
    village: ''
  },
  {
    office: /^Thành ủy/iu,
    committee: 'Thành ủy',
    unit: 'thành phố',
    youth: 'Thành đoàn',
    town: 'phường',
    commune: 'xã',
    village: ''
  },
  {
    office: /^Quận ủy/iu,
    committee: 'Quận ủy',
    unit: 'quận',
    youth: 'Quận đoàn',
    town: 'phường',
    commune: 'phường',
    village: ''
  },
  { office: /phường/iu, committee: null, unit: 'phường', youth: null, town: '', commune: '', village: 'khu phố' },
  { office: /đặc khu/iu, committee: null, unit: 'đặc khu', youth: null, town: '', commune: '', village: 'thôn' }
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
    members: ['cs-ca', 'cs-qs', 'cs-cqd', 'cs-cqcq', 'cs-vks', 'cs-ta', 'cs-yt', 'p-tt', 'p-xa'],
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
  {
    name: 'Ủy ban nhân dân các xã, thị trấn',
    aliases: ['UBND các xã, thị trấn'],
    members: ['p-ubtt', 'p-ubxa'],
    places: DISTRICT
  },
  {
    name: 'Đảng ủy các xã, thị trấn',
    aliases: ['Đảng ủy các xã, thị trấn trực thuộc', 'Các Đảng ủy xã, thị trấn'],
    members: ['p-tt', 'p-xa'],
    places: DISTRICT
  },
  {
    name: 'Các ban xây dựng Đảng Huyện ủy',
    aliases: ['Các ban xây dựng Đảng', 'Các cơ quan xây dựng Đảng Huyện ủy'],
    members: ['hu-tc', 'hu-tg', 'hu-dv', 'hu-kt', 'hu-vp'],
    places: DISTRICT
  },
  {
    name: 'Các ban xây dựng Đảng Tỉnh ủy',
    aliases: ['Các ban Đảng Tỉnh ủy', 'Các ban, UBKT, VPTU'],
    members: ['tu-tc', 'tu-tg', 'tu-dv', 'tu-tgdv', 'tu-kt', 'tu-nc', 'tu-vp'],
    places: BOTH
  },
  {
    name: 'Các phòng, ban chuyên môn thuộc UBND huyện',
    aliases: ['Các phòng, ban, ngành huyện', 'Các phòng, ban huyện'],
    members: ['h-vpub', 'h-nv', 'h-tckh', 'h-gd', 'h-ldtb', 'h-nn', 'h-tnmt', 'h-tp', 'h-dt', 'h-ttr', 'h-vhtt'],
    places: DISTRICT
  },
  {
    name: 'Các chi bộ, đảng bộ trực thuộc',
    aliases: [
      'Các chi bộ, đảng bộ bộ phận trực thuộc',
      'Các chi bộ trực thuộc',
      'Các tổ chức cơ sở đảng trực thuộc Đảng ủy'
    ],
    members: ['cs-xca', 'cs-xqs', 'cs-xdang', 'cs-xub', 'cs-xyt', 'p-cb'],
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
