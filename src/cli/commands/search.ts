import { type Command, UsageError } from '../command.ts'
import { describeLine } from '../describe.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'

/** Searches the whole archive; no hit is exit code 3 after everything was looked at. */
export const search: Command = {
  options: { limit: { type: 'string' } },
  async run(args, io) {
    const query = args.positionals.join(' ').trim()
    if (query === '') throw new UsageError(words.needs(words.query))
    const limit = args.count('limit', 20)
    return withArchive(args, io, async (session) => {
      const answer = await session.call('search.full', {
        query,
        filters: {},
        sort: 'relevance',
        limit: Math.min(200, limit)
      })
      for (const { document, score, pages, snippet } of answer.hits) {
        const { id, reference, issuedOn, subject } = document
        if (io.json) io.data({ id, reference, issuedOn, subject, page: pages[0] ?? null, score, snippet })
        else {
          io.out(describeLine(document))
          if (snippet) io.out(`    ${snippet.replace(/\s+/g, ' ')}`)
        }
      }
      const total = answer.total ?? answer.hits.length
      if (!io.json) io.out(total === 0 ? words.noHits : words.hits(answer.hits.length, total))
      return answer.hits.length ? EXIT.ok : EXIT.notFound
    })
  }
}
