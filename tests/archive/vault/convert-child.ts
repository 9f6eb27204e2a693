import { openArchive } from '#archive/open-archive.ts'
import { encryptArchive } from '#archive/vault/encrypt-archive.ts'
import { quietJob } from '#tests/support/alter.ts'
import { ENCRYPTION } from '#tests/support/encrypted.ts'

/** Makes a sealed copy until it is killed. */
const [folder = '', target = ''] = process.argv.slice(2)
const archive = await openArchive(folder)
process.stdout.write('begun\n')
await encryptArchive(archive, target, ENCRYPTION, quietJob())
process.stdout.write('done\n')
await archive.close()
