import { NO_FILTERS } from '#contract/no-filters.ts'
import type { OperationName } from '#contract/operations.ts'
import { BOARD_STATES } from '#domain/deadline/handling-state.ts'
import type { Ids } from './canary-office.ts'

const UNUSED = 'z'.repeat(20)

/** Ids of the same shapes that stand for nothing. */
export const NO_IDS: Ids = {
  document: `d_${UNUSED}`,
  sha256: 'f'.repeat(64),
  delivery: `v_${UNUSED}`,
  handling: `h_${UNUSED}`,
  progress: `r_${UNUSED}`,
  dossier: `o_${UNUSED}`,
  citation: `d_${UNUSED}:36-cv-tu@2021-08-09`,
  proof: `p_${UNUSED}`,
  notice: `y_${UNUSED}`,
  body: `b_${UNUSED}`
}

export type Call = readonly [name: OperationName, input: unknown]

/** What lists, counts, searches and prints without naming the hidden paper. */
export function neutralCalls(open: Ids): readonly Call[] {
  const search = (query: string) => ({ query, filters: NO_FILTERS, sort: 'relevance', limit: 50 })
  const page = { offset: 0, limit: 200 }
  const register = (direction: string, group: string) => ({
    ...{ direction, from: null, to: null, text: '', sort: 'number', descending: false, group, withdrawn: true },
    ...{ offset: 0, limit: 500 }
  })
  const report = (name: string, more: object = {}) => ({ name, from: null, to: null, documentId: null, ...more })
  const reports = [
    report('register-in'),
    report('register-out'),
    report('handover-book', { direction: 'incoming' }),
    report('unacknowledged'),
    report('reconciliation', { direction: 'incoming' }),
    report('missing-documents'),
    report('copy-requests'),
    report('unanswered-directives'),
    report('post-book'),
    report('dossier-list'),
    report('dossiers-due'),
    report('follow-up-book'),
    report('overdue-list'),
    report('statistics', { by: 'sender', direction: 'incoming' }),
    report('statistics', { by: 'handler', direction: 'incoming' }),
    report('secret-book', { direction: 'incoming' }),
    report('distribution-log', { documentId: open.document }),
    report('lineage-list', { documentId: open.document }),
    report('routing-slip', { documentId: open.document }),
    report('sent-to-body', { bodyId: open.body }),
    report('hits-list', { hits: { kind: 'found', query: '', filters: NO_FILTERS, leftOut: [] } })
  ]
  return [
    ['archive.state', {}],
    ['account.state', {}],
    ['account.list', {}],
    ['overview', {}],
    ['intake.list', {}],
    ['intake.paper', {}],
    ['batch.list', { limit: 50 }],
    ['match.list', { limit: 50 }],
    ['watch.get', {}],
    ['ocr.state', {}],
    ['job.list', {}],
    ['secret.state', {}],
    ['archive.lastVerify', {}],
    ['restriction.list', { offset: 0, limit: 100 }],
    ['withdrawal.list', {}],
    ['ledger.list', { before: null, limit: 500, documentId: null }],
    ['ledger.list', { before: null, limit: 500, documentId: open.document }],
    ...['', 'công văn', 'bao cao ket qua', '2021', 'Ban'].flatMap((text): Call[] => [
      ['search.fast', search(text)],
      ['search.full', search(text)],
      ['search.full', { ...search(text), sort: 'newest' }],
      ['search.suggest', { text, limit: 30 }]
    ]),
    ['search.suggest', { text: 'hoan', limit: 30 }],
    ['search.full', search('hoangyenki')],
    ['search.full', search('hoangyenkim')],
    ['search.check', {}],
    ['document.find', { reference: 'cv tu' }],
    ['document.get', { id: open.document }],
    ['document.text', { documentId: open.document, sha256: null }],
    ['document.validity', { documentId: open.document, on: '2021-12-31' }],
    ['document.access', { id: open.document }],
    ['handling.get', { documentId: open.document }],
    ...BOARD_STATES.map((state): Call => ['handling.board', { state, unit: null, text: '', ...page }]),
    ['lineage.trace', { documentId: open.document, direction: 'both', depth: 6 }],
    ['lineage.export', { documentId: open.document, direction: 'both', depth: 6, format: 'csv' }],
    ['worklist.counts', {}],
    ['worklist.citations', { kind: null, ...page }],
    ...['no-text', 'not-reviewed', 'number-taken'].map((kind): Call => ['worklist.documents', { kind, ...page }]),
    ['worklist.unanswered', { ...page }],
    ['directory.list', { text: '', on: null }],
    ['directory.use', { bodyId: open.body }],
    ['delivery.reconcile', { documentId: open.document }],
    ['delivery.overview', { only: 'all', text: '', ...page }],
    ['delivery.unacknowledged', { by: 'body', olderThanDays: 0 }],
    ['delivery.unacknowledged', { by: 'document', olderThanDays: 0 }],
    ['delivery.sheet', { documentId: null, from: null, to: null, direction: 'incoming', onlyUnsigned: false }],
    [
      'delivery.period',
      { from: null, to: null, direction: 'incoming', only: 'all', openOnly: false, bodyId: null, text: '' }
    ],
    ['delivery.ofBody', { bodyId: open.body, from: null, to: null, text: '' }],
    ['delivery.noticeOffer', { documentId: open.document }],
    ['dossier.list', { text: '', only: 'all', on: null, ...page }],
    ['dossier.get', { id: open.dossier }],
    ['dossier.proposals', { id: open.dossier, limit: 100 }],
    ['dossier.ofDocument', { documentId: open.document }],
    ['register.periods', { direction: 'incoming' }],
    ...['none', 'day', 'author', 'type'].map((group): Call => ['register.list', register('incoming', group)]),
    ['book.list', {}],
    ['book.rules', {}],
    ['fonds.list', {}],
    ...reports.flatMap((one): Call[] => [
      ['report.html', one],
      ['report.table', one],
      ['report.file', { report: one, format: 'csv' }]
    ]),
    ['directory.export', { format: 'csv' }],
    ['directory.propose', { name: 'Đ/c Cil Dim' }],
    ['ledger.mark', {}],
    ['ledger.checkMark', { mark: 'ABCD-EFGH-JKMN-PQRS' }],
    ['search.read', { text: 'cq: huyện ủy', caret: 5 }],
    ['care.state', {}],
    ['care.backups', { folder: null }],
    ['update.state', {}],
    ['encryption.state', {}],
    ['folders.list', { folder: null }]
  ]
}

/** What names a paper: by its ids, its number and its words. Asked of the hidden one it says what it says of none. */
export function pointedCalls(ids: Ids, word: string, number: string, open: Ids): readonly Call[] {
  const { document } = ids
  const search = { query: word, filters: NO_FILTERS, sort: 'relevance', limit: 50 }
  const report = (name: string, more: object = {}) => ({ name, from: null, to: null, documentId: document, ...more })
  const reference = `${number}-CV/TU`
  const page = { offset: 0, limit: 50 }
  return [
    ['document.get', { id: document }],
    ['document.text', { documentId: document, sha256: null }],
    ['document.text', { documentId: document, sha256: ids.sha256 }],
    ['document.validity', { documentId: document, on: '2021-12-31' }],
    ['document.access', { id: document }],
    ['document.find', { reference }],
    ['document.withdraw', { id: document, reason: 'x' }],
    ['document.restrict', { id: document, to: { accounts: [], roles: [] }, reason: 'x' }],
    ['document.unrestrict', { id: document, reason: 'x' }],
    ['withdrawal.refuse', { id: document, reason: 'x' }],
    ['search.fast', search],
    ['search.full', search],
    ['search.full', { ...search, query: `${word.slice(0, -1)}z` }],
    ['search.full', { ...search, query: word.slice(0, 6) }],
    ['search.full', { ...search, query: reference }],
    ['search.full', { ...search, query: `"${word}" HOẶC ${word}` }],
    ['search.full', { ...search, query: `-${word}` }],
    ['search.full', { ...search, query: `KHÔNG trích yếu: ${word} cao` }],
    ['search.full', { ...search, query: '', filters: { ...NO_FILTERS, dossiers: [ids.dossier] } }],
    ['search.fast', { ...search, query: '', filters: { ...NO_FILTERS, dossiers: [ids.dossier] } }],
    ['search.suggest', { text: word, limit: 20 }],
    ['search.suggest', { text: reference, limit: 20 }],
    ['search.places', { documentId: document, query: word }],
    ['ledger.list', { before: null, limit: 500, documentId: document }],
    ['handling.get', { documentId: document }],
    ['handling.board', { state: 'open', unit: null, text: word, ...page }],
    ['handling.assign', { documentId: document, id: null, assignment: ASSIGNMENT }],
    ['handling.remove', { documentId: document, id: ids.handling }],
    ['handling.report', { documentId: document, on: '2021-08-20', by: null, text: 'x' }],
    ['handling.removeReport', { documentId: document, id: ids.progress }],
    ['handling.done', { documentId: document, on: '2021-08-20', by: null, replyId: null, replyText: null, note: null }],
    ['handling.reopen', { documentId: document, reason: 'x' }],
    ['handling.takeDeadline', { documentId: document, key: 'x' }],
    ['handling.dismissDeadline', { documentId: document, key: 'x' }],
    ['directive.excuse', { documentId: document, reason: 'x' }],
    ['directive.require', { documentId: document }],
    ['citation.same', { id: ids.citation }],
    ['lineage.trace', { documentId: document, direction: 'both', depth: 6 }],
    ['lineage.path', { from: open.document, to: document }],
    ['lineage.export', { documentId: document, direction: 'both', depth: 6, format: 'json' }],
    ['delivery.reconcile', { documentId: document }],
    ['delivery.sheet', { documentId: document, from: null, to: null, direction: 'incoming', onlyUnsigned: false }],
    ['delivery.noticeOffer', { documentId: document }],
    ['delivery.overview', { only: 'all', text: word, ...page }],
    [
      'delivery.period',
      { from: null, to: null, direction: 'incoming', only: 'all', openOnly: false, bodyId: null, text: word }
    ],
    ['dossier.ofDocument', { documentId: document }],
    ['dossier.get', { id: ids.dossier }],
    ['dossier.proposals', { id: ids.dossier, limit: 20 }],
    ['dossier.list', { text: word, only: 'all', on: null, ...page }],
    [
      'register.list',
      {
        ...{
          direction: 'incoming',
          from: null,
          to: null,
          text: word,
          sort: 'number',
          descending: false,
          group: 'none'
        },
        ...{ withdrawn: true, offset: 0, limit: 50 }
      }
    ],
    ...[
      'signature-sheet',
      'distribution-log',
      'reconciliation',
      'lineage-sheet',
      'lineage-list',
      'send-slips',
      'envelopes',
      'labels',
      'routing-slip'
    ].flatMap((name): Call[] => [
      ['report.html', report(name)],
      ['report.table', report(name)],
      ['report.file', { report: report(name), format: 'csv' }]
    ]),
    ['report.html', { ...report('dossier-contents'), documentId: null, dossierId: ids.dossier }],
    ['report.html', { ...report('dossier-cover'), documentId: null, dossierId: ids.dossier }],
    [
      'handling.done',
      { documentId: open.document, on: '2021-08-20', by: null, replyId: document, replyText: null, note: null }
    ],
    ['ledger.undo', { seq: 999_999 }]
  ]
}

const ASSIGNMENT = {
  opinion: 'x',
  leader: null,
  assignedOn: '2021-08-20',
  main: null,
  co: [],
  due: null,
  dueFrom: null,
  note: null
}
