/**
 * An answer with what differs from engine to engine made equal: ids and hashes by the order in which they are first
 * met, the temporary folder, times taken.
 */
export function createPlain(folder: string): (value: unknown) => unknown {
  const seen = new Map<string, string>()
  function label(kind: string, found: string): string {
    const known = seen.get(found)
    if (known) return known
    const made = `<${kind} ${seen.size}>`
    seen.set(found, made)
    return made
  }
  function plainText(text: string): string {
    return (
      text
        .replaceAll(folder, '<folder>')
        .replace(/\b([a-z])_[0-9a-z]{20}\b/g, (found, kind: string) => label(kind, found))
        .replace(/\b[0-9a-f]{64}\b/g, (found) => label('hash', found))
        // The mark of the ledger printed under a register, and its QR.
        .replace(/\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/g, (found) => label('mark', found))
        .replace(/(<svg class="qr".*?<path d=")[^"]*/g, '$1')
    )
  }
  return function plain(value: unknown): unknown {
    if (typeof value === 'string') return plainText(value)
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        if (inner === undefined) return []
        const timed = key === 'milliseconds' || key === 'seconds' || key === 'proposedFolder'
        // A file of text: its ids differ as those of answers do.
        const file = key === 'base64' ? Buffer.from(String(inner), 'base64').toString('utf8') : inner
        return [[plainText(key), timed ? 0 : plain(file)]]
      })
    )
  }
}
