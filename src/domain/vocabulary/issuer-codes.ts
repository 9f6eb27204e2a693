import { fold, foldKey } from '../text/fold.ts'
import type { Level } from './levels.ts'

/**
 * Ends of issuer codes by level (domain.md §4.1). An office extends the list of bodies in its directory; this table only
 * tells at which height of the lineage a document stands.
 */
const CODE_ENDS: readonly (readonly [RegExp, Level])[] = [
  [/(?:^|[a-z])tw(?:\/nb)?$/, 'TW'],
  [/^(?:cp|ttg|vpcp|qh\d*|ubtvqh\d*|ctn|b[a-z]+|tandtc|vksndtc|hdtp)$/, 'TW'],
  [/(?:^|[a-z])tu(?:\/nb)?$/, 'TU'],
  [/(?:^|[a-z])(?:hu|qu|thu|txu)(?:\/nb)?$/, 'HU'],
  [/(?:^|[a-z])(?:du|duk|cb)(?:\/nb)?$/, 'XA']
]
const NAMES: readonly (readonly [RegExp, Level])[] = [
  [/\b(?:trung uong|bo chinh tri|ban bi thu|chinh phu|thu tuong|quoc hoi|bo (?:noi vu|tai chinh|giao duc))\b/, 'TW'],
  [/\b(?:xa|phuong|thi tran|chi bo)\b/, 'XA'],
  [/\b(?:huyen|quan uy|thi xa|thi uy)\b/, 'HU'],
  [/\b(?:tinh|thanh uy|thanh pho)\b/, 'TU']
]

/** The level a document stands at: by the name of its issuer where that says it, else by the code in its symbol. null: neither says. */
export function documentLevel(symbol: string, issuer: string | null): Level | null {
  const name = issuer ? foldKey(issuer) : ''
  for (const [pattern, level] of NAMES) if (pattern.test(name)) return level
  const code = fold(symbol.normalize('NFC'))
  const parts = code.split('/').filter((part) => part !== 'nb')
  const last = parts.at(-1) ?? ''
  for (const part of [last, ...last.split('-').toReversed()]) {
    for (const [pattern, level] of CODE_ENDS) if (pattern.test(part)) return level
  }
  return null
}
