import type { Figures } from './figures.ts'

/** One goal of the reader: which figure, and what it must reach on clean text and on text with OCR noise. */
export type Goal = Readonly<{ what: string; figure: string; clean: number; noisy: number }>
export type Reached = Readonly<{ goal: Goal; group: string; wanted: number; value: number; met: boolean }>

/** A stated field: how often what is taken by itself is right, and of how many papers it is taken at all. */
function stated(field: string, what: string): readonly Goal[] {
  return [
    { what: `${what}: precision`, figure: `${field}/precision`, clean: 0.995, noisy: 0.98 },
    { what: `${what}: coverage`, figure: `${field}/coverage`, clean: 0.95, noisy: 0.95 }
  ]
}

export const GOALS: readonly Goal[] = [
  { what: 'references, exact key: F1', figure: 'citations/f1', clean: 0.985, noisy: 0.95 },
  { what: 'references: precision of the key', figure: 'citations/precision', clean: 0.995, noisy: 0.985 },
  { what: 'date of a reference', figure: 'citations/date', clean: 0.97, noisy: 0.93 },
  { what: 'issuer of a reference', figure: 'citations/issuer', clean: 0.97, noisy: 0.93 },
  { what: 'relation: macro-F1', figure: 'citations/relation-macro-f1', clean: 0.93, noisy: 0.88 },
  ...stated('number_symbol', 'number and symbol'),
  ...stated('date', 'date'),
  ...stated('issuer', 'issuer'),
  ...stated('type', 'type'),
  { what: 'subject, exact: taken by itself', figure: 'subject/precision', clean: 0.97, noisy: 0.9 },
  { what: 'subject, exact: of all, hints too', figure: 'subject/offered-f1', clean: 0.97, noisy: 0.9 },
  { what: 'addressees: F1', figure: 'addressees/f1', clean: 0.98, noisy: 0.93 },
  { what: 'recipients: F1', figure: 'recipients/f1', clean: 0.98, noisy: 0.93 },
  { what: 'signer: precision', figure: 'signer/precision', clean: 0.97, noisy: 0.93 },
  { what: 'signer: F1 with hints', figure: 'signer/offered-f1', clean: 0.97, noisy: 0.93 },
  { what: 'capacity (T/M …): F1 with hints', figure: 'authority/offered-f1', clean: 0.97, noisy: 0.93 },
  { what: 'capacity (title): F1 with hints', figure: 'signer_title/offered-f1', clean: 0.97, noisy: 0.93 }
]

/** The groups the goals are measured on; all but the first hold noise. */
export const GOAL_GROUPS = ['born-digital', 'noise-1%', 'noise-2%'] as const

/** Every goal on every group that was measured. */
export function reached(figures: Figures): readonly Reached[] {
  return GOALS.flatMap((goal) =>
    GOAL_GROUPS.flatMap((group) => {
      const value = figures[`${group}/${goal.figure}`]
      if (value === undefined) return []
      const wanted = group === 'born-digital' ? goal.clean : goal.noisy
      return [{ goal, group, wanted, value, met: value >= wanted }]
    })
  )
}

/** The table of goals: a row a goal, a column a group; "✓" where met. */
export function printGoals(figures: Figures): string {
  const all = reached(figures)
  const rows = GOALS.map((goal) => {
    const cells = GOAL_GROUPS.map((group) => {
      const one = all.find((other) => other.goal === goal && other.group === group)
      return (one ? `${percent(one.value)} ${one.met ? '✓' : '✗'}` : '–').padStart(12)
    })
    return `${goal.what.padEnd(36)}${`${percent(goal.clean)} (${percent(goal.noisy)})`.padStart(16)}${cells.join('')}`
  })
  const met = all.filter((one) => one.met).length
  return [
    `\nGoals${' '.repeat(31)}${'clean (noise)'.padStart(16)}${GOAL_GROUPS.map((group) => group.padStart(12)).join('')}`,
    ...rows,
    `${met} of ${all.length} met`
  ].join('\n')
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
