import type { OperationName } from '#contract/operations.ts'

/** The parts of the screen, in order. */
export const PARTS = [
  'state',
  'office',
  'accounts',
  'verify',
  'backup',
  'encryption',
  'export',
  'watch',
  'ledger',
  'look',
  'program'
] as const
export type StorePart = (typeof PARTS)[number]

/** What a part is for: not shown to whom that is not open. */
export const PART_NEEDS: Readonly<Partial<Record<StorePart, OperationName>>> = {
  office: 'archive.saveOffice',
  verify: 'archive.verify',
  backup: 'archive.backup',
  encryption: 'encryption.state',
  export: 'export.full',
  watch: 'watch.get',
  program: 'update.state'
}
