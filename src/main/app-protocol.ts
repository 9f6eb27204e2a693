import { readFile } from 'node:fs/promises'
import { PRINT_POLICY, SCREEN_POLICY, securityHeaders } from '#shell/policies.ts'
import type { PrintPages } from '#shell/print-pages.ts'
import { findStatic } from '#shell/static-files.ts'
import { isOwnAddress, ORIGIN, PRINT_ADDRESS, SCHEME } from './own-address.ts'

/**
 * What the scheme may do. `supportFetchAPI` without `corsEnabled` made custom schemes readable from other origins
 * (CVE-2026-70604): both are set. No privilege is given that goes around the content policy.
 */
export const PRIVILEGES = [
  {
    scheme: SCHEME,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      corsEnabled: true,
      bypassCSP: false,
      allowServiceWorkers: false
    }
  }
]

export type AppProtocol = Readonly<{ screens: string; prints: PrintPages }>

/** Answers for `app://vankho/…`: a file of the screens, or a print view; everything else is not there. */
export async function answerAppRequest(request: Pick<Request, 'url' | 'method'>, app: AppProtocol): Promise<Response> {
  const { url, method } = request
  if (method !== 'GET' || !isOwnAddress(url)) return notFound()
  if (url.startsWith(PRINT_ADDRESS)) {
    const html = await app.prints.get(url.slice(PRINT_ADDRESS.length))
    return html === null ? notFound() : respond(html, 'text/html; charset=utf-8', PRINT_POLICY)
  }
  const [path = ''] = url.slice(ORIGIN.length).split(/[?#]/)
  const found = await findStatic(app.screens, path === '' ? '/' : path)
  return found ? respond(new Uint8Array(await readFile(found.file)), found.mediaType, SCREEN_POLICY) : notFound()
}

function respond(body: string | Uint8Array<ArrayBuffer>, mediaType: string, policy: string): Response {
  return new Response(body, { status: 200, headers: { ...securityHeaders(policy), 'content-type': mediaType } })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: securityHeaders(SCREEN_POLICY) })
}
