/** What the screens may load: their own files; WebAssembly for pdf.js' image decoders; pictures made in the page. */
export const SCREEN_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'"
].join('; ')

/** A print view: styles of its own and the paper's fonts, no script of any kind, framed by the screens alone. */
export const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-modals'
].join('; ')

/** Data is no page: nothing of it may run or load should a browser be made to show it. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** On every reply. There is no CORS header: no other origin has anything to ask here. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': policy === PRINT_POLICY ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), clipboard-read=()',
    'cache-control': 'no-store'
  }
}
