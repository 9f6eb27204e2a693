/** Names Windows keeps for devices, whatever ending stands behind them. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i
/** Signs no Windows name may hold, and those that part a path anywhere. */
const FORBIDDEN = /[<>:"/\\|?*]+/g
/** Control and direction signs, halves of signs, signs without a meaning: a name may hide its end behind one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u
const MOST_LETTERS = 80
/** Folders of other systems count bytes: 255 with what is put behind to tell two apart. */
const MOST_BYTES = 180

/** A name every system takes as it stands, the ending kept (reliability.md S4). Never empty, never a path. */
export function safeName(name: string, most: number = MOST_LETTERS): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[.~-]+/, '')
    .replace(/[. ]+$/, '')
    .trim()
  const ending = ENDING.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length)
  const cut = shortened(stem, most - ending.length, MOST_BYTES - Buffer.byteLength(ending)).replace(/[. ]+$/, '')
  if (cut === '') return ending === '' ? 'tep' : `tep${ending}`
  return RESERVED.test(`${cut}${ending}`) ? `_${cut}${ending}` : `${cut}${ending}`
}

/** Names of one folder, told apart also where letters count the same whether great or small. */
export type NamesTaken = Readonly<{ take(name: string): string }>

export function namesTaken(): NamesTaken {
  const taken = new Set<string>()
  return {
    take(name) {
      const ending = ENDING.exec(name)?.[0] ?? ''
      const stem = name.slice(0, name.length - ending.length)
      for (let count = 1; ; count++) {
        const tried = count === 1 ? name : `${stem}_${count}${ending}`
        const key = tried.normalize('NFC').toLocaleLowerCase('en').toLocaleUpperCase('en')
        if (taken.has(key)) continue
        taken.add(key)
        return tried
      }
    }
  }
}

/** Cut between whole signs. */
function shortened(text: string, letters: number, bytes: number): string {
  let kept = ''
  let length = 0
  let size = 0
  for (const sign of text) {
    length++
    size += Buffer.byteLength(sign)
    if (length > letters || size > bytes) break
    kept += sign
  }
  return kept
}
