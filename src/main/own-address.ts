/** The screens' own origin: a scheme of its own, so that nothing is loaded by `file:` (Electron checklist 18). */
export const SCHEME = 'app'
export const ORIGIN = 'app://vankho'
export const OPENING_ADDRESS = `${ORIGIN}/`
export const PRINT_ADDRESS = `${ORIGIN}/print/`

/** True for an address of our own origin, whatever stands behind it. */
export function isOwnAddress(url: string): boolean {
  return url === ORIGIN || url.startsWith(OPENING_ADDRESS)
}

/** True for what the screens may ask for at all: their own origin, and what they made themselves in memory. */
export function isLocalAddress(url: string): boolean {
  return isOwnAddress(url) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:')
}

/** Where papers wait for filing, as the screens address it. */
export const QUEUE_PATH = '/vao-so'
