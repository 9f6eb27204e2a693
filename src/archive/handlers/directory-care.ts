import { OperationError } from '#contract/failures.ts'
import type { StagedId } from '#contract/ids.ts'
import type { directoryCareOperations } from '#contract/operations/directory-care.ts'
import { DIRECTORY_SHEET } from '#domain/vocabulary/directory-sheet.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { workbookOf } from '../backlog/registers.ts'
import { BLANK_BODY } from '../directory/blank-body.ts'
import { type DirectoryPlan, planImport } from '../directory/import-directory.ts'
import { bodiesMerged } from '../directory/merge-bodies.ts'
import { kindOfName, levelOfName, readDirectorySheet, type SheetRead } from '../directory/read-sheet.ts'
import { directoryTable } from '../directory/sheet-text.ts'
import { directoryCsv, directoryWorkbook } from '../directory/write-sheet.ts'
import { stagedName } from '../intake/staging.ts'
import { bodyUse, mergedInto } from '../store/body-use.ts'
import { allBodies, allGroups, bodyById } from '../store/directory.ts'
import type { Handlers } from './handlers.ts'

const MOST_SHOWN = 500
const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8'
} as const

export const directoryCareHandlers: Handlers<keyof typeof directoryCareOperations> = {
  'directory.use': (archive, input) => {
    if (!bodyById(archive.db, input.bodyId)) throw new OperationError('not-found', { id: input.bodyId })
    return bodyUse(archive.db, input.bodyId)
  },
  'directory.merge': (archive, input, caller) => {
    const { keepId, goneId } = input
    const kept = bodyById(archive.db, keepId)
    if (kept && mergedInto(archive.db, goneId) === keepId) {
      return { body: kept, moved: bodyUse(archive.db, goneId), undo: null }
    }
    const data = bodiesMerged(archive.db, keepId, goneId)
    const moved = bodyUse(archive.db, goneId)
    const [written] = archive.commit([{ kind: 'bodies-merged', data }], caller)
    return { body: data.kept, moved, undo: written ? { seq: written.seq, what: 'bodies-merged' } : null }
  },
  'directory.export': async (archive, input) => {
    const table = directoryTable(allBodies(archive.db), allGroups(archive.db))
    const bytes = input.format === 'xlsx' ? await directoryWorkbook(table) : directoryCsv(table)
    return {
      name: `${DIRECTORY_SHEET.file}_${archive.today()}.${input.format}`,
      mediaType: MEDIA_TYPES[input.format],
      base64: Buffer.from(bytes).toString('base64')
    }
  },
  'directory.checkImport': async (archive, input) => {
    const { sheet, plan, name } = await planned(archive, input.staged)
    const added = plan.bodies.filter((one) => one.before === null)
    return {
      name,
      rows: sheet.rows.length,
      added: added.length,
      changed: plan.bodies.length - added.length,
      same: plan.same,
      wrong: new Set(plan.issues.map((one) => one.row)).size,
      groupsAdded: plan.groups.filter((one) => one.before === null).length,
      groupsChanged: plan.groups.filter((one) => one.before !== null).length,
      strange: [...sheet.strange],
      issues: plan.issues.slice(0, MOST_SHOWN),
      preview: plan.bodies.slice(0, MOST_SHOWN).map(({ row, body, before, fields }) => ({
        row,
        name: body.name,
        what: before === null ? ('added' as const) : ('changed' as const),
        fields: [...fields]
      }))
    }
  },
  'directory.import': async (archive, input, caller) => {
    const { plan, name } = await planned(archive, input.staged)
    const added = plan.bodies.filter((one) => one.before === null).length
    const counts = { added, changed: plan.bodies.length - added, groups: plan.groups.length }
    if (plan.bodies.length + plan.groups.length === 0) return { ...counts, undo: null }
    const data = {
      name,
      bodies: plan.bodies.map(({ body, before }) => ({ id: body.id, body, before })),
      groups: plan.groups.map(({ group, before }) => ({ id: group.id, group, before }))
    }
    const [written] = archive.commit([{ kind: 'directory-imported', data }], caller)
    return { ...counts, undo: written ? { seq: written.seq, what: 'directory-imported' } : null }
  },
  'directory.propose': (_archive, input) => {
    const name = input.name.slice(0, 200).trim()
    return {
      body: {
        ...BLANK_BODY,
        name,
        kind: kindOfName(name),
        level: levelOfName(name),
        aliases: []
      }
    }
  }
}

type Planned = Readonly<{ name: string; sheet: SheetRead; plan: DirectoryPlan }>

/** The first sheet that has a column of names. */
async function planned(archive: ArchiveContext, staged: StagedId): Promise<Planned> {
  const name = stagedName(archive.folder, staged)
  const { sheets } = await workbookOf(archive, staged)
  for (const { rows } of sheets) {
    const sheet = readDirectorySheet(rows)
    if (sheet) return { name, sheet, plan: planImport(archive.db, sheet, archive.newId) }
  }
  throw new OperationError('file-unsupported', { name, problem: 'no-names' })
}
