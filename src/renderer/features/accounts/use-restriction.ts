import type { DocumentId } from '#contract/ids.ts'
import type { Restriction } from '#contract/operations/accounts.ts'
import type { MenuItem } from '../../components/menu-button.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { accountWords } from '../../strings/accounts.ts'

const words = accountWords.restricted

/** How a document stands and what its menu offers for it; nothing where the office keeps no accounts. */
export function useRestriction(
  id: DocumentId,
  ask: (what: 'restrict' | 'open-to-all') => void
): Readonly<{ restriction: Restriction | null; items: readonly MenuItem[] }> {
  const { state, may } = useAccess()
  const mine = state?.on === true && may('document.access')
  const access = useCall('document.access', { id }, { enabled: mine })
  const restriction = access.data?.restriction ?? null
  if (!mine || !access.data || !may('document.restrict')) return { restriction, items: [] }
  return {
    restriction,
    items: [
      {
        id: 'restrict',
        text: restriction ? words.menuChange : words.menu,
        run: () => ask('restrict')
      },
      ...(restriction ? [{ id: 'open-to-all', text: words.menuOpen, run: () => ask('open-to-all') }] : [])
    ]
  }
}
