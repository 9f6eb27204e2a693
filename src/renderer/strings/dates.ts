/** "2021-08-12" → "12/08/2021": the form of every list (ui README, "Type"). */
export function showDay(iso: string | null | undefined): string {
  const found = iso ? /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) : null
  return found ? `${found[3]}/${found[2]}/${found[1]}` : ''
}

/** A UTC instant in local time: "29/08/2021 17:05". */
export function showInstant(iso: string | null | undefined): string {
  if (!iso) return ''
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? '' : `${showDay(localDay(at))} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Today's day as the clerk's clock has it. */
export function today(): string {
  return localDay(new Date())
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

const two = (value: number) => String(value).padStart(2, '0')

/** Parts as typed → ISO, or null where there is no such day. Two-digit years are of this century up to next year, else of the last. */
export function dayFromParts(day: string, month: string, year: string, now = new Date()): string | null {
  if (!day || !month || (year.length !== 4 && year.length !== 2)) return null
  const full =
    year.length === 4 ? Number(year) : Number(year) + (Number(year) <= (now.getFullYear() % 100) + 1 ? 2000 : 1900)
  const at = new Date(Date.UTC(full, Number(month) - 1, Number(day)))
  const exists =
    at.getUTCFullYear() === full && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
  return exists && full >= 1930 && full <= 2999 ? `${full}-${two(Number(month))}-${two(Number(day))}` : null
}

/** Days since an instant, whole ones; null: never. */
export function daysSince(instant: string | null, now: number): number | null {
  return instant === null ? null : Math.max(0, Math.floor((now - Date.parse(instant)) / 86_400_000))
}

/** Thousands parted by a dot: 48.210. */
export function showCount(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}

/** Size of a file, decimal comma: "1,4 MB". */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'KB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size < 10 ? size.toFixed(1).replace('.', ',') : Math.round(size)} ${unit}`
}
