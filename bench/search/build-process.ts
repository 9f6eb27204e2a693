/** Started by `buildIn`: builds one contender's index in a process of its own and says what that cost. */
import { generatePapers, type Paper } from '../generator.ts'
import { bytesOf } from './bytes-of.ts'
import { BUILDS, type BuildId } from './contenders.ts'
import type { BuildFigures } from './kept-build.ts'
import { memoryOf } from './memory.ts'

const [id, folder = '', documents, seed] = process.argv.slice(2)
const { load, indexBytes } = BUILDS[id as BuildId]
const build = await load()
const clock = { elsewhere: 0, cpuElsewhere: 0 }
const start = performance.now()
const cpu = cpuSeconds()
await build(folder, uncounted(generatePapers(Number(documents), Number(seed)), clock))
const seconds = (performance.now() - start - clock.elsewhere) / 1000
const cpuUsed = cpuSeconds() - cpu - clock.cpuElsewhere
const bytes = bytesOf(folder)
const said: BuildFigures = {
  documents: Number(documents),
  perSecond: Number(documents) / seconds,
  perCpuSecond: BUILDS[id as BuildId].elsewhere ? null : Number(documents) / cpuUsed,
  seconds,
  megabytesOnDisk: bytes / 1e6,
  indexMegabytes: ((await indexBytes?.(folder)) ?? bytes) / 1e6,
  peakMegabytes: memoryOf('self')?.peak ?? null
}
process.stdout.write(JSON.stringify(said))

/** Making the papers up is nobody's work. */
function* uncounted(papers: Iterator<Paper>, into: typeof clock): Generator<Paper> {
  for (;;) {
    const from = performance.now()
    const cpuFrom = cpuSeconds()
    const next = papers.next()
    into.elsewhere += performance.now() - from
    into.cpuElsewhere += cpuSeconds() - cpuFrom
    if (next.done) return
    yield next.value
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
