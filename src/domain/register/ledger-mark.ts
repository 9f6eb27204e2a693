/** Digits and letters no reader takes for one another: neither I nor L, O nor U (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
const GROUP = 4

/**
 * What is printed of the ledger's head: 16 signs in groups of four, 80 bits of the hash of its last line. Whoever has the
 * printed sheet can tell later whether the ledger still holds that line and all before it (reliability.md S13).
 */
export function ledgerMark(hash: string): string {
  let bits = BigInt(`0x${hash.slice(0, (LENGTH * 5) / 4)}`)
  let signs = ''
  for (let at = 0; at < LENGTH; at++) {
    signs = `${SIGNS[Number(bits & 31n)]}${signs}`
    bits >>= 5n
  }
  return grouped(signs)
}

/** A mark as somebody types it off a sheet: small letters, blanks for hyphens, O for 0, I and L for 1; null: no mark. */
export function readLedgerMark(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[\s.–—-]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return null
  return grouped(signs)
}

function grouped(signs: string): string {
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? ''
}
