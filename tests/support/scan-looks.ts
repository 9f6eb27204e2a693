import { type Canvas, createCanvas } from '@napi-rs/canvas'

type Context = ReturnType<Canvas['getContext']>

/** A round seal over the capacity, a blue signature through it and the name, a red one beside, half a seal on the edge of the text. */
export function stampOver(canvas: Canvas, dpi: number, foot: Readonly<{ x: number; y: number }>): void {
  const scale = dpi / 72
  const context = canvas.getContext('2d')
  context.save()
  // Ink lets the letters through, as stamping does.
  context.globalCompositeOperation = 'multiply'
  seal(context, (foot.x - 22) * scale, (foot.y + 26) * scale, 52 * scale)
  seal(context, canvas.width - 20 * scale, canvas.height * 0.35, 52 * scale)
  signature(context, foot.x * scale, (foot.y + 44) * scale, scale, '#2a3fbf')
  signature(context, (foot.x - 60) * scale, (foot.y + 6) * scale, scale * 0.6, '#d2283c')
  context.restore()
}

function seal(context: Context, x: number, y: number, radius: number): void {
  const red = '#e0384a'
  context.strokeStyle = red
  context.fillStyle = red
  context.lineWidth = radius / 22
  for (const share of [1, 0.93, 0.62]) {
    context.beginPath()
    context.arc(x, y, radius * share, 0, Math.PI * 2)
    context.stroke()
  }
  context.font = `${radius * 0.2}px "Tinos Bold"`
  const words = 'ĐẢNG CỘNG SẢN VIỆT NAM ★ HUYỆN ỦY ĐAM RÔNG ★ '
  ;[...words].forEach((letter, index) => {
    context.save()
    context.translate(x, y)
    context.rotate((index / words.length) * Math.PI * 2)
    context.fillText(letter, -radius * 0.07, -radius * 0.7)
    context.restore()
  })
  context.beginPath()
  for (let point = 0; point < 10; point++) {
    const [turn, reach] = [(point * Math.PI) / 5 - Math.PI / 2, radius * (point % 2 === 0 ? 0.45 : 0.18)]
    context.lineTo(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach)
  }
  context.closePath()
  context.fill()
}

function signature(context: Context, x: number, y: number, scale: number, colour: string): void {
  context.strokeStyle = colour
  context.lineWidth = 2.2 * scale
  context.beginPath()
  context.moveTo(x - 20 * scale, y)
  for (let loop = 0; loop < 5; loop++) {
    const from = x + loop * 24 * scale
    context.bezierCurveTo(from, y - 46 * scale, from + 26 * scale, y - 30 * scale, from + 10 * scale, y + 12 * scale)
    context.bezierCurveTo(
      from - 8 * scale,
      y + 28 * scale,
      from + 20 * scale,
      y + 4 * scale,
      from + 26 * scale,
      y - 6 * scale
    )
  }
  context.lineTo(x + 150 * scale, y - 26 * scale)
  context.stroke()
}

/** As a telephone sees a sheet on a desk: from below, a lamp at one side, yellowish, not quite sharp. */
export function photographed(canvas: Canvas): Canvas {
  const { width, height } = canvas
  const from = canvas.getContext('2d').getImageData(0, 0, width, height).data
  const out = createCanvas(width, height)
  const context = out.getContext('2d')
  const image = context.createImageData(width, height)
  const to = image.data
  for (let y = 0; y < height; y++) {
    const v = y / height
    // The far edge is narrower, and the lines lie closer there.
    const narrow = 0.06 * (1 - v)
    const row = (v * (1 + 0.08 * (1 - v)) - 0.0) * height
    for (let x = 0; x < width; x++) {
      const u = (x / width - narrow) / (1 - 2 * narrow)
      const light = 1 - 0.45 * Math.hypot(x / width - 0.15, v - 0.1)
      const at = (y * width + x) * 4
      const tint = [1, 0.95, 0.82] as const
      for (let channel = 0; channel < 3; channel++) {
        const shade = u < 0 || u >= 1 ? 70 : sample(from, width, height, u * width, row, channel)
        to[at + channel] = shade * light * (tint[channel] ?? 1)
      }
      to[at + 3] = 255
    }
  }
  context.putImageData(image, 0, 0)
  return blurred(out)
}

function sample(data: Uint8ClampedArray, width: number, height: number, x: number, y: number, channel: number): number {
  const [column, row] = [
    Math.max(0, Math.min(width - 2, Math.floor(x))),
    Math.max(0, Math.min(height - 2, Math.floor(y)))
  ]
  const [dx, dy] = [Math.min(1, x - column), Math.min(1, y - row)]
  const at = (c: number, r: number): number => data[(r * width + c) * 4 + channel] ?? 255
  const above = at(column, row) * (1 - dx) + at(column + 1, row) * dx
  const below = at(column, row + 1) * (1 - dx) + at(column + 1, row + 1) * dx
  return above * (1 - dy) + below * dy
}

function blurred(canvas: Canvas): Canvas {
  const out = createCanvas(canvas.width, canvas.height)
  const context = out.getContext('2d')
  context.filter = `blur(${(canvas.width / 1240) * 0.9}px)`
  context.drawImage(canvas, 0, 0)
  return out
}

/** A page put on the glass wrongly: turned clockwise by quarters. */
export function layDown(canvas: Canvas, quarters: 1 | 2 | 3): Canvas {
  const side = quarters % 2 === 1
  const out = createCanvas(side ? canvas.height : canvas.width, side ? canvas.width : canvas.height)
  const context = out.getContext('2d')
  context.translate(out.width / 2, out.height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2)
  return out
}
