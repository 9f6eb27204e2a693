/** How often a duty comes back: "định kỳ hằng quý". */
export const RHYTHMS = ['week', 'month', 'quarter', 'half-year', 'year'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** The ways a deadline is worded; each has a parser of its own. */
export const DEADLINE_RULES = [
  'deadline-day', // "trước ngày 15/9/2021", "chậm nhất ngày …", "trước 17 giờ 00 ngày …"
  'deadline-month', // "xong trong tháng 9", "trước tháng 10/2021"
  'deadline-quarter', // "hoàn thành trong quý III/2021"
  'deadline-year', // "hoàn thành trong năm 2021", "trước cuối năm 2021"
  'deadline-term', // "trong thời hạn 10 ngày làm việc kể từ ngày …"
  'deadline-rhythm' // "định kỳ hằng quý (trước ngày 20 tháng cuối quý)"
] as const
export type DeadlineRule = (typeof DEADLINE_RULES)[number]

/**
 * A deadline as a paper words it. Offsets count in the document text. `day` is the day the paper names (a duty "trước
 * ngày 15/9" is entered with 15/9, as the column Thời hạn giải quyết has it); null where it cannot be made certain.
 */
export type FoundDeadline = Readonly<{
  /** The same for the same words in the same paper, whatever else of it is read again. */
  key: string
  raw: string
  start: number
  end: number
  page: number
  /** The sentence, and where `raw` stands in it. */
  quote: string
  quoteStart: number
  quoteEnd: number
  day: string | null
  /** "17:00", where an hour is said. */
  hour: string | null
  every: Rhythm | null
  /** Who has the duty, where the sentence says so. */
  unit: string | null
  rule: DeadlineRule
}>

/** What a deadline is reckoned from, ISO days. */
export type DeadlineContext = Readonly<{ issuedOn: string | null; arrivedOn: string | null }>
