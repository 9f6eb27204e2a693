import { isListItem } from '../recipients/split-items.ts'
import { fold } from '../text/fold.ts'
import { FAMILY_NAMES } from '../vocabulary/body-names.ts'
import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { Reading } from './draft.ts'
import { isSound } from './ocr-signs.ts'
import { type Certainty, oneLine, reading } from './reading.ts'

/** T/M, K/T, T/L with a slash (Party), TM. KT. TL. TUQ. Q. with a point (State); each is met with the other's (domain.md §5.1). */
const AUTHORITY =
  /^(?:(?:t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\s?[/.]?\s?u\s?\.?\s?q|t\s?\/\s?u)(?:\s?[./]\s*|\s+))(?=[a-z]{2})/
const TITLE =
  /^(?:q\.? ?)?(?:(?:pho|quyen|nguyen)\s+)*(?:bi thu|chu tich|chu nhiem|truong ban|pho truong|truong phong|truong doan|truong|chanh|giam doc|tong giam doc|pho tong giam doc|thu truong|bo truong|thu tuong|cuc truong|tong cuc truong|vu truong|chi cuc truong|hieu truong|vien truong|chanh an|hat truong|doi truong|tram truong|chi huy truong|chinh uy|chinh tri vien|tong bi thu|thuong truc ban bi thu|uy vien|tong thanh tra|tong kiem toan|thong doc|pho|kiem soat vien|ke toan truong|nguoi ky)(?![a-z])/
const SIGNED = /^\(?\s*(?:da ky|da ky va dong dau|ky ten, dong dau|chu ky|ky, ghi ro ho ten)\s*\)?$/
const RANK =
  /^(?:(?:pgs|gs|ts|ths|bs|ks|cn|cvcc|nsnd|nsut|luat su|dai ta|thuong ta|trung ta|thieu ta|thieu tuong|trung tuong|thuong tuong|dai tuong|dai uy)[.,]?\s*)+(?=\S)/
const NAME = /^\p{Lu}(?:[\p{L}'’ʼ-]*)(?:\s+(?:\p{Lu}[\p{L}'’ʼ-]*|[Kk]['’]\s?\p{Lu}\p{L}*)){1,5}$/u
/** A name of one word shows itself by its apostrophe: "K'Brèo". */
const SINGLE_NAME = /^\p{Lu}['’ʼ]\p{Lu}\p{Ll}+$/u
const FAMILIES = new Set(FAMILY_NAMES.map(fold))
const MAX_LINES_TO_NAME = 24
const PARAGRAPH = 70

export type Signature = Readonly<{
  authority: Reading<string> | null
  title: Reading<string> | null
  signer: Reading<string> | null
  cells: readonly Cell[]
}>

export function isAuthority(cell: Cell): boolean {
  return AUTHORITY.test(cell.folded) && isCapitals(cell.text) && cell.text.length < 80
}

export function isCapacity(cell: Cell): boolean {
  return (
    isAuthority(cell) ||
    (TITLE.test(cell.folded) && isCapitals(cell.text) && cell.text.length < 80 && !/[:;]$/.test(cell.text))
  )
}

/**
 * The capacity and name under a document (M05): authority lines, the title, the name under them. `cells` are those of the
 * zone in order; recipients may stand between. Where there are several signatures the first with a name is read.
 */
export function readSignature(cells: readonly Cell[], certainty: Certainty): Signature {
  let nameless: Signature | null = null
  for (const [at, cell] of cells.entries()) {
    if (!isCapacity(cell)) continue
    const signature = signatureFrom(cells, at, certainty)
    if (signature.signer) return signature
    nameless ??= signature
  }
  return nameless ?? NONE
}

function signatureFrom(cells: readonly Cell[], at: number, certainty: Certainty): Signature {
  const first = cells[at]
  if (!first) return NONE
  const authority: Cell[] = []
  const title: Cell[] = []
  let signer: Cell | null = null
  for (const cell of cells.slice(at)) {
    if (cell.line - first.line > MAX_LINES_TO_NAME) break
    if (isListItem(cell) || SIGNED.test(cell.folded)) continue
    if (cell.text.length > PARAGRAPH && !isCapitals(cell.text)) break
    if (isAuthority(cell) && title.length === 0) authority.push(cell)
    else if (isCapitals(cell.text) && !looksLikeName(cell)) {
      if (title.length === 0 ? !isCapacity(cell) && authority.length === 0 : cell.line - (title.at(-1)?.line ?? 0) > 2)
        break
      if (title.length < 3 && /\p{L}{2}/u.test(cell.text)) title.push(cell)
    } else if (looksLikeName(cell) || isName(cell.text)) {
      signer = cell
      break
    }
  }
  return {
    authority: join(authority, ' / ', certainty, 'authority'),
    title: join(title, ' ', certainty, 'signer-title'),
    signer: signer && reading(signerName(signer.text), isSound(signer.text) ? certainty : 'hint', signer, 'signer'),
    cells: [...authority, ...title, ...(signer ? [signer] : [])]
  }
}

const NONE: Signature = { authority: null, title: null, signer: null, cells: [] }

/** A name of two to six words, each with a capital: "Đa Cắt K'Hương", "Cil Yũ Ha Tang", "TS. Lê Văn Khánh". */
export function isName(text: string): boolean {
  const name = signerName(text)
  return name.length <= 40 && (NAME.test(name) || SINGLE_NAME.test(name)) && !isCapitals(name)
}

/** A name that begins with a common family name: surely a person's, where other names may stand too. */
export function isPersonName(text: string): boolean {
  return isName(text) && FAMILIES.has(fold(text).split(/\s+/)[0] ?? '')
}

function looksLikeName(cell: Cell): boolean {
  const words = cell.folded.split(/\s+/)
  return (
    isCapitals(cell.text) && !isCapacity(cell) && words.length >= 2 && words.length <= 5 && FAMILIES.has(words[0] ?? '')
  )
}

function signerName(text: string): string {
  const rank = RANK.exec(fold(text))?.[0].length ?? 0
  return oneLine(text.slice(rank).replace(/[\s.,;]+$/, ''))
}

function join(cells: readonly Cell[], between: string, certainty: Certainty, rule: string): Reading<string> | null {
  const first = cells[0]
  const last = cells.at(-1)
  if (!first || !last) return null
  const value = cells.map((cell) => oneLine(cell.text)).join(between)
  return reading(value, isSound(value) ? certainty : 'hint', first, rule, {
    start: first.start,
    end: Math.max(first.end, last.end)
  })
}
