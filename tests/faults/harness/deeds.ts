import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { JobHandle } from '#archive/archive-context.ts'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { restoreExport } from '#archive/export/from-export.ts'
import { exportArchive } from '#archive/export/full-export.ts'
import { startImport } from '#archive/intake/intake-jobs.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { type FailureCode, OperationError } from '#contract/failures.ts'
import type { BodyId } from '#contract/ids.ts'
import { quietJob } from '#tests/support/alter.ts'
import { restoreHere } from '#tests/support/encrypted.ts'
import { CLERK, fileForm } from '#tests/support/papers.ts'
import { must } from './must.ts'
import { bodySaved, paperText, sent } from './paper.ts'
import type { Draw } from './random.ts'

export type Desk = Readonly<{
  /** Where sources, backups and exports lie. */
  beside: string
  /** Said after a deed is done: what a clerk would have been told. */
  say(line: string): void
  draw: Draw
  /** Goes into the names of what this one files. */
  name: string
  /** Whether it takes away again what only was to be made. */
  tidy: boolean
  /** Of the papers it imports, where not the office's letters. */
  symbol?: string
  /** Backups that are there already. */
  backups?: readonly string[]
}>

/**
 * The whole operations of the archive, each with what it acknowledges: `filed <id> <sha256|-> <name>`, `noted <id> <note>`,
 * `withdrawn <id>`, `again <id>`, `delivered <document> <delivery>`, `backed-up <folder> <seq>`, `restored <folder> <seq>`,
 * `exported <folder> <seq>`, `rebuilt`, `reindexed`.
 */
export function deedsOf(archive: OpenedArchive, desk: Desk) {
  const { beside, say, draw } = desk
  let made = 0
  const next = (): string => `${desk.name}-${++made}`
  const anyOf = (where: string): string | null => {
    const sql = `SELECT id FROM document WHERE ${where} ORDER BY n DESC LIMIT 12`
    const ids = archive.db.prepare<[], string>(sql).pluck().all()
    return ids.length === 0 ? null : draw.one(ids)
  }
  const head = (): number => archive.ledger.head().seq
  const sources = mkdtempSync(join(tmpdir(), 'van-kho-sources-'))
  let backups: readonly string[] = desk.backups ?? []

  return {
    async import() {
      const staged: string[] = []
      for (let index = 0; index < 3; index++) {
        const id = archive.newId('s')
        const name = `p-${next()}.txt`
        const source = join(sources, name)
        const text = paperText(made, `${desk.name} ${made} ${draw.below(1e9)}`, desk.symbol)
        writeFileSync(source, text)
        try {
          await stageFile(archive.folder, id, name, source)
        } finally {
          must(readFileSync(source, 'utf8') === text, `the clerk's own file was touched: ${name}`)
          rmSync(source)
        }
        staged.push(id)
      }
      await importing(archive, staged, say)
    },
    async paper() {
      const id = await fileForm(archive, { note: `giấy ${next()}` })
      say(`filed ${id} - -`)
    },
    async correct() {
      const id = anyOf('withdrawn_at IS NULL')
      const before = id === null ? undefined : documentForm(archive.db, id)
      if (id === null || !before) return
      const note = `note-${next()}`
      const data = { documentId: id, before, after: { ...before, note }, reason: 'r' }
      archive.commit([{ kind: 'document-corrected', data }], CLERK)
      say(`noted ${id} ${note}`)
    },
    async withdraw() {
      const id = anyOf('withdrawn_at IS NULL')
      if (id === null) return
      archive.commit([{ kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } }], CLERK)
      say(`withdrawn ${id}`)
    },
    async again() {
      const id = anyOf('withdrawn_at IS NOT NULL')
      if (id === null) return
      archive.commit([{ kind: 'document-restored', data: { documentId: id, reason: 'r' } }], CLERK)
      say(`again ${id}`)
    },
    async deliver() {
      const id = anyOf('withdrawn_at IS NULL')
      if (id === null) return
      const body = archive.newId('b') as BodyId
      const delivery = archive.newId('v')
      archive.commit([bodySaved(body, `Nơi nhận ${next()}`), sent(id, body, delivery)], CLERK)
      say(`delivered ${id} ${delivery}`)
    },
    async backup() {
      const seq = head()
      const folder = await backup(archive, join(beside, `b-${next()}`), 'test', quietJob())
      say(`backed-up ${folder} ${seq}`)
      const [oldest, ...newer] = [...backups, folder]
      if (desk.tidy && newer.length > 1 && oldest !== undefined)
        rmSync(dirname(oldest), { recursive: true, force: true })
      backups = newer.length > 1 ? newer : [...backups, folder]
    },
    async restore() {
      const from = backups.at(-1)
      if (from === undefined || !existsSync(from)) return
      const folder = join(beside, `r-${next()}`)
      await restoreHere(from, folder, quietJob())
      say(`restored ${folder} 0`)
      if (desk.tidy) rmSync(folder, { recursive: true, force: true })
    },
    async export() {
      const seq = head()
      const folder = await exportArchive(archive, join(beside, `e-${next()}`), quietJob())
      say(`exported ${folder} ${seq}`)
      if (desk.tidy) rmSync(folder, { recursive: true, force: true })
    },
    async fromExport() {
      const from = join(beside, `e-${next()}`)
      const exported = await exportArchive(archive, from, quietJob())
      const folder = join(beside, `x-${next()}`)
      await restoreExport(exported, folder, quietJob())
      say(`restored ${folder} 0`)
      if (desk.tidy) for (const done of [exported, folder]) rmSync(done, { recursive: true, force: true })
    },
    async rebuild() {
      await rebuild(archive, quietJob())
      say('rebuilt')
    },
    async reindex() {
      const id = anyOf('true')
      if (id === null) return
      archive.rederive([id])
      say('reindexed')
    }
  }
}

export type DeedName = keyof ReturnType<typeof deedsOf>

/** A bulk import whose result lines are said the moment they are made. */
async function importing(
  archive: OpenedArchive,
  staged: readonly string[],
  say: (line: string) => void
): Promise<void> {
  let done: Promise<void> = Promise.resolve()
  const saying = (work: (job: JobHandle) => Promise<void>): string => {
    done = work({
      ...quietJob(),
      result({ name, code, id }) {
        if (id === null) throw new OperationError(code as FailureCode, { name })
        say(`filed ${id} ${documentFiles(archive.db, id)[0]?.sha256 ?? '-'} ${name}`)
      }
    })
    return 'j_work'
  }
  await startImport(withJobs(archive, saying), staged, CLERK)
  await done
}

/** The archive with another way to run its jobs; its getters stay the archive's own. */
function withJobs(archive: OpenedArchive, start: (work: (job: JobHandle) => Promise<void>) => string): OpenedArchive {
  return Object.create(archive, { startJob: { value: (_kind: string, work: never) => start(work) } }) as OpenedArchive
}
