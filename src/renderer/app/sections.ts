import type { OperationName } from '#contract/operations.ts'
import type { IconName } from '../components/icon.tsx'
import { shellWords } from '../strings/vi.ts'
import { paths } from './paths.ts'

export const SECTION_IDS = [
  'search',
  'incoming',
  'outgoing',
  'filing',
  'delivery',
  'lineage',
  'worklists',
  'reports',
  'directory',
  'store',
  'dossiers',
  'handling'
] as const
export type SectionId = (typeof SECTION_IDS)[number]

/** `key`: null where the ten digits are given away. */
export type Section = Readonly<{
  id: SectionId
  path: string
  icon: IconName
  name: string
  key: string | null
  /** What the section is for: not shown to whom that is not open. */
  needs: OperationName
}>

const PLACES: Readonly<Record<SectionId, readonly [path: string, icon: IconName]>> = {
  search: [paths.search, 'search'],
  incoming: [paths.incoming, 'incoming'],
  outgoing: [paths.outgoing, 'outgoing'],
  filing: [paths.filing, 'file-add'],
  delivery: [paths.deliveries, 'send'],
  lineage: [paths.lineages, 'lineage'],
  worklists: [paths.worklists, 'worklist'],
  reports: [paths.reports, 'report'],
  directory: [paths.directory, 'book'],
  store: [paths.store, 'store'],
  dossiers: [paths.dossiers, 'folder'],
  handling: [paths.handling, 'clock']
}

const NEEDS: Readonly<Partial<Record<SectionId, OperationName>>> = { filing: 'intake.list' }

/** The order they stand in the rail; the digits stay with those that had them first. */
const RAIL: readonly SectionId[] = [
  'search',
  'incoming',
  'outgoing',
  'filing',
  'delivery',
  'lineage',
  'worklists',
  'handling',
  'dossiers',
  'reports',
  'directory',
  'store'
]
const DIGITS = 10

/** The sections of the rail, in order; Ctrl+1 … Ctrl+9, Ctrl+0 for the first ten of `SECTION_IDS` (design §9). */
export const SECTIONS: readonly Section[] = RAIL.map((id) => {
  const index = SECTION_IDS.indexOf(id)
  return {
    id,
    path: PLACES[id][0],
    icon: PLACES[id][1],
    name: shellWords.sections[id],
    key: index < DIGITS ? `Ctrl+${(index + 1) % DIGITS}` : null,
    needs: NEEDS[id] ?? 'overview'
  }
})
