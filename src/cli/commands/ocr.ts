import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDocument, withArchive } from '../session.ts'
import { words } from '../words.ts'
import { fileVerdict } from '../words-failures.ts'

/** Reads letters off scans, of the documents named or of all that have no text. Stopped, it goes on from there next time. */
export const ocr: Command = {
  options: {},
  async run(args, io) {
    return withArchive(args, io, async (session) => {
      const named = []
      for (const typed of args.positionals) named.push((await findDocument(session, typed)).id)
      const { jobId } = await session.call('ocr.start', { documentIds: named.length > 0 ? named : null })
      const job = await session.wait(jobId)
      for (const { name, code, id, detail } of job.results) {
        if (io.json) io.data({ name, status: code, id, ...detail })
        else {
          const count = (what: string): number => Number(detail[what] ?? 0)
          const verdict = words.ocrVerdicts[code] ?? fileVerdict(code)
          io.out(words.ocrLine(name, verdict, count('pages'), count('unread'), count('doubtfulLines')))
        }
      }
      const read = job.results.filter((line) => line.code === 'ocr-read').length
      if (!io.json) io.out(words.ocrDone(read, job.results.length - read))
      if (job.state === 'cancelled') return EXIT.cancelled
      return read === job.results.length ? EXIT.ok : EXIT.partly
    })
  }
}
