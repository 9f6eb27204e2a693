import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { storageFailure } from '#archive/files/storage-failure.ts'
import { OperationError } from '#contract/failures.ts'
import { everything, verifyNow } from '#tests/support/alter.ts'
import { CLERK } from '#tests/support/papers.ts'
import { copyTree, openIt } from '../harness/archive.ts'
import { deedsOf } from '../harness/deeds.ts'
import { hear, oracle } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import {
  backupsIn,
  checkBeside,
  makeTemplate,
  type Place,
  placeAt,
  placeOf,
  removePlace,
  type Template
} from '../harness/place.ts'
import { type Draw, drawOf, inTurn } from '../harness/random.ts'
import { mountDisk, newDisk, noRawDisk } from '../harness/raw-disk.ts'
import { noSmallDisk, smallDisk } from '../harness/small-disk.ts'
import type { Counts, Suite } from '../harness/suite.ts'
import { treeHash } from '../harness/tree-hash.ts'

const KINDS = ['read-only', 'folder-gone', 'folder-back', 'part-gone', 'stick-pulled', 'disk-pulled'] as const
const NAMED = new Set([
  'io-error',
  'disk-full',
  'archive-read-only',
  'folder-unusable',
  'archive-missing',
  'archive-damaged'
])

/**
 * The folder can only be read, goes away in mid-session, comes back, loses a part; a stick is pulled out in the midst of a
 * backup, the archive's own disk in the midst of a filing (the file system is shut down under it). Never a blank archive in
 * its place, never a new one where one was expected, and what was acknowledged is there when the disk is.
 */
export const lostFolder: Suite = {
  name: 'lost-folder',
  rule: 'R6',
  what: 'read-only, vanishing and returning folders, a stick pulled in mid-backup, the disk in mid-filing',
  small: 36,
  full: 240,
  cannot: () => noSmallDisk() ?? noRawDisk(),
  async open() {
    const template = await makeTemplate()
    const base = newDisk()
    return {
      async run(key) {
        const draw = drawOf(key)
        const kind = inTurn(KINDS, key)
        const found = await TRY[kind](template, draw, base)
        return { [kind]: 1, ...found }
      }
    }
  }
}

type Try = (template: Template, draw: Draw, base: string) => Promise<Counts>

const TRY: Readonly<Record<(typeof KINDS)[number], Try>> = {
  async 'read-only'(template, draw) {
    const disk = smallDisk(40)
    try {
      const place = placeAt(copyTree(template.place, join(disk.folder, 'place')), template)
      if (draw.chance(0.5)) rmSync(join(place.folder, 'archive.db'))
      const before = treeHash(place.folder)
      disk.remount('ro')
      const archive = await openIt(place.folder)
      must(archive.mode === 'read-only', `opened ${archive.mode}`)
      must(
        archive.notices.some((one) => one.code === 'folder-read-only'),
        'no banner says so'
      )
      must(
        refusal(() => archive.commit([{ kind: 'office-saved', data: {} as never }], CLERK)) === 'archive-read-only',
        'written'
      )
      must((await verifyNow(archive, 'full')).ok, 'verify')
      await archive.close()
      same(treeHash(place.folder), before, 'a byte changed')
      return {}
    } finally {
      disk.remove()
    }
  },
  async 'folder-gone'(template, draw) {
    const place = placeOf(template, 'gone')
    try {
      const away = `${place.folder}-away`
      const opened = draw.chance(0.5) ? await openIt(place.folder) : null
      renameSync(place.folder, away)
      if (opened) {
        const failure = await failureOf(
          deeds(opened, place, draw, [])[draw.one(['import', 'paper', 'correct'] as const)]()
        )
        must(failure === null || NAMED.has(failure), `a vanished folder is called ${failure}`)
        await opened.close()
      }
      const again = await failureOf(openIt(place.folder))
      must(again === 'archive-missing', `opened where there is none: ${again}`)
      must(
        !existsSync(join(place.folder, 'archive.db')) && !existsSync(join(place.folder, 'ledger')),
        'a blank archive in its place'
      )
      rmSync(place.folder, { recursive: true, force: true })
      renameSync(away, place.folder)
      await oracle(place.folder, place.model)
      return {}
    } finally {
      removePlace(place)
    }
  },
  async 'folder-back'(template, draw) {
    const place = placeOf(template, 'back')
    const lines: string[] = []
    try {
      const archive = await openIt(place.folder)
      const away = `${place.folder}-away`
      const mine = deeds(archive, place, draw, lines)
      renameSync(place.folder, away)
      await failureOf(mine[draw.one(['import', 'paper', 'deliver'] as const)]())
      rmSync(place.folder, { recursive: true, force: true })
      renameSync(away, place.folder)
      const goesOn = await failureOf(mine.paper())
      must(goesOn === null || goesOn === 'archive-read-only', `back again, and it says ${goesOn}`)
      await archive.close()
      await oracle(place.folder, hear(place.model, lines))
      return { 'went on': goesOn === null ? 1 : 0 }
    } finally {
      removePlace(place)
    }
  },
  async 'part-gone'(template, draw) {
    const place = placeOf(template, 'part')
    try {
      const part = draw.one(['archive.db', 'texts', 'archive.json', 'lock.db', 'aside'])
      const archive = await openIt(place.folder)
      const before = everything(archive)
      await archive.close()
      rmSync(join(place.folder, part), { recursive: true, force: true })
      const again = await openIt(place.folder)
      same(again.mode, 'ready', `without ${part}`)
      same(everything(again), before, `without ${part}`)
      await again.close()
      rmSync(join(place.folder, 'ledger'), { recursive: true })
      const without = await openIt(place.folder).catch((error: unknown) => error)
      if (without instanceof OperationError) same(without.code, 'archive-damaged', 'without its ledger')
      else if (without instanceof Error) throw without
      else {
        const left = without as Awaited<ReturnType<typeof openIt>>
        const { mode } = left
        await left.close()
        same(mode, 'read-only', 'without its ledger')
      }
      return {}
    } finally {
      removePlace(place)
    }
  },
  async 'stick-pulled'(template, draw) {
    const place = placeOf(template, 'stick')
    const stick = smallDisk(40)
    const lines: string[] = []
    try {
      const archive = await openIt(place.folder)
      const before = everything(archive)
      const mine = deeds(archive, { ...place, beside: stick.folder }, draw, lines)
      const running = failureOf(mine.backup())
      const pull = setTimeout(() => stick.remove(), draw.below(60))
      const failure = await running
      clearTimeout(pull)
      must(failure === null || NAMED.has(failure), `a pulled stick is called ${failure}`)
      must(failure !== null || lines.length > 0, 'neither a backup nor a failure')
      same(everything(archive), before, 'the archive changed')
      same(await failureOf(mine.paper()), null, 'the archive goes on')
      await archive.close()
      await oracle(place.folder, hear(place.model, lines))
      return { 'backup cut off': failure === null ? 0 : 1 }
    } finally {
      try {
        stick.remove()
      } catch {
        // pulled already
      }
      removePlace(place)
    }
  },
  async 'disk-pulled'(template, draw, base) {
    const disk = mountDisk(base)
    const lines: string[] = []
    let opened: Awaited<ReturnType<typeof openIt>> | null = null
    try {
      const at = join(disk.folder, 'place')
      // A case that failed before this one left its own.
      rmSync(at, { recursive: true, force: true })
      const place = placeAt(copyTree(template.place, at), template)
      execFileSync('sync', ['-f', disk.folder])
      const archive = await openIt(place.folder)
      opened = archive
      const mine = deeds(archive, place, draw, lines)
      const names = ['import', 'import', 'paper', 'deliver', 'backup', 'rebuild'] as const
      const pull = setTimeout(() => shutDown(disk.folder), draw.below(150))
      let failure: string | null = null
      for (let n = 0; n < 200 && failure === null; n++) failure = await failureOf(mine[draw.one(names)]())
      clearTimeout(pull)
      if (failure !== null) must(NAMED.has(failure), `a pulled disk is called ${failure}`)
      await archive.close()
      await disk.remove()
      // Plugged in again: the file system is brought up from what had reached the disk.
      const back = mountDisk(base)
      try {
        const again = placeAt(join(back.folder, 'place'), template)
        await oracle(again.folder, hear(again.model, lines))
        await checkBeside(again)
        must(backupsIn(again.beside).length > 0, 'the first backup is gone')
      } finally {
        for (const name of readdirSync(back.folder))
          if (name !== 'lost+found') rmSync(join(back.folder, name), { recursive: true, force: true })
        await back.remove()
      }
      return { 'acknowledged before the disk went': lines.length, 'disk failures named': failure === null ? 0 : 1 }
    } finally {
      // What is still open would keep the dead disk in its place, and the next case would mount it a second time.
      await opened?.close().catch(() => {})
      await disk.remove()
    }
  }
}

/** Ends a file system as a pulled plug does: nothing more reaches the disk (EXT4_IOC_SHUTDOWN, without a last flush). */
function shutDown(folder: string): void {
  const script = 'open(my $d, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl($d, 0x8004587d, $how) or die "$!"'
  execFileSync('perl', ['-e', script, folder], { stdio: 'ignore' })
}

function deeds(archive: Awaited<ReturnType<typeof openIt>>, place: Place, draw: Draw, lines: string[]) {
  return deedsOf(archive, { ...place, say: (line) => void lines.push(line), draw, name: '1', tidy: false })
}

async function failureOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    const named = storageFailure(error)
    return named instanceof OperationError ? named.code : String(named)
  }
}

function refusal(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof OperationError ? error.code : String(error)
  }
}
