import { randomBytes } from 'node:crypto'

/** How long an address works: long enough for a slow printer dialog to ask again. */
const LIFETIME = 10 * 60_000
const MOST = 30

/** Print views that wait behind an address nobody can guess; kept in memory alone. */
export type PrintPages = Readonly<{ put(html: string): string; get(id: string): string | null }>

export function createPrintPages(now: () => number = () => performance.now()): PrintPages {
  const pages = new Map<string, Readonly<{ html: string; until: number }>>()
  return {
    put(html) {
      for (const [id, page] of pages) if (page.until < now() || pages.size >= MOST) pages.delete(id)
      const id = randomBytes(24).toString('base64url')
      pages.set(id, { html, until: now() + LIFETIME })
      return id
    },
    get(id) {
      const page = pages.get(id)
      return page && page.until >= now() ? page.html : null
    }
  }
}
