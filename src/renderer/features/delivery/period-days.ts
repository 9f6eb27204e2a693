export const PRESETS = ['month', 'last-month', 'quarter', 'year', 'all', 'days'] as const
export type Preset = (typeof PRESETS)[number]
export type PeriodDays = Readonly<{ preset: Preset; from: string | null; to: string | null }>

/** The first and last day of a usual stretch, as of a day. */
export function presetDays(
  preset: Exclude<Preset, 'days'>,
  day: string
): Readonly<{ from: string | null; to: string | null }> {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  switch (preset) {
    case 'month':
      return months(year, month, 1)
    case 'last-month':
      return months(year, month - 1, 1)
    case 'quarter':
      return months(year, Math.floor((month - 1) / 3) * 3 + 1, 3)
    case 'year':
      return months(year, 1, 12)
    case 'all':
      return { from: null, to: null }
  }
}

export function usualDays(preset: Exclude<Preset, 'days'>, day: string): PeriodDays {
  return { preset, ...presetDays(preset, day) }
}

function months(year: number, first: number, count: number): Readonly<{ from: string; to: string }> {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  return { from: iso(Date.UTC(year, first - 1, 1)), to: iso(Date.UTC(year, first - 1 + count, 0)) }
}
