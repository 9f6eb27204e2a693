import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export type Tab<T extends string> = Readonly<{ id: T; title: string; count?: number | null }>

/** Tabs with one open panel; arrows, Home and End move between them. */
export function Tabs<T extends string>(
  props: Readonly<{ label: string; tabs: readonly Tab<T>[]; open: T; onOpen(id: T): void; children: ReactNode }>
) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.id === props.open)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: props.tabs.length - 1
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const index = (to + props.tabs.length) % props.tabs.length
    const tab = props.tabs[index]
    if (!tab) return
    props.onOpen(tab.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={props.label} ref={list} tabIndex={-1} onKeyDown={press}>
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-controls={`${id}-panel`}
            aria-selected={tab.id === props.open}
            tabIndex={tab.id === props.open ? 0 : -1}
            onClick={() => props.onOpen(tab.id)}
          >
            {tab.title} {tab.count ? <span className="n">{tab.count}</span> : null}
          </button>
        ))}
      </div>
      <div
        className="scroll grow tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${props.open}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        {props.children}
      </div>
    </>
  )
}
