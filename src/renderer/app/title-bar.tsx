import type { OwnAccount } from '#contract/operations/accounts.ts'
import type { Office } from '#contract/operations/archive.ts'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { Who } from '../features/accounts/who.tsx'
import { today } from '../strings/dates.ts'
import { shellWords } from '../strings/vi.ts'

/** "nhiệm kỳ 2020–2025": the term that runs today; a term lasts five years unless the next began earlier. */
function termNow(office: Office): string {
  const started = office.termStarts.filter((day) => day <= today()).at(-1)
  if (!started) return ''
  const from = Number(started.slice(0, 4))
  return ` · ${shellWords.term(from, from + 5)}`
}

export function TitleBar(
  props: Readonly<{ office: Office | null; account: OwnAccount | null; onPalette: (() => void) | null }>
) {
  return (
    <header className="titlebar">
      <span className="mark">
        <Icon name="mark" />
        {shellWords.app}
      </span>
      {props.office && (
        <span className="fonds">
          {props.office.name}
          {termNow(props.office)}
        </span>
      )}
      {props.onPalette && (
        <button type="button" className="omni" onClick={props.onPalette}>
          <Icon name="search" small />
          <span className="grow clip">{shellWords.omni}</span>
          <Kbd>Ctrl K</Kbd>
        </button>
      )}
      {props.account ? (
        <span className="who row">
          <Who account={props.account} />
        </span>
      ) : (
        props.office?.clerk && (
          <span className="who row">
            <Icon name="person" small />
            <span className="clip">
              {props.office.clerk} · {shellWords.clerk}
            </span>
          </span>
        )
      )}
    </header>
  )
}
