import { useState } from 'react'

/** Which boxes a person opened and folded, as long as this lineage is on the screen. */
export function useBranches() {
  const [expanded, setExpanded] = useState<readonly string[]>([])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  return {
    expanded,
    folded,
    opened,
    openGroup: (key: string) => setOpened((old) => new Map(old).set(key, (old.get(key) ?? 0) + 1)),
    /** What was folded comes back first; then what the archive has beside it. */
    expand: (id: string) => {
      if (folded.has(id)) setFolded((old) => new Set([...old].filter((one) => one !== id)))
      else if (!expanded.includes(id)) setExpanded((old) => [...old, id])
    },
    /** What was opened goes first; then the branch. */
    fold: (id: string) => {
      if (expanded.includes(id)) setExpanded((old) => old.filter((one) => one !== id))
      else setFolded((old) => new Set([...old, id]))
    },
    /** Groups opened before are told as one again. */
    closeGroups: () => setOpened(new Map())
  } as const
}
