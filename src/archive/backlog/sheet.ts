import type { FailureCode } from '#contract/failures.ts'
import type { Cell } from '#domain/register/cell.ts'

export type Sheet = Readonly<{ name: string; rows: readonly (readonly Cell[])[] }>

export type SheetsRead =
  | Readonly<{ ok: true; kind: 'xlsx' | 'csv'; sheets: readonly Sheet[] }>
  | Readonly<{ ok: false; code: FailureCode; problem: string }>

/** What one workbook may be; more is damaged, hostile, or no register of an office. */
export const SHEET_LIMITS = {
  bytes: 64 * 1024 * 1024,
  /** All parts of the workbook together, inflated. */
  inflated: 256 * 1024 * 1024,
  rows: 50_000,
  columns: 60,
  sheets: 30,
  milliseconds: 60_000,
  megabytes: 1024
} as const
