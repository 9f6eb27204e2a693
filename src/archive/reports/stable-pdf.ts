/**
 * Takes the hour out of a PDF: its dates become the report's day, its file identifier none, each as long as before, so
 * that the same report gives the same bytes (R01). `day`: ISO.
 */
export function stablePdf(pdf: Uint8Array, day: string): Uint8Array {
  const stamp = day.replaceAll('-', '').padEnd(14, '0')
  const text = Buffer.from(pdf).toString('latin1')
  const stable = text
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)(\d{14})/g, (_, before: string) => `${before}${stamp}`)
    .replace(
      /(\/(?:CreationDate|ModDate) ?\(D:\d{14})([+-]\d\d'\d\d'?)/g,
      (_, before: string, zone: string) => before + zone.replace(/\d/g, '0').replace('-', '+')
    )
    .replace(/\/ID ?\[ ?<[0-9A-Fa-f]*> ?<[0-9A-Fa-f]*> ?\]/g, (id) =>
      id.replace(/(?<=<)[0-9A-Fa-f]*/g, (hex) => '0'.repeat(hex.length))
    )
  return Buffer.from(stable, 'latin1')
}
