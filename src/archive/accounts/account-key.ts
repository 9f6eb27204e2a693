/** A name as it is compared: neither case nor the way its marks or spaces are written tells two people apart. */
export function accountKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()
}
