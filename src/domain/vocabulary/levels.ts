/** The levels of the lineage, top first: Trung ương, tỉnh, huyện, xã and what is below a district (design §9). */
export const LEVELS = ['TW', 'TU', 'HU', 'XA'] as const
export type Level = (typeof LEVELS)[number]
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  TW: 'Trung ương',
  TU: 'Tỉnh ủy',
  HU: 'Huyện ủy',
  XA: 'Xã, ban, ngành'
}
