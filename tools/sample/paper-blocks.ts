/** A paper of the sample archive, parted for setting it as an office would. */
export type Paper = Readonly<{
  left: readonly string[]
  right: readonly string[]
  /** Arrival stamp, lines inside the box. */
  arrival: readonly string[]
  title: readonly string[]
  addressees: readonly string[]
  body: readonly string[]
  recipients: readonly string[]
  signature: readonly string[]
  /** What stands after the signature: a list, a by-law. */
  annex: readonly string[]
}>

/** Marks a new page inside the body or the annex; the number printed on its head follows, or nothing. */
export const NEW_PAGE = '\f'

const MARKS = /^(?:MẬT|TỐI MẬT|TUYỆT MẬT|KHẨN|THƯỢNG KHẨN|HỎA TỐC|HỎA TỐC HẸN GIỜ)$/
const RIGHT = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập|.{0,40}, ngày .{0,3}\d)/
const SOME_PAGE = /^\s*\d{1,2}\s*$/

/** Parts a plain text by its own lines: head, title, addressees, body, Nơi nhận, signature, annex. */
export function partPaper(text: string, typeName: string | null): Paper {
  const lines = text.normalize('NFC').replaceAll('\r', '').split('\n')
  const headEnd = findHeadEnd(lines, typeName)
  const head = splitColumns(lines.slice(0, headEnd))
  const { arrival, rest } = takeArrival(head)
  const footAt = lines.findLastIndex((line, at) => at >= headEnd && /^\s*Nơi nhận/.test(line))
  const middle = lines.slice(headEnd, footAt < 0 ? lines.length : footAt)
  const bodyAt = findBody(middle, typeName)
  const top = middle.slice(0, bodyAt)
  const addressedAt = top.findIndex((line) => /^\s*Kính (?:gửi|trình)/.test(line))
  return {
    left: rest.filter((line) => !RIGHT.test(line)),
    right: rest.filter((line) => RIGHT.test(line)),
    arrival,
    title: trim(addressedAt < 0 ? top : top.slice(0, addressedAt)),
    addressees: addressedAt < 0 ? [] : trim(top.slice(addressedAt)),
    body: paragraphs(middle.slice(bodyAt)),
    ...partFoot(footAt < 0 ? [] : lines.slice(footAt))
  }
}

function findHeadEnd(lines: readonly string[], typeName: string | null): number {
  const title = typeName?.toUpperCase()
  const at = lines.findIndex(
    (line) => /^\s*Kính (?:gửi|trình)/.test(line) || (title !== undefined && line.trim() === title)
  )
  return at < 0 ? 0 : at
}

/** Two columns on one line, parted by four spaces or more, are two lines. */
function splitColumns(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line
      .trim()
      .split(/ {4,}/)
      .filter((part) => part !== '')
  )
}

function takeArrival(head: readonly string[]): { arrival: readonly string[]; rest: readonly string[] } {
  const at = head.indexOf('ĐẾN')
  if (at < 1) return { arrival: [], rest: head }
  let end = at + 1
  while (end < head.length && /^(?:Số|Ngày|Chuyển)\s*:/.test(head[end] ?? '')) end++
  return { arrival: head.slice(at - 1, end), rest: [...head.slice(0, at - 1), ...head.slice(end)] }
}

/** Where the running text begins: after the rule of hyphens, the title or the list of addressees. */
function findBody(middle: readonly string[], typeName: string | null): number {
  const rule = middle.findIndex((line) => /^-{3,}$/.test(line.trim()))
  const addressed = middle.findIndex((line) => /^\s*Kính (?:gửi|trình)/.test(line))
  let at = rule >= 0 && rule < 12 ? rule + 1 : typeName && middle[0]?.trim() === typeName.toUpperCase() ? 1 : 0
  if (addressed >= at && addressed - at < 4) at = addressed + 1
  while (at < middle.length && middle[at]?.trim() !== '' && (addressed >= 0 || rule < 0)) at++
  return at
}

function partFoot(lines: readonly string[]): Pick<Paper, 'recipients' | 'signature' | 'annex'> {
  const recipients: string[] = []
  const signature: string[] = []
  const signed = lines.findLastIndex((line) => line.trim() !== '')
  const annexAt = findAnnex(lines)
  const end = annexAt < 0 ? lines.length : annexAt
  const last = annexAt < 0 ? signed : lines.slice(0, end).findLastIndex((line) => line.trim() !== '')
  for (let at = 1; at < end; at++) {
    const parts = (lines[at] ?? '').split(/ {4,}/).map((part) => part.trim())
    for (const part of parts.filter((one) => one !== '')) {
      const isMine = part.startsWith('-') || (part !== part.toUpperCase() && at !== last)
      if (isMine) recipients.push(part)
      else signature.push(part)
    }
  }
  const beside = (lines[0] ?? '').trim().split(/ {4,}/).slice(1)
  return {
    recipients,
    signature: [...beside, ...signature],
    annex: annexAt < 0 ? [] : paragraphs(lines.slice(annexAt))
  }
}

/** An annex begins with a head in capitals after the signer's name. */
function findAnnex(lines: readonly string[]): number {
  return lines.findIndex((line, at) => at > 3 && /^(?:QUY CHẾ|DANH SÁCH|PHỤ LỤC|BIỂU MẪU)/.test(line.trim()))
}

/** Lines cut by the writing program are joined again; page furniture becomes a new page. */
function paragraphs(lines: readonly string[]): readonly string[] {
  const found: string[] = []
  let open = false
  for (const line of lines) {
    const text = line.replaceAll(NEW_PAGE, '').trimEnd()
    if (SOME_PAGE.test(text) || line.includes(NEW_PAGE)) {
      const number = SOME_PAGE.test(text) ? text.trim() : ''
      if (found.at(-1)?.startsWith(NEW_PAGE)) found[found.length - 1] = found.at(-1) + number
      else found.push(NEW_PAGE + number)
      open = false
      if (SOME_PAGE.test(text) || text === '') continue
    }
    if (text.trim() === '') {
      open = false
      continue
    }
    const last = found.at(-1)
    const starts = /^\s*(?:[-+•]|\d+[.)-]|[a-zđ]\)|[IVX]+\.|Điều \d)/.test(text)
    if (open && !starts && last !== undefined && lengthOfLastLine(last) > 55)
      found[found.length - 1] = `${last}\n${text.trim()}`
    else found.push(text.trim())
    open = true
  }
  return found
}

function lengthOfLastLine(text: string): number {
  return text.length - text.lastIndexOf('\n') - 1
}

function trim(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

export function isMark(line: string): boolean {
  return MARKS.test(line)
}
