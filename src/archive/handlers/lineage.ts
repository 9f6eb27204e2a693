import { OperationError } from '#contract/failures.ts'
import type { lineageOperations } from '#contract/operations/lineage.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import { lineageCsv, lineageGraphml } from '#domain/lineage/export-graph.ts'
import { fold } from '#domain/text/fold.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { documentLine } from '../store/document-lines.ts'
import { lineagePath, traceLineage } from '../store/lineage.ts'
import { validityHistory } from '../store/validity.ts'
import type { Handlers } from './handlers.ts'

type Exported = CheckedInputOf<'lineage.export'>

const MEDIA_TYPES: Readonly<Record<Exported['format'], string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  graphml: 'application/graphml+xml'
}

export const lineageHandlers: Handlers<keyof typeof lineageOperations> = {
  'lineage.trace': (archive, input) => {
    known(archive, input.documentId)
    return traceLineage(archive.db, input, archive.today())
  },
  'lineage.path': (archive, input) => {
    known(archive, input.from)
    known(archive, input.to)
    return lineagePath(archive.db, input, archive.today())
  },
  'lineage.export': (archive, input) => {
    const line = known(archive, input.documentId)
    const text = written(archive, input)
    const name = fold(line.reference ?? line.subject ?? '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
    return {
      name: `luoc-do_${name}.${input.format}`,
      mediaType: MEDIA_TYPES[input.format],
      base64: Buffer.from(text, 'utf8').toString('base64')
    }
  },
  'document.validity': (archive, input) => {
    known(archive, input.documentId)
    return validityHistory(archive.db, input.documentId, input.on)
  }
}

function written(archive: ArchiveContext, input: Exported): string {
  const { documentId, to, format } = input
  if (to !== null) known(archive, to)
  const { root, nodes, edges } =
    to === null
      ? traceLineage(archive.db, input, archive.today())
      : lineagePath(archive.db, { from: documentId, to }, archive.today())
  const plain = nodes.map(({ hidden: _hidden, ...node }) => node)
  switch (format) {
    case 'json':
      return `${JSON.stringify({ root, nodes: plain, edges }, null, 2)}\n`
    case 'csv':
      return lineageCsv({ nodes, edges })
    case 'graphml':
      return lineageGraphml({ nodes, edges })
  }
}

function known(archive: ArchiveContext, id: string) {
  const line = documentLine(archive.db, id)
  if (!line) throw new OperationError('not-found', { id })
  return line
}
