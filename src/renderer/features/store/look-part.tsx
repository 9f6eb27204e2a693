import { setAppearance, useAppearance } from '../../app/appearance.ts'
import { Segments } from '../../components/segments.tsx'
import { storeWords } from '../../strings/store.ts'

const words = storeWords.look
const THEMES = (['light', 'dark'] as const).map((value) => ({ value, text: words.themes[value] }))
const SIZES = (['100', '125', '150'] as const).map((value) => ({ value, text: words.sizes[value] }))

/** Light or dark, and how large. */
export function LookPart() {
  const now = useAppearance()
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <div className="store-look">
        <span className="lbl">{words.theme}</span>
        <Segments
          label={words.theme}
          value={now.theme}
          choices={THEMES}
          onChange={(theme) => setAppearance({ ...now, theme })}
        />
        <span className="lbl">{words.size}</span>
        <Segments
          label={words.size}
          value={now.size}
          choices={SIZES}
          onChange={(size) => setAppearance({ ...now, size })}
        />
      </div>
      <p className="store-sample">{words.sample}</p>
    </>
  )
}
