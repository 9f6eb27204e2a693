import type { OutputOf } from '#contract/operations.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'

/** "Đã vào sổ 318-CV/BTGTU, số đến 1274. Nối 3 viện dẫn. 1 viện dẫn cần hỏi." */
export function filedText(out: OutputOf<'document.file'>): string {
  const arrival = out.document.arrivalNumber
  return [
    words.filed(out.document.reference ?? commonWords.noReference, arrival === null ? null : String(arrival)),
    out.linked > 0 ? words.linked(showCount(out.linked)) : '',
    out.healed > 0 ? words.healed(showCount(out.healed)) : '',
    out.questions > 0 ? words.questions(showCount(out.questions)) : ''
  ]
    .filter((text) => text !== '')
    .join(' ')
}
