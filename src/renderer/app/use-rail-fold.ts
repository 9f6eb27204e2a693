import { useEffect, useState } from 'react'
import { scaleOf, useAppearance } from './appearance.ts'

const KEY = 'vankho.rail'

/**
 * Whether the rail is folded: as the person last set it for this kind of screen; else folded where page and form
 * need the room, and on windows narrower than about 1100 px at 100 % (ui README, "Density", "Accessibility").
 */
export function useRailFold(mini: boolean): readonly [folded: boolean, toggle: () => void] {
  const scale = scaleOf(useAppearance())
  const [width, setWidth] = useState(window.innerWidth)
  const kind = mini ? 'mini' : 'wide'
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>(read)
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth)
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  const folded = chosen[kind] ?? (mini || width / scale < 1100)
  const toggle = () => {
    const next = { ...chosen, [kind]: !folded }
    setChosen(next)
    localStorage.setItem(KEY, JSON.stringify(next))
  }
  return [folded, toggle]
}

function read(): Readonly<Record<string, boolean>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}
