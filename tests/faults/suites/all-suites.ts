import type { Suite } from '../harness/suite.ts'
import { clocks } from './clocks.ts'
import { compound } from './compound.ts'
import { damagedBackups } from './damaged-backups.ts'
import { flips } from './flips.ts'
import { fullDisk } from './full-disk.ts'
import { kills } from './kills.ts'
import { liveBackups } from './live-backups.ts'
import { lostFolder } from './lost-folder.ts'
import { memory } from './memory.ts'
import { migrations } from './migrations.ts'
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
  clocks,
  wal,
  damagedBackups,
  rebuilds,
  races,
  liveBackups,
  fullDisk,
  lostFolder,
  powerCuts,
  migrations,
  memory,
  steps,
  compound,
  kills,
  flips,
  nthCall
]
