import type { OutputOf } from '#contract/operations.ts'
import { fold } from '#domain/text/fold.ts'
import { type Appearance, readAppearance, setAppearance } from '../../app/appearance.ts'
import { paths } from '../../app/paths.ts'
import { SECTIONS } from '../../app/sections.ts'
import type { IconName } from '../../components/icon.tsx'
import { paletteWords as words } from '../../strings/palette.ts'

export type PaletteItem = Readonly<{
  id: string
  group: string
  icon: IconName
  text: string
  detail: string | null
  key: string | null
  strong?: boolean
  run(): void
}>

type Suggestion = OutputOf<'search.suggest'>['suggestions'][number]
type Go = (path: string) => void

const SIZES: readonly Appearance['size'][] = ['100', '125', '150']

/** What can be done from anywhere; shown whole when nothing is typed. */
function commands(go: Go): readonly PaletteItem[] {
  const command = (
    id: string,
    icon: IconName,
    text: string,
    run: () => void,
    key: string | null = null
  ): PaletteItem => ({
    id,
    group: words.commands,
    icon,
    text,
    detail: null,
    key,
    run
  })
  return [
    command('add-files', 'file-add', words.addFiles, () => go(paths.filing), 'Ctrl N'),
    command('backup', 'store', words.backup, () => go(paths.store)),
    command('verify', 'check', words.verify, () => go(paths.store)),
    command('theme', 'eye', words.theme, () => {
      const now = readAppearance()
      setAppearance({ ...now, theme: now.theme === 'dark' ? 'light' : 'dark' })
    }),
    command('size', 'zoom-in', words.bigger, () => {
      const now = readAppearance()
      setAppearance({ ...now, size: SIZES[(SIZES.indexOf(now.size) + 1) % SIZES.length] ?? '100' })
    })
  ]
}

function sections(go: Go): readonly PaletteItem[] {
  return SECTIONS.map((section) => ({
    id: `section ${section.id}`,
    group: words.sections,
    icon: section.icon,
    text: section.name,
    detail: null,
    key: section.key?.replace('+', ' ') ?? null,
    run: () => go(section.path)
  }))
}

/** Documents found, what can be done with the first of them, then sections and commands whose words match. */
export function paletteItems(
  text: string,
  suggestions: readonly Suggestion[],
  go: Go,
  search: (text: string) => void
): readonly PaletteItem[] {
  const typed = fold(text.normalize('NFC')).trim()
  const matches = (item: PaletteItem) => typed.split(/\s+/).every((word) => fold(item.text).includes(word))
  const rest = [...sections(go), ...commands(go)].filter((item) => typed === '' || matches(item))
  if (typed === '') return rest
  const documents = suggestions.flatMap((one) => (one.documentId ? [documentItem(one, one.documentId, go)] : []))
  const first = suggestions.find((one) => one.documentId)
  const phrases = suggestions.filter((one) => !one.documentId).slice(0, 5)
  return [
    ...documents.slice(0, 6),
    ...(first?.documentId ? withDocument(first.text, first.documentId, go) : []),
    searchItem(text, search),
    ...phrases.map((one) => searchItem(one.text, search, one.detail)),
    ...rest
  ]
}

function documentItem(one: Suggestion, id: string, go: Go): PaletteItem {
  return {
    id: `document ${id}`,
    group: words.documents,
    icon: 'file',
    text: one.text,
    detail: one.detail,
    key: null,
    strong: true,
    run: () => go(paths.document(id))
  }
}

function withDocument(reference: string, id: string, go: Go): readonly PaletteItem[] {
  const group = words.with(reference)
  return [
    {
      id: 'with delivery',
      group,
      icon: 'send',
      text: words.delivery,
      detail: null,
      key: null,
      run: () => go(paths.delivery(id))
    },
    {
      id: 'with lineage',
      group,
      icon: 'lineage',
      text: words.lineage,
      detail: null,
      key: 'Ctrl L',
      run: () => go(paths.lineage(id))
    }
  ]
}

function searchItem(text: string, search: (text: string) => void, detail: string | null = null): PaletteItem {
  return {
    id: `search ${text}`,
    group: words.words,
    icon: 'search',
    text: words.search(text),
    detail,
    key: null,
    run: () => search(text)
  }
}
