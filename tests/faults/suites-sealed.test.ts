import { standSmall } from './stand-small.ts'
import { SUITES } from './suites/all-suites.ts'

/** More where a case takes a hundredth of a second, fewer where it takes four. */
const CASES: Readonly<Record<string, number>> = { zoo: 100, wal: 20, 'damaged-backups': 20, flips: 20, memory: 1 }

/** A sample of every fault suite with sealed archives, about a minute in all, so that none is forgotten there. */
standSmall(SUITES, { sealed: true, cases: ({ name }) => CASES[name] ?? 2 })
