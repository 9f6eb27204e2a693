import { useEffect } from 'react'

/**
 * What had the focus is gone, as a button that its own deed removes: the rows of the screen get it, not nothing, so that
 * the arrows go on. Whoever takes the focus for itself has it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null
    let asked = 0
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null
    }
    const look = () => {
      if (asked !== 0 || last === null || last.isConnected || document.activeElement !== document.body) return
      asked = requestAnimationFrame(() => {
        asked = 0
        last = null
        const layer = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')
        if (layer || document.activeElement !== document.body) return
        document.querySelector<HTMLElement>('.screen [role="grid"]')?.focus({ preventScroll: true })
      })
    }
    const observer = new MutationObserver(look)
    window.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('focusin', remember)
      cancelAnimationFrame(asked)
    }
  }, [])
}
