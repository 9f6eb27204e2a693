import type { DocumentType } from '../vocabulary/document-types.ts'
import { LEVELS, type Level } from '../vocabulary/levels.ts'
import type { Relation } from '../vocabulary/relations.ts'

/** Relations by which a paper of the office answers a superior's: it carries it out, hands it on or replies (C15). */
export const ANSWERING: readonly Relation[] = [
  'implements',
  'continues-implementing',
  'in-spirit-of',
  'based-on',
  'on-opinion-of',
  'replies-to',
  'forwards',
  'urges',
  'replaces',
  'amends'
]

/** Types that ask nothing of the office that gets them: reports, invitations, slips, laws and what is only for knowing. */
export const ASKING_NOTHING: readonly DocumentType[] = [
  'bao-cao',
  'to-trinh',
  'bien-ban',
  'giay-moi',
  'giay-gioi-thieu',
  'phieu-chuyen',
  'phieu-gui',
  'thu-cong',
  'thong-cao',
  'tuyen-bo',
  'loi-keu-goi',
  'luat',
  'bo-luat',
  'phap-lenh',
  'lenh',
  'hiep-dinh',
  'dieu-le'
]

/** Days a superior's directive may wait for a paper of the office, unless the office says otherwise. */
export const ANSWER_DAYS = 30

/** Levels that direct an office of this level. */
export function superiors(level: Level): readonly Level[] {
  return LEVELS.slice(0, LEVELS.indexOf(level))
}
