import { writeSync } from 'node:fs'
import { documentHandlers } from '#archive/handlers/documents.ts'
import { openArchive } from '#archive/open-archive.ts'
import { SEALING } from '#tests/support/encrypted.ts'
import { letter, NEXT } from '#tests/support/numbering.ts'
import { CLERK } from '#tests/support/temp-archive.ts'

/** Files letters with the next number, one a commit and said once it is acknowledged, until it is killed. */
const [folder = ''] = process.argv.slice(2)
const archive = await openArchive(folder, SEALING)
writeSync(1, 'open\n')
for (;;) {
  const { document } = await documentHandlers['document.file'](
    archive,
    { form: letter(), files: [], reviewed: true, numbering: NEXT, restriction: null },
    CLERK
  )
  writeSync(1, `${document.reference}\n`)
}
