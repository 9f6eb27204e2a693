import { describe, expect, it } from 'vitest'
import { secrecyOfForm, secrecyOfName, secrecyOfText } from '#archive/intake/refuse-secret.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { seeded } from '../../faults/case-count.ts'

const DEGREES = [
  ['MẬT', 'mat'],
  ['TỐI MẬT', 'toi-mat'],
  ['TUYỆT MẬT', 'tuyet-mat']
] as const
/** What a scanner and an OCR program make of a stamp; all are readable to a person. */
const NOISE: readonly ((stamp: string) => string)[] = [
  (stamp) => stamp,
  (stamp) => stamp.replace('Ậ', 'Â'),
  (stamp) => stamp.replace('Ậ', 'Ạ'),
  (stamp) => stamp.replace('Ậ', 'A'),
  (stamp) => stamp.replace('Ố', 'Ô').replace('Ệ', 'Ê'),
  (stamp) => [...stamp].join(' '),
  (stamp) => `|${stamp}|`,
  (stamp) => `[${stamp}]`,
  (stamp) => `* ${stamp} *`,
  (stamp) => `${stamp}.`,
  (stamp) => stamp.normalize('NFD'),
  (stamp) => stamp.replace(' ', '  ')
]
const OTHERS = [
  'Về việc tăng cường công tác bảo mật thông tin',
  'Thực hiện Luật Bảo vệ bí mật nhà nước',
  'Đảm bảo mật độ dân cư theo quy hoạch',
  'MẬT ĐỘ XÂY DỰNG',
  'CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'BẢO MẬT',
  'BÍ MẬT',
  'Cơ mật viện và các di tích',
  'Nuôi ong lấy mật',
  'MẬT ONG RỪNG',
  'Các văn bản mật được quản lý theo quy định',
  'Tài liệu tối mật, tuyệt mật không gửi qua mạng',
  'Đổi mật khẩu hộp thư',
  'TỔ CHỨC MẶT TRẬN',
  'UBMTTQ VIỆT NAM',
  'Có mặt: 25 đại biểu',
  'MẶT TRẬN TỔ QUỐC',
  'MẮT',
  'TỐI NAY',
  'thân mật gặp mặt',
  'Kính mời đồng chí đến dự'
]

const head = (line: string, random: () => number): string => {
  const number = 1 + Math.floor(random() * 900)
  const place = Math.floor(random() * 4)
  const first = `HUYỆN ỦY ĐỨC LÂM${' '.repeat(12)}ĐẢNG CỘNG SẢN VIỆT NAM`
  const second = `Số ${number}-CV/HU${' '.repeat(12)}Đức Lâm, ngày 05 tháng 3 năm 2019`
  const lines = [first, '*', second, 'Kính gửi: Các chi bộ trực thuộc', 'Văn phòng Huyện ủy gửi lịch họp như sau.']
  if (place === 3) lines[1] = `*${' '.repeat(20)}${line}`
  else lines.splice(place, 0, line)
  return lines.join('\n')
}

describe('papers stamped Mật', () => {
  it('are recognised, and ordinary ones are not', () => {
    const random = seeded(14)
    let found = 0
    const missed: string[] = []
    for (let index = 0; index < 300; index++) {
      const [stamp] = DEGREES[index % 3] ?? DEGREES[0]
      const noise = NOISE[Math.floor(random() * NOISE.length)] ?? String
      const text = head(noise(stamp), random)
      if (secrecyOfText(splitPages(text), null)) found++
      else missed.push(noise(stamp))
    }
    const alarms: string[] = []
    for (let index = 0; index < 5000; index++) {
      const line = OTHERS[index % OTHERS.length] ?? ''
      if (secrecyOfText(splitPages(head(line, random)), null)) alarms.push(line)
    }
    process.stdout.write(
      `[read] Mật stamps: ${found} of 300 recognised; ${alarms.length} of 5000 ordinary heads taken for one\n`
    )
    expect(found / 300, `missed: ${[...new Set(missed)].join(', ')}`).toBeGreaterThanOrEqual(0.99)
    expect(alarms.length / 5000, `alarms: ${[...new Set(alarms)].join(', ')}`).toBeLessThanOrEqual(0.01)
  })

  it.each(DEGREES)('%s is given its degree', (stamp, degree) => {
    expect(secrecyOfText(splitPages(`HUYỆN ỦY\n${stamp}\nSố 1-CV/HU`), null)).toBe(degree)
    expect(secrecyOfForm({ subject: `Gửi báo cáo (${stamp})`, note: null, paperLocation: null })).toBe(degree)
    expect(secrecyOfName(`BC 02 (${stamp}).pdf`)).toBe(degree)
  })

  it.each([
    '02-BC-HU_MAT.pdf',
    'toi mat - ke hoach.docx',
    'Kế hoạch tuyệt mật.pdf',
    'CV mật 15.pdf',
    'MẬT 12-CV-HU.pdf'
  ])('by the file’s name: %s', (name) => {
    expect(secrecyOfName(name)).not.toBeNull()
  })

  it.each([
    'Bảo mật thông tin.pdf',
    'Luật Bảo vệ bí mật nhà nước.docx',
    'bao ve bi mat nha nuoc.pdf',
    'Mật độ xây dựng.pdf',
    'mat do dan cu.pdf',
    'Mặt trận Tổ quốc.pdf',
    'nuôi ong lấy mật.pdf',
    'MAT TRAN.pdf',
    'đổi mật khẩu.txt'
  ])('not by the name %s', (name) => {
    expect(secrecyOfName(name)).toBeNull()
  })
})
