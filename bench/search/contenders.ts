import { type Builder, type Opener, SHOWN } from './search-engine.ts'

/** What is built once and may be opened by several contenders. `module`: what decides how it comes out. */
export type Build = Readonly<{
  module: string
  /** Why it cannot be built on this machine. */
  missing?: () => Promise<string | null>
  load(): Promise<Builder>
  /** Its work is done by another program. */
  elsewhere?: true
  /** Bytes of the index alone, where the folder holds the texts as well. */
  indexBytes?: (folder: string) => Promise<number>
}>
export type BuildId =
  | 'archive'
  | 'ours'
  | 'fts5'
  | 'flexsearch'
  | 'flexsearch-register'
  | 'minisearch'
  | 'minisearch-register'
  | 'recoll'

export const BUILDS: Readonly<Record<BuildId, Build>> = {
  archive: {
    module: '../large-archive.ts',
    load: async () => (await import('../large-archive.ts')).buildLargeArchive
  },
  ours: {
    module: './engines/ours-build.ts',
    load: async () => (await import('./engines/ours-build.ts')).build,
    indexBytes: async (folder) => (await import('./engines/ours-build.ts')).indexBytes(folder)
  },
  fts5: { module: './engines/fts5.ts', load: async () => (await import('./engines/fts5.ts')).build },
  flexsearch: {
    module: './engines/flexsearch.ts',
    async load() {
      const { build } = await import('./engines/flexsearch.ts')
      return (folder, papers) => build(folder, papers, 'all')
    }
  },
  'flexsearch-register': {
    module: './engines/flexsearch.ts',
    async load() {
      const { build } = await import('./engines/flexsearch.ts')
      return (folder, papers) => build(folder, papers, 'register')
    }
  },
  minisearch: {
    module: './engines/minisearch.ts',
    async load() {
      const { build } = await import('./engines/minisearch.ts')
      return (folder, papers) => build(folder, papers, 'all')
    }
  },
  'minisearch-register': {
    module: './engines/minisearch.ts',
    async load() {
      const { build } = await import('./engines/minisearch.ts')
      return (folder, papers) => build(folder, papers, 'register')
    }
  },
  recoll: {
    module: './engines/recoll.ts',
    elsewhere: true,
    missing: async () => (await import('./engines/recoll.ts')).recollMissing(),
    load: async () => (await import('./engines/recoll.ts')).build,
    indexBytes: async (folder) => (await import('./engines/recoll.ts')).indexBytes(folder)
  }
}

/** `first`: the command that answers one query in a process that has just begun; without it, a process that opens it so. */
export type Contender = Readonly<{
  name: string
  build: BuildId
  load(): Promise<Opener>
  first?: (folder: string, query: string) => readonly [string, ...string[]]
}>

export const KEYSTROKE = 'ours, keystroke'
export const RECOLL = 'Recoll'
export const WHOLE = 'ours, whole answer'

/**
 * Ours first; each is measured in a process of its own. Ours gives twenty lines with marked texts, a peer twenty numbers:
 * "one line" is ours without that work.
 */
export const CONTENDERS: readonly Contender[] = [
  { name: KEYSTROKE, build: 'ours', load: () => ours('searchFast', SHOWN) },
  { name: 'ours, keystroke, one line', build: 'ours', load: () => ours('searchFast', 1) },
  { name: WHOLE, build: 'ours', load: () => ours('searchFull', SHOWN) },
  { name: 'ours, whole, one line', build: 'ours', load: () => ours('searchFull', 1) },
  {
    name: 'FlexSearch, all fields',
    build: 'flexsearch',
    load: async () => (await import('./engines/flexsearch.ts')).open
  },
  {
    name: 'FlexSearch, register line',
    build: 'flexsearch-register',
    load: async () => (await import('./engines/flexsearch.ts')).open
  },
  {
    name: 'MiniSearch, all fields',
    build: 'minisearch',
    load: async () => (await import('./engines/minisearch.ts')).opener('all')
  },
  {
    name: 'MiniSearch, register line',
    build: 'minisearch-register',
    load: async () => (await import('./engines/minisearch.ts')).opener('register')
  },
  { name: 'FTS5, one table, bm25', build: 'fts5', load: async () => (await import('./engines/fts5.ts')).open },
  {
    name: RECOLL,
    build: 'recoll',
    load: async () => (await import('./engines/recoll.ts')).open,
    first: (folder, query) => ['recollq', '-c', `${folder}/settings`, '-n', '20', query]
  }
]

async function ours(stage: 'searchFast' | 'searchFull', lines: number): Promise<Opener> {
  const [{ opener }, answer] = await Promise.all([import('./engines/ours.ts'), import('#archive/search/answer.ts')])
  return opener(answer[stage], lines)
}
