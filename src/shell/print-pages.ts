import { randomBytes } from 'node:crypto'
import type { Outcome } from '#contract/failures.ts'
import type { Asker } from '#contract/operations/operation.ts'

/** How long an address works: long enough for a slow printer dialog to ask again. */
const LIFETIME = 10 * 60_000
const MOST = 30

/** Whether whoever a page was made for still stands before the archive as they did. */
export type Holds = () => Promise<boolean>

/** Print views that wait behind an address nobody can guess; kept in memory alone. */
export type PrintPages = Readonly<{
  /** `holds` is asked each time the page is: one whose session has ended is not there. None: the program's own, dropped at once. */
  put(html: string, holds?: Holds): string
  get(id: string): Promise<string | null>
  drop(id: string): void
}>

export function createPrintPages(now: () => number = () => performance.now()): PrintPages {
  const pages = new Map<string, Readonly<{ html: string; until: number; holds: Holds }>>()
  return {
    put(html, holds = () => Promise.resolve(true)) {
      for (const [id, page] of pages) if (page.until < now() || pages.size >= MOST) pages.delete(id)
      const id = randomBytes(24).toString('base64url')
      pages.set(id, { html, until: now() + LIFETIME, holds })
      return id
    },
    async get(id) {
      const page = pages.get(id)
      if (!page || page.until < now()) return null
      if (await page.holds()) return page.html
      pages.delete(id)
      return null
    },
    drop: (id) => void pages.delete(id)
  }
}

/** Of the engine's door what is asked here. */
type Asked = Readonly<{ call(name: string, input: unknown, asker: Asker): Promise<Outcome<unknown>> }>

/** Holds as long as the asker's session does; in an office without accounts, as long as it keeps none. */
export async function holdsFor(engine: Asked, asker: Asker): Promise<Holds> {
  const standing = async (): Promise<string> => {
    const state = await engine.call('account.state', {}, asker)
    if (!state.ok) return 'nowhere'
    const { on, account } = state.value as { on: boolean; account: { id: string } | null }
    return `${on} ${account?.id ?? ''}`
  }
  const before = await standing()
  return async () => (await standing()) === before
}
