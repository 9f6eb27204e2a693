import { buildLargeArchive } from '/work/main/bench/large-archive.ts'
import { generatePapers } from '/work/main/bench/generator.ts'
await buildLargeArchive('/dev/shm/fac5k', generatePapers(5000, 4711))
