import { writeSync } from 'node:fs'
import { openArchive } from '#archive/open-archive.ts'
import { OperationError } from '#contract/failures.ts'
import { SEALING } from '#tests/support/encrypted.ts'

/** Opens the archive and says how it went; holds it until killed, or closes it when its input ends. */
const folder = process.argv[2] ?? ''
try {
  const archive = await openArchive(folder, { ...SEALING, shell: 'loopback' })
  writeSync(1, `open ${archive.mode}\n`)
  for await (const _ of process.stdin) void _
  await archive.close()
  writeSync(1, 'closed\n')
} catch (error) {
  writeSync(1, `refused ${error instanceof OperationError ? error.code : String(error)}\n`)
}
