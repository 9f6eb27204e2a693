import { passingStore } from '../../app/own-store.ts'

const PLACE = 'vankho.lineage.recent'
const MOST = 8

export type KeptRoot = Readonly<{ id: string; reference: string; subject: string }>

/** Documents whose lineage was looked at last at this window, newest first. */
export function keptRoots(): readonly KeptRoot[] {
  try {
    const stored: unknown = JSON.parse(passingStore().getItem(PLACE) ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((one): one is KeptRoot => typeof one?.id === 'string' && typeof one?.reference === 'string')
      : []
  } catch {
    return []
  }
}

export function keepRoot(root: KeptRoot): void {
  passingStore().setItem(
    PLACE,
    JSON.stringify([root, ...keptRoots().filter((one) => one.id !== root.id)].slice(0, MOST))
  )
}
