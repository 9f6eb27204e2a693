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
  'store'
] as const
export type SectionId = (typeof SECTION_IDS)[number]

export type Section = Readonly<{ id: SectionId; path: string; icon: IconName; name: string; key: string }>

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
  store: [paths.store, 'store']
}

/** The ten sections of the rail, in order; Ctrl+1 … Ctrl+9, Ctrl+0 (design §9). */
export const SECTIONS: readonly Section[] = SECTION_IDS.map((id, index) => ({
  id,
  path: PLACES[id][0],
  icon: PLACES[id][1],
  name: shellWords.sections[id],
  key: `Ctrl+${(index + 1) % 10}`
}))
