import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as pause, setTimeout as wait } from 'node:timers/promises'
import { backup } from '#archive/care/backup.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { quietJob, verifyNow } from '#tests/support/alter.ts'
import { restoreHere } from '#tests/support/encrypted.ts'
import { CLERK, fileForm, fileText } from '#tests/support/papers.ts'
import { makeArchive, newFolder, openIt, removeTree } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { fillArchive, paperText } from '../harness/paper.ts'
import { drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

type Fact =
  | Readonly<{ what: 'filed'; id: string; sha256: string | null }>
  | Readonly<{ what: 'withdrawn'; id: string }>
  | Readonly<{ what: 'noted'; id: string; note: string }>

/**
 * Backups taken while the archive is written as fast as it goes, restored elsewhere: each is the archive as it was at one
 * instant between its start and its end, held against a plain list of what was acknowledged, in order.
 */
export const liveBackups: Suite = {
  name: 'live-backups',
  rule: 'R11',
  what: 'backup during heavy writing, restored, equal to one instant',
  small: 20,
  full: 500,
  open: async () => ({
    async run(key) {
      const draw = drawOf(key)
      const folder = join(newFolder(), 'archive')
      const archive = await makeArchive(folder, { segmentBytes: draw.one([3000, 20_000, 4_000_000]) })
      const parts: string[] = [dirname(folder)]
      /** What was acknowledged, by the line of the ledger it ended in. */
      const facts: { seq: number; fact: Fact }[] = []
      const note = (fact: Fact): void => void facts.push({ seq: archive.ledger.head().seq, fact })
      try {
        await fillArchive(archive, 2 + draw.below(4))
        let writing = true
        const start = archive.ledger.head().seq
        const writer = (async () => {
          for (let n = 0; writing || n < 3; n++) {
            await write(n)
            await (draw.chance(0.5) ? pause() : wait(draw.below(4)))
          }
        })()
        const targets = Array.from({ length: 1 + draw.below(2) }, () => newFolder())
        parts.push(...targets)
        const began = archive.ledger.head().seq
        const made = await Promise.all(targets.map((target) => backup(archive, target, 'test', quietJob())))
        const ended = archive.ledger.head().seq
        writing = false
        await writer
        for (const one of made) await holds(one, began, ended, start)
        return { backups: made.length, 'facts written meanwhile': ended - began }
      } finally {
        await archive.close()
        for (const part of parts) removeTree(part)
      }

      async function write(n: number): Promise<void> {
        const filed = facts.flatMap(({ fact }) => (fact.what === 'filed' ? [fact.id] : []))
        const kind = filed.length === 0 ? 0 : draw.below(4)
        const id = filed.length === 0 ? '' : draw.one(filed)
        if (kind === 0) {
          const made = await fileText(archive, `n${n}.txt`, paperText(1000 + n, key))
          note({ what: 'filed', id: made, sha256: documentFiles(archive.db, made)[0]?.sha256 ?? null })
        } else if (kind === 1)
          note({ what: 'filed', id: await fileForm(archive, { note: `bản giấy ${n}` }), sha256: null })
        else if (kind === 2) {
          archive.commit([{ kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } }], CLERK)
          note({ what: 'withdrawn', id })
        } else {
          const before = documentForm(archive.db, id)
          if (!before) return
          const after = { ...before, note: `sửa ${n}` }
          archive.commit([{ kind: 'document-corrected', data: { documentId: id, before, after, reason: 'r' } }], CLERK)
          note({ what: 'noted', id, note: `sửa ${n}` })
        }
      }

      async function holds(one: string, began: number, ended: number, start: number): Promise<void> {
        const place = newFolder()
        parts.push(place)
        const { ledger } = JSON.parse(readFileSync(join(one, 'backup.json'), 'utf8')) as { ledger: { seq: number } }
        must(ledger.seq >= began && ledger.seq <= ended, `taken at ${ledger.seq}, not between ${began} and ${ended}`)
        const restored = await openIt(await restoreHere(one, join(place, 'restored'), quietJob()))
        try {
          must(restored.mode === 'ready', `restored, and opened ${restored.mode}`)
          must(restored.ledger.head().seq === ledger.seq, 'the restored ledger has another end')
          const model = new Map<string, { sha256: string | null; withdrawn: boolean; note: string | null }>()
          for (const { seq, fact } of facts) {
            if (seq > ledger.seq) continue
            const known = model.get(fact.id) ?? { sha256: null, withdrawn: false, note: null }
            if (fact.what === 'filed') model.set(fact.id, { ...known, sha256: fact.sha256 })
            else if (fact.what === 'withdrawn') model.set(fact.id, { ...known, withdrawn: true })
            else model.set(fact.id, { ...known, note: fact.note })
          }
          for (const [id, known] of model) {
            const form = documentForm(restored.db, id)
            must(form !== undefined, `acknowledged before the backup and not in it: ${id}`)
            if (known.note !== null) same(form?.note, known.note, 'an older or newer correction')
            same(documentFiles(restored.db, id)[0]?.sha256 ?? null, known.sha256, 'another original')
            const withdrawn = restored.db
              .prepare('SELECT withdrawn_at IS NOT NULL FROM document WHERE id = ?')
              .pluck()
              .get(id)
            same(withdrawn === 1, known.withdrawn, 'withdrawn or not')
          }
          for (const { seq, fact } of facts) {
            if (seq > ledger.seq && fact.what === 'filed') {
              must(documentForm(restored.db, fact.id) === undefined, 'a fact from after the instant')
            }
          }
          must(start <= ledger.seq, 'older than the archive was')
          const { findings } = await verifyNow(restored, 'full')
          same(findings, [], 'verify of the restored archive')
        } finally {
          await restored.close()
        }
      }
    },
    verdict: (counts) =>
      (counts['facts written meanwhile'] ?? 0) > (counts.backups ?? 0) ? null : 'hardly anything was written meanwhile'
  })
}
