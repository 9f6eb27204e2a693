/**
 * The printed key: six groups of six, each of five random letters and one that checks them. The letters are consonants
 * and digits that Telex and VNI make no accents of, and none that is read for another: what is typed is what stands
 * on the paper, whatever the keyboard is set to. 30 of 23 letters: 135 bits.
 */
const LETTERS = 'BCFGHJKMNPQRSTVXZ234679'
const GROUPS = 6
const DATA = 5
const GROUP = DATA + 1
/** Read wrongly off a paper: neither is among the letters. */
const MISREAD: Readonly<Record<string, string>> = { '5': 'S', '8': 'B' }

/** `random(n)`: each whole number from 0 up to n as likely as another, from a source nobody can foresee. */
export function newRecoveryKey(random: (below: number) => number): string {
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = Array.from({ length: DATA }, () => LETTERS.charAt(random(LETTERS.length))).join('')
    return data + checkLetter(data, group)
  }).join('-')
}

export type TypedKey =
  | Readonly<{ ok: true; key: string }>
  /** `group`: the first that is not as printed, from 1; null: letters are missing or too many. */
  | Readonly<{ ok: false; group: number | null }>

/** Takes a key as somebody types it: small letters, with spaces, dashes or without. */
export function readRecoveryKey(typed: string): TypedKey {
  const letters = [...typed.normalize('NFKD').toUpperCase()]
    .filter((letter) => /[A-Z0-9]/.test(letter))
    .map((letter) => MISREAD[letter] ?? letter)
    .join('')
  for (let group = 0; (group + 1) * GROUP <= letters.length && group < GROUPS; group++) {
    const part = letters.slice(group * GROUP, (group + 1) * GROUP)
    if (checkLetter(part.slice(0, DATA), group) !== part.charAt(DATA)) return { ok: false, group: group + 1 }
  }
  if (letters.length !== GROUPS * GROUP) return { ok: false, group: null }
  const groups = Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP))
  return { ok: true, key: groups.join('-') }
}

/** Weighed sum modulo a prime: one letter wrong, two neighbours changed about, a group in another's place are noticed. */
function checkLetter(data: string, group: number): string | null {
  let sum = 7 * (group + 1)
  for (const [index, letter] of [...data].entries()) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    sum += (index + 2) * value
  }
  return LETTERS.charAt(sum % LETTERS.length)
}
