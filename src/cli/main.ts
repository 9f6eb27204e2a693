import { enableCompileCache } from 'node:module'
import process from 'node:process'
import { words } from './words.ts'

// The database's module ends an older Node without a word; this is asked before anything loads it.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 22) {
  process.stderr.write(`${words.oldNode(process.version)}\n`)
  process.exitCode = 1
} else {
  // `vankho … | head`: whoever read has gone, and nothing more is wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // The next start finds its code compiled: what is left of a start is the archive's opening.
  enableCompileCache()
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), process.stdout, process.stderr)
}
