import { useEffect, useState } from 'react'

/** True only once `active` has lasted `after` milliseconds: quick answers show no waiting at all (ui README, "Motion"). */
export function useDelayed(active: boolean, after = 400): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!active) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), after)
    return () => clearTimeout(timer)
  }, [active, after])
  return shown
}
