import type { OutputOf } from '#contract/operations.ts'
import type { BadgeTone } from '../../components/badge.tsx'

export const VALIDITY_TONES = {
  'in-force': 'ok',
  amended: 'warn',
  replaced: 'danger',
  repealed: 'danger',
  expired: 'danger'
} as const satisfies Record<OutputOf<'document.validity'>['status'], BadgeTone>
