import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everything, verifyNow } from '#tests/support/alter.ts'
import { clerkOf, letter, NEXT } from '#tests/support/numbering.ts'
import { makeArchive, newFolder, openIt, removeTree } from '../harness/archive.ts'
import { type DeedName, deedsOf } from '../harness/deeds.ts'
import { hear, holds, newModel } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import { drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const
const STEPS = 10
const OTHERS: readonly DeedName[] = ['import', 'correct', 'withdraw', 'deliver']

/**
 * The machine's clock jumps while papers are filed and numbers given: back a day and a year, ahead ten years, to 29 February
 * and over New Year, and into other zones. Order comes from the ledger alone, no book gives a number twice, the ledger keeps
 * each hour as the clock said it, and the clerk is told.
 */
export const clocks: Suite = {
  name: 'clocks',
  rule: 'R14',
  what: 'clock back a day and a year, ahead ten years, 29 February, New Year in mid-import, wrong zone',
  small: 50,
  full: 200,
  open: async () => ({
    async run(key) {
      const draw = drawOf(key)
      const folder = join(newFolder(), 'archive')
      const zone = process.env.TZ
      let clock = Date.parse('2026-03-10T02:00:00Z')
      const now = (): Date => {
        clock += 700
        return new Date(clock)
      }
      const archive = await makeArchive(folder, { now })
      const lines: string[] = []
      const said: string[] = []
      let told = 0
      let leapt = 0
      try {
        const clerk = clerkOf(archive)
        const deeds = deedsOf(archive, {
          beside: newFolder(),
          say: (line) => void lines.push(line),
          draw,
          name: '1',
          tidy: true,
          symbol: 'BC/UBKT'
        })
        for (let step = 0; step < STEPS; step++) {
          const before = clock
          const newest = Math.max(...atsOf(archive).map((at) => Date.parse(at)))
          clock = draw.one(JUMPS)(clock)
          if (draw.chance(0.2)) process.env.TZ = draw.one(ZONES)
          const { document } = await clerk.file(letter({ issuedOn: archive.today(), note: `${step}` }), NEXT)
          said.push(String(document.reference))
          if (clock < newest - 10 * MINUTE) {
            leapt++
            if (archive.notices.some((one) => one.code === 'clock-behind')) told++
          } else if (clock > before + 400 * DAY && before >= newest - MINUTE) {
            leapt++
            if (archive.notices.some((one) => one.code === 'clock-ahead')) told++
          }
          if (draw.chance(0.4)) await deeds[draw.one(OTHERS)]()
        }
        same(told, leapt, 'leaps of the clock that were told')
        for (const book of await clerk.books(null)) {
          const { duplicates } = await clerk.ask('book.gaps', { id: book.id })
          same(duplicates, [], `numbers given twice in ${book.id}`)
        }
        const seqs = [...archive.ledger.read()].map((event) => event.seq)
        same(
          seqs,
          seqs.map((_, index) => index + 1),
          'the order of the ledger'
        )
        const order = archive.db
          .prepare<[], string>("SELECT note FROM document WHERE note GLOB '[0-9]' ORDER BY n")
          .pluck()
          .all()
        same(
          order,
          [...order].sort((a, b) => Number(a) - Number(b)),
          'the order of filing'
        )
        const before = everything(archive)
        await archive.close()
        rmSync(join(folder, 'archive.db'))
        const again = await openIt(folder, { now: () => new Date(Date.parse('2026-03-01T00:00:00Z')) })
        try {
          must(
            again.notices.some((one) => one.code === 'clock-behind'),
            'opened before its newest line, and nobody was told'
          )
          same(everything(again), before, 'made again under another clock')
          await holds(again, hear(newModel(), lines))
          same((await verifyNow(again, 'full')).findings, [], 'verify')
        } finally {
          await again.close()
        }
        return { leaps: leapt, 'numbers given': said.length }
      } finally {
        if (zone === undefined) delete process.env.TZ
        else process.env.TZ = zone
        await archive.close()
        removeTree(dirname(folder))
      }
    },
    verdict: (counts) => ((counts.leaps ?? 0) > 0 ? null : 'the clock never leapt')
  })
}

const JUMPS: readonly ((clock: number) => number)[] = [
  (clock) => clock + MINUTE,
  (clock) => clock + DAY,
  (clock) => clock - DAY,
  (clock) => clock - 365 * DAY,
  (clock) => clock + 3650 * DAY,
  () => Date.parse('2028-02-29T16:59:58Z'),
  () => Date.parse('2028-02-28T23:59:58Z'),
  () => Date.parse('2026-12-31T16:59:59Z'),
  () => Date.parse('2027-12-31T23:59:59Z')
]

function atsOf(archive: Awaited<ReturnType<typeof openIt>>): readonly string[] {
  return [...archive.ledger.read()].map((event) => event.at)
}
