import type { DeadlineView } from '#contract/operations/handling.ts'
import { useShortcuts } from '../../app/keyboard.ts'

/** Alt+H takes the deadline that is asked about, Alt+K puts it aside: letters no input method of Vietnamese uses with Alt. */
export function useDeadlineKeys(
  current: DeadlineView | null,
  deeds: Readonly<{ take(deadline: DeadlineView): void; dismiss(deadline: DeadlineView): void }>,
  enabled = true
): void {
  useShortcuts(
    {
      'Alt+h': () => (current ? deeds.take(current) : false),
      'Alt+k': () => (current ? deeds.dismiss(current) : false)
    },
    { enabled }
  )
}
