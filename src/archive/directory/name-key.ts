import { expandShort, readIssuingBody } from '#domain/resolve/issuing-body.ts'
import { foldKey } from '#domain/text/fold.ts'

/** Whose directory it is: "huyện", "Huyện ủy" without a place are its own. */
export type OwnPlace = Readonly<{ name: string; parentBody: string; place: string }>

/** More abbreviations of Nơi nhận lines (domain.md §7), folded; those of bodies are in the domain's list. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bd c\b/g, 'dong chi'],
  [/\btccs ?dang\b|\btccsd\b/g, 'to chuc co so dang'],
  [/\bchi bo dang bo\b/g, 'chi dang bo'],
  [/\bhuv\b/g, 'huyen uy vien'],
  [/\buvbtv\b|\buv btv\b/g, 'uy vien ban thuong vu'],
  [/\bbcd\b/g, 'ban chi dao'],
  [/\bvphu\b/g, 'van phong huyen uy'],
  [/\bvptu\b/g, 'van phong tinh uy'],
  [/\bvpdu\b/g, 'van phong dang uy'],
  [/\bchqs\b/g, 'chi huy quan su'],
  [/\bvhtt\b/g, 'van hoa thong tin'],
  [/\bhu$/, 'huyen uy'],
  [/\btu$/, 'tinh uy'],
  [/\bdu$/, 'dang uy']
]

/** A recipient's name as typed or read → what it is kept under; the office plays no part. */
export function bodyNameKey(name: string): string {
  let key = foldKey(name)
  for (const [pattern, full] of SHORT) key = key.replace(pattern, full)
  return expandShort(key)
    .replace(/\b(?:uy ban |ban thuong truc uy ban )?mat tran to quoc(?: viet nam)?\b/g, 'mat tran to quoc')
    .replace(/\b(?:va|cung)\b/g, ' ')
    .replace(/\b(?:khoa|nhiem ki) .*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The keys a name may be found under, the surest first: as written; without the own place ("UBND huyện Đức Lâm" = "UBND
 * huyện"); without "Các đ/c"; without the level that goes without saying ("Công an huyện" = "Công an").
 */
export function lookupKeys(name: string, own: OwnPlace): readonly string[] {
  const key = bodyNameKey(name)
  const here = withoutPlaces(key, own)
  const bare = here.replace(/^(?:cac |toan the )?(?:dong chi )?/, '')
  const direct = bare.replace(/ (?:truc thuoc|thuoc)(?: huyen uy| dang uy| tinh uy| huyen)?$/, '')
  return [...new Set([key, here, bare, direct])].filter((one) => one !== '')
}

/** Weaker keys, tried when nothing else is known under the name and only where one body alone has them. */
export function looseKeys(name: string, own: OwnPlace): readonly string[] {
  const level = readIssuingBody(own.name).level === 'XA' ? /(?: xa| phuong| thi tran)$/ : / huyen$/
  return lookupKeys(name, own).map((key) => key.replace(/^thuong truc (?=hoi dong)/, '').replace(level, ''))
}

function withoutPlaces(key: string, own: OwnPlace): string {
  const district = foldKey(own.place)
  const province = readIssuingBody(own.parentBody).place
  let short = key
  for (const place of [province, district]) {
    if (!place) continue
    short = short.replace(
      new RegExp(
        `\\b(tinh uy|tinh|huyen uy|huyen|quan uy|thi uy|thi xa|thanh uy|thanh pho|dang uy) ${place}(?= |$)`,
        'g'
      ),
      '$1'
    )
  }
  return readIssuingBody(own.name).level === 'XA'
    ? short.replace(new RegExp(`\\b(xa|phuong|thi tran|dac khu) ${district}(?= |$)`, 'g'), '$1')
    : short
}
