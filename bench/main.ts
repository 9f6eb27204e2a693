/**
 * `npm run bench -- [--documents 2000 | --growth] [--seed 1] [--keep DIR] [--only NAME,…] [--json FILE] [--show FILE,FILE]`: search beside its
 * peers, see search/bench-search.ts; with `--during import,verify` while other work runs, see search/during.ts. Ratios travel between machines, milliseconds do not. `--filing 2000`: see filing.ts;
 * `--lineage 5000`: see lineage.ts; `--backlog 5000`: see backlog.ts; `--register 100000`: see register.ts;
 * `--register-screen 100000`: see register-screen.ts; `--lineage-screen 5000`: see lineage-screen.ts; `--verify-speed 3`: see verify-speed.ts; `--soak 30`: see soak.ts.
 */
import { parseArgs } from 'node:util'
import { benchBacklog } from './backlog.ts'
import { benchFiling } from './filing.ts'
import { benchLineage } from './lineage.ts'
import { benchLineageScreen } from './lineage-screen.ts'
import { benchRegister } from './register.ts'
import { benchRegisterScreen } from './register-screen.ts'
import { benchSearch, showRuns } from './search/bench-search.ts'
import { benchDuring, DURING } from './search/during.ts'
import { benchSoak } from './soak.ts'
import { benchVerify } from './verify-speed.ts'

const GROWTH = [10_000, 50_000, 100_000]

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    growth: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    show: { type: 'string' },
    'verify-speed': { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    during: { type: 'string' },
    filing: { type: 'string' },
    backlog: { type: 'string' },
    register: { type: 'string' },
    'register-screen': { type: 'string' },
    lineage: { type: 'string' },
    'lineage-screen': { type: 'string' },
    soak: { type: 'string' },
    'kill-every': { type: 'string', default: '2' }
  }
})
const seed = Number(values.seed)

if (values.filing !== undefined) await benchFiling(Number(values.filing), seed)
else if (values.backlog !== undefined) await benchBacklog(Number(values.backlog), seed)
else if (values.register !== undefined) benchRegister(Number(values.register), seed)
else if (values['register-screen'] !== undefined) await benchRegisterScreen(Number(values['register-screen']), seed)
else if (values.lineage !== undefined) benchLineage(Number(values.lineage), seed)
else if (values['lineage-screen'] !== undefined) await benchLineageScreen(Number(values['lineage-screen']), seed)
else if (values['verify-speed'] !== undefined) await benchVerify(Number(values['verify-speed']), seed)
else if (values.soak !== undefined)
  await benchSoak({
    minutes: Number(values.soak),
    killEvery: Number(values['kill-every']),
    documents: Number(values.documents),
    seed,
    keep: values.keep
  })
else if (values.show !== undefined) showRuns(values.show.split(','))
else if (values.during !== undefined) {
  const asked = values.during.split(',')
  await benchDuring({
    works: DURING.filter((work) => asked.includes(work)),
    documents: Number(values.documents),
    seed,
    keep: values.keep,
    each: 20,
    files: 1000,
    settle: 5_000
  })
} else {
  const sizes = values.growth ? GROWTH : [Number(values.documents)]
  const only = values.only?.split(',') ?? []
  await benchSearch({ sizes, seed, keep: values.keep, only, json: values.json })
}
process.exit()
