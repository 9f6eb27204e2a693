/** Viet Nam's clock, for a time that says no offset of its own. */
const HOME_OFFSET = '+07:00'
const PDF_TIME = /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-]\d{2})'?(\d{2})?)?/

export type SigningTime = Readonly<{ at: string; on: string }>

/** A time as PDF writes it (ISO 32000-1, 7.9.4): the instant, and the day the signer's calendar showed. */
export function pdfTime(text: string | null): SigningTime | null {
  const match = text === null ? null : PDF_TIME.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset, offsetMinute = '00'] = match
  const on = `${year}-${month}-${day}`
  const zone = offset === undefined ? (text?.includes('Z') ? 'Z' : HOME_OFFSET) : `${offset}:${offsetMinute}`
  const instant = new Date(`${on}T${hour}:${minute}:${second}${zone}`)
  if (Number.isNaN(instant.getTime())) return null
  return { at: instant.toISOString(), on: zone === 'Z' ? homeDay(instant) : on }
}

/** An instant, with the day it was in Viet Nam. */
export function instantTime(instant: Date): SigningTime | null {
  if (Number.isNaN(instant.getTime())) return null
  return { at: instant.toISOString(), on: homeDay(instant) }
}

function homeDay(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
