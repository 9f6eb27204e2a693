const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/

const FINAL_Y = /^(h|k|l|m|s|t|v|qu)y$/

/**
 * A word with its marks, whatever the spelling habit: the tone stands last ("hoà" = "hòa"), lower case, Đ forms equal, final
 * y as i where writers differ ("ký" = "kí").
 * Two words are spelt alike when their accent keys are equal; "năm" and "nam" differ.
 */
export function accentKey(word: string): string {
  const letters = word.normalize('NFD').toLowerCase().replaceAll('ð', 'đ')
  const tone = TONE.exec(letters)?.[0] ?? ''
  return letters.replace(TONES, '').replace(FINAL_Y, '$1i') + tone
}

/** True when the word bears any Vietnamese mark or a đ: only then does its spelling have to be met exactly (S02). */
export function hasAccent(word: string): boolean {
  const letters = word.normalize('NFD')
  return /[\u0300-\u036f]|[đĐðÐ]/u.test(letters)
}
