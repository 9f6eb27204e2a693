import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentForm } from '#contract/schemas.ts'

export type Upload = Readonly<{ name: string; mimeType: string; buffer: Buffer }>

/** A file as a browser's chooser hands it over, from bytes made here. */
export function upload(name: string, content: string | Uint8Array): Upload {
  const buffer = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  return { name, mimeType: 'application/octet-stream', buffer }
}

/** Copies of a PDF that differ in their bytes alone: what follows the last line of a PDF is not read. */
export function variants(path: string, count: number): readonly Upload[] {
  const bytes = readFileSync(path)
  return Array.from({ length: count }, (_one, index) =>
    upload(`bản ${index + 1}.pdf`, Buffer.concat([bytes, Buffer.from(`\n% bản ${index + 1}\n`)]))
  )
}

/** A PDF that opens only with a password nobody has given (standard handler, revision 2). */
export function lockedPdf(): Buffer {
  const key = `<${'5a'.repeat(32)}>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const id = `<${'ab'.repeat(16)}>`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Encrypt 4 0 R /ID [${id} ${id}] >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A letter of the district committee as a text file: two columns at head and foot, as an extractor gives them. */
export function letter(facts: Readonly<{ number: string; day: string; about: string; body: string }>): string {
  const [year, month, day] = facts.day.split('-').map(Number)
  return `ĐẢNG BỘ TỈNH LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY ĐAM RÔNG
      *                                  Đam Rông, ngày ${String(day).padStart(2, '0')} tháng ${month} năm ${year}
Số ${facts.number}-CV/HU
V/v ${facts.about}

Kính gửi:  - Ban Tuyên giáo Huyện ủy,
           - Công an huyện.

${facts.body}

Nơi nhận:                                T/M BAN THƯỜNG VỤ
- Như kính gửi,                          PHÓ BÍ THƯ
- Lưu VP Huyện ủy.
                                         Đa Cắt K'Hương
`
}

/** What a form says, without where on its pages it was read. */
export function facts(form: DocumentForm): unknown {
  const plain = (lines: DocumentForm['addressees']) => lines.map(({ evidence: _evidence, ...line }) => line)
  const { pageCount: _pages, ...rest } = form
  return { ...rest, addressees: plain(form.addressees), recipients: plain(form.recipients) }
}

/** Every file below a folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Files below a folder that hold any of these bytes. */
export function filesHolding(folder: string, needles: readonly Uint8Array[]): readonly string[] {
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path)
    return needles.some((needle) => bytes.includes(needle))
  })
}
