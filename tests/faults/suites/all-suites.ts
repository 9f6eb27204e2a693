import type { Suite } from '../harness/suite.ts'
import { compound } from './compound.ts'
import { damagedBackups } from './damaged-backups.ts'
import { flips } from './flips.ts'
import { fullDisk } from './full-disk.ts'
import { kills } from './kills.ts'
import { liveBackups } from './live-backups.ts'
import { lostFolder } from './lost-folder.ts'
import { nthCall } from './nth-call.ts'
import { powerCuts } from './power-cuts.ts'
import { races } from './races.ts'
import { rebuilds } from './rebuilds.ts'
import { steps } from './steps.ts'
import { wal } from './wal.ts'
import { zoo } from './zoo.ts'

/** Fastest first, so that a long run has much to say early. */
export const SUITES: readonly Suite[] = [
  zoo,
  wal,
  damagedBackups,
  rebuilds,
  races,
  liveBackups,
  fullDisk,
  lostFolder,
  powerCuts,
  steps,
  compound,
  kills,
  flips,
  nthCall
]
