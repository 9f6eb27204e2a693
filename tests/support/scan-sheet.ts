import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { layDown, photographed, stampOver } from './scan-looks.ts'

/** A line as it is set: points from the page's top left, at the baseline. */
export type SetLine = Readonly<{ text: string; x: number; y: number; bold?: boolean; size?: number }>

const A4 = { width: 595, height: 842 }

function setFonts(): void {
  if (GlobalFonts.has('Tinos')) return
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  GlobalFonts.registerFromPath(join(folder, '400Regular', 'Tinos_400Regular.ttf'), 'Tinos')
  GlobalFonts.registerFromPath(join(folder, '700Bold', 'Tinos_700Bold.ttf'), 'Tinos Bold')
}

export type Look = Readonly<{
  dpi?: number
  degrees?: number
  noise?: number
  /** Seal and signatures, set about this place. */
  stamped?: Readonly<{ x: number; y: number }>
  photographed?: boolean
  /** Quarters of a turn the sheet lies wrongly by, clockwise. */
  quarters?: 0 | 1 | 2 | 3
  /** Words of a red stamp. */
  redWords?: readonly SetLine[]
}>

/** An A4 page as a scanner would give it: a JPEG, turned clockwise by `degrees`, with specks. Always the same. */
export function scanOf(lines: readonly SetLine[], look: Look = {}): Buffer {
  setFonts()
  const { dpi = 200, degrees = 0, noise = 0, stamped, quarters = 0, redWords = [] } = look
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(A4.width * scale), Math.round(A4.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.translate(-canvas.width / 2, -canvas.height / 2)
  writeLines(context, lines, scale, '#1a1a1a')
  writeLines(context, redWords, scale, '#d8283c')
  if (noise > 0) speckle(context, canvas, noise)
  if (stamped) stampOver(canvas, dpi, stamped)
  const taken = look.photographed ? photographed(canvas) : canvas
  return (quarters === 0 ? taken : layDown(taken, quarters)).toBuffer('image/jpeg', look.photographed ? 70 : 80)
}

function writeLines(context: Context, lines: readonly SetLine[], scale: number, colour: string): void {
  context.fillStyle = colour
  for (const line of lines) {
    context.font = `${(line.size ?? 13) * scale}px "${line.bold ? 'Tinos Bold' : 'Tinos'}"`
    context.fillText(line.text, line.x * scale, line.y * scale)
  }
}

type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>

function speckle(context: Context, { width, height }: { width: number; height: number }, share: number): void {
  const image = context.getImageData(0, 0, width, height)
  let seed = 7
  const next = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  for (let at = 0; at < image.data.length; at += 4) {
    const shade = next() < share ? (next() < 0.5 ? 60 : 255) : (image.data[at] ?? 255) - next() * 24
    image.data[at] = image.data[at + 1] = image.data[at + 2] = shade
  }
  context.putImageData(image, 0, 0)
}

/** Our own directive, invented: every kind of line a paper has. */
export const PAPER: readonly SetLine[] = [
  { text: 'TỈNH ỦY LÂM ĐỒNG', x: 100, y: 60 },
  { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', x: 330, y: 60, bold: true },
  { text: 'HUYỆN ỦY ĐAM RÔNG', x: 92, y: 78, bold: true },
  { text: 'Số 221-CV/HU', x: 118, y: 102 },
  { text: 'Đam Rông, ngày 12 tháng 8 năm 2021', x: 318, y: 102 },
  { text: 'CÔNG VĂN', x: 255, y: 140, bold: true },
  { text: 'về tăng cường công tác phòng, chống dịch bệnh', x: 170, y: 158 },
  { text: 'Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy', x: 100, y: 200 },
  { text: 'về lãnh đạo công tác phòng, chống dịch, Ban Thường vụ Huyện ủy yêu cầu các chi', x: 85, y: 219 },
  { text: 'bộ, đảng bộ trực thuộc tiếp tục quán triệt nghiêm các nội dung sau đây:', x: 85, y: 238 },
  { text: '1. Tập trung tuyên truyền, vận động cán bộ, đảng viên và nhân dân thực hiện tốt', x: 100, y: 268 },
  { text: 'các quy định về cách ly; kịp thời phát hiện, xử lý trường hợp vi phạm.', x: 85, y: 287 },
  { text: '2. Giao Văn phòng Huyện ủy theo dõi, đôn đốc và báo cáo kết quả trước ngày 20', x: 100, y: 317 },
  { text: 'hằng tháng để Thường trực Huyện ủy chỉ đạo.', x: 85, y: 336 },
  { text: 'Nơi nhận:', x: 85, y: 390, size: 12 },
  { text: 'T/M BAN THƯỜNG VỤ', x: 370, y: 390, bold: true },
  { text: '- Thường trực Tỉnh ủy (để báo cáo),', x: 85, y: 408, size: 11 },
  { text: 'PHÓ BÍ THƯ', x: 398, y: 408 },
  { text: '- Các chi, đảng bộ trực thuộc,', x: 85, y: 424, size: 11 },
  { text: '- Lưu Văn phòng Huyện ủy.', x: 85, y: 440, size: 11 },
  { text: 'Nguyễn Văn Lộc', x: 388, y: 480, bold: true }
]

/** What the page says, without regard to columns: words in the order they are set. */
export function wordsOf(lines: readonly SetLine[]): string {
  return lines.map((line) => line.text).join(' ')
}

/** Errors a letter of the truth; the words of both are put in one order, so that columns do not count. */
export function characterErrors(truth: string, read: string): number {
  const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return distance([...clean(truth)], [...clean(read)]) / clean(truth).length
}

export function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
