import type { Guard } from './guard.ts'

const SERVER = ['tests/server/limits.test.ts', 'tests/server/guard.test.ts']
const BODIES = ['tests/server/bodies.test.ts', 'tests/server/limits.test.ts']
const IPC = ['tests/electron/ipc-host.test.ts', 'tests/electron/ipc-limits.test.ts']
const PARTS = ['tests/electron/desktop-parts.test.ts']
const WINDOW = [
  'tests/electron/window-options.test.ts',
  'tests/electron/ipc-limits.test.ts',
  'tests/electron/desktop-parts.test.ts'
]
const STATIC = ['tests/server/static-files.test.ts']
const DISPATCH = ['tests/contract/dispatch.test.ts']

/** The loopback shell (reliability.md S6), the Electron shell (1.1) and the contract below both (S5). */
export const DOOR_GUARDS: readonly Guard[] = [
  ...within('src/server/guard.ts', SERVER, [
    [
      'an address that is no plain path',
      'if (!/^\\/(?!\\/)[\\x21-\\x7e]*$/.test(url) || url.length > 4096) return true',
      ''
    ],
    ['an upgrade', 'if (request.headers.upgrade !== undefined) return true', ''],
    [
      'doubled headers',
      'return SINGLE.some((single) => names.filter((name) => name === single).length > 1)',
      'return names.length < 0'
    ],
    ['the Host header', "if (!ownHosts(port).includes(host)) return { status: 403, reason: 'host' }", ''],
    ['the Origin header', 'if (headers.origin !== undefined &&', 'if (host === undefined &&'],
    [
      'Sec-Fetch-Site',
      "if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'site' }",
      ''
    ],
    ['the method', "if (!METHODS.includes(method)) return { status: 405, reason: 'method' }", ''],
    [
      'the token',
      "if (url.startsWith('/api/') && !isToken(headers[TOKEN_HEADER], token)) return { status: 403, reason: 'token' }",
      ''
    ]
  ]),
  ...within('src/server/read-json.ts', BODIES, [
    [
      'the depth of a body',
      'return isWithinDepth(value) ? { ok: true, value } : { ok: false, status: 400 }',
      'return { ok: true, value }'
    ],
    [
      'the length a body says',
      "if (Number(request.headers['content-length'] ?? 0) > MOST_CALL_BYTES) return { ok: false, status: 413 }",
      ''
    ],
    ['the length a body has', 'if (size > MOST_CALL_BYTES) end(413)', 'if (size < 0) end(413)'],
    [
      'a body that does not come',
      'const timer = setTimeout(() => end(408), milliseconds)',
      'const timer = setTimeout(() => {}, milliseconds)'
    ],
    ['bytes that are no UTF-8', "new TextDecoder('utf-8', { fatal: true })", "new TextDecoder('utf-8')"]
  ]),
  ...within('src/server/read-json.ts', SERVER, [
    [
      'the type of a body',
      "if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }",
      ''
    ]
  ]),
  ...within('src/server/api.ts', BODIES, [
    [
      'the type of a file handed in',
      "if (request.headers['content-type'] !== 'application/octet-stream') return sendOutcome(response, BAD_INPUT, 415)",
      ''
    ],
    [
      'the name of a file handed in',
      "if (name.trim() === '' || name.length > LONGEST_NAME) return sendOutcome(response, BAD_INPUT, 400)",
      ''
    ],
    [
      'the length of a file handed in',
      "if (Number(request.headers['content-length'] ?? 0) > MOST_FILE_BYTES) {",
      'if (Number.isNaN(MOST_FILE_BYTES)) {'
    ]
  ]),
  guard(
    'what a file door is asked',
    'src/contract/file-address.ts',
    'return checked.success ? checked.data : null',
    'return value as FileAddress',
    BODIES
  ),
  guard(
    'the loopback address alone',
    'src/server/start-server.ts',
    "server.listen({ host: '127.0.0.1', port, exclusive: true }",
    "server.listen({ host: '0.0.0.0', port, exclusive: true }",
    ['tests/server/streams.test.ts']
  ),
  guard(
    'a refusal gives the connection up',
    'src/server/reply.ts',
    "response.setHeader('connection', 'close')",
    '',
    SERVER
  ),
  guard(
    'windows that listen without end',
    'src/server/event-stream.ts',
    'if (open.size >= MOST_LISTENERS) {',
    'if (open.size < 0) {',
    SERVER
  ),
  ...within('src/shell/static-files.ts', STATIC, [
    ['a path of plain names', 'if (!PLAIN.test(name)) return null', ''],
    ['a link out of the screens', 'if (!file.startsWith(root + sep)) return null', '']
  ]),
  ...within('src/shell/policies.ts', SERVER, [
    [
      'the content policy of the screens',
      `"script-src 'self' 'wasm-unsafe-eval'",`,
      `"script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",`
    ],
    ['no sniffing', "'x-content-type-options': 'nosniff',", ''],
    ['no foreign frame', "'x-frame-options': policy === PRINT_POLICY ? 'SAMEORIGIN' : 'DENY',", '']
  ]),
  guard(
    'a print view runs no script',
    'src/shell/policies.ts',
    "'sandbox allow-same-origin allow-modals'",
    "'sandbox allow-same-origin allow-modals allow-scripts', \"script-src 'unsafe-inline'\"",
    ['tests/server/streams.test.ts']
  ),
  guard(
    'an old print view is gone',
    'src/shell/print-pages.ts',
    'if (!page || page.until < now()) return null',
    'if (!page) return null',
    ['tests/server/streams.test.ts']
  ),
  guard(
    'a print view of an ended session is gone',
    'src/shell/print-pages.ts',
    'if (await page.holds()) return page.html',
    'if ((await page.holds()) || page.until > 0) return page.html',
    ['tests/server/ended-sessions.test.ts']
  ),

  ...within('src/main/ipc-host.ts', IPC, [
    ['who asks over IPC', 'if (!isOurs(event)) return NOT_ALLOWED', ''],
    [
      'the main frame alone',
      'return frame !== null && frame.parent === null && isOwnAddress(frame.url)',
      'return frame !== null && isOwnAddress(frame.url)'
    ],
    [
      'nothing is thrown over IPC',
      "return { ok: false, code: 'internal', detail: {} } satisfies Failure",
      "throw new Error('x')"
    ]
  ]),
  guard(
    'depth over IPC',
    'src/main/ipc-host.ts',
    "if (typeof name !== 'string' || !isWithinDepth(input)) return BAD_INPUT",
    "if (typeof name !== 'string') return BAD_INPUT",
    IPC
  ),
  guard(
    'the length of bytes over IPC',
    'src/main/ipc-host.ts',
    '|| bytes.byteLength > MOST_BYTES_HANDED) return BAD_INPUT',
    ') return BAD_INPUT',
    IPC
  ),
  guard(
    'our own scheme',
    'src/main/own-address.ts',
    'return url === ORIGIN || url.startsWith(OPENING_ADDRESS)',
    'return url.startsWith(ORIGIN)',
    IPC
  ),
  guard(
    'the method of the app protocol',
    'src/main/app-protocol.ts',
    "if (method !== 'GET' || !isOwnAddress(url)) return notFound()",
    'if (!isOwnAddress(url)) return notFound()',
    IPC
  ),
  ...within('src/main/lock-down.ts', WINDOW, [
    ['navigation', 'if (!isOwnAddress(details.url)) details.preventDefault()', ''],
    ['webviews', "contents.on('will-attach-webview', (event) => event.preventDefault())", ''],
    [
      'other windows',
      "contents.setWindowOpenHandler(() => ({ action: 'deny' }))",
      "contents.setWindowOpenHandler(() => ({ action: 'allow' }) as never)"
    ],
    ['permissions', '=> answer(false))', '=> answer(true))'],
    [
      'permissions asked again',
      'session.setPermissionCheckHandler(() => false)',
      'session.setPermissionCheckHandler(() => true)'
    ],
    ['requests that leave', 'answer({ cancel: !isLocalAddress(url) })', 'answer({ cancel: false })'],
    ['names on a network', "switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')", ''],
    ['switches of a debugger', 'return PROBES.some((name) => switches.hasSwitch(name))', 'return false']
  ]),
  ...within('src/main/window-options.ts', WINDOW, [
    ['the sandbox', 'sandbox: true,', 'sandbox: false,'],
    ['context isolation', 'contextIsolation: true,', 'contextIsolation: false,'],
    ['no Node in the page', 'nodeIntegration: false,', 'nodeIntegration: true,']
  ]),
  ...within('src/main/outside-files.ts', PARTS, [
    [
      'the kind of what is opened outside',
      'if (type === null) return refused(found.value.name)',
      'if (type === null) return { ok: true, value: found.value.path }'
    ],
    [
      'macros are not opened outside',
      'return PROGRAMS.some((mark) => bytes.includes(mark)) ? null : found.mediaType',
      'return found.mediaType'
    ]
  ]),
  ...within('src/contract/dispatch.ts', DISPATCH, [
    ['who may do it', 'if (!isOpenTo(operation, caller.role, attended)) {', 'if (caller.name === null) {'],
    ['names of operations alone', 'return Object.hasOwn(operations, name)', 'return name in operations'],
    [
      'what an operation takes',
      "if (!checked.success) return { ok: false, code: 'bad-input', detail: issueDetail(checked.error.issues) }",
      ''
    ],
    [
      'an error says nothing of itself',
      "return { ok: false, code: 'internal', detail: {} }\n",
      "return { ok: false, code: 'internal', detail: { text: String(error) } }\n"
    ]
  ])
]

function within(
  file: string,
  tests: readonly string[],
  list: readonly (readonly [name: string, find: string, put: string])[]
): readonly Guard[] {
  return list.map(([name, find, put]) => ({ name, file, find, put, tests }))
}

function guard(name: string, file: string, find: string, put: string, tests: readonly string[]): Guard {
  return { name, file, find, put, tests }
}
