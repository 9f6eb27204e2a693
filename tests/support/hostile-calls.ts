import fc from 'fast-check'
import { z } from 'zod'
import { operations } from '#contract/operations.ts'

/** A call of the contract as a hostile or broken page could send it; `input` can be written as JSON. */
export type HostileCall = Readonly<{ name: string; input: unknown }>

type Schema = Readonly<{
  type?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  maxLength?: number
}>

/** Ids, hashes and days of a real archive, so that some calls come further than the door. */
export type Pool = readonly string[]

const NAMES = Object.keys(operations)
const NO_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  '.',
  'archive',
  'ARCHIVE.STATE'
]
/** Text that has broken one program or another: markup, SQL, paths, signs without a partner, very much of it. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '../../../../etc/passwd',
  'C:\\Windows\\System32\\config\\SAM',
  '\\\\evil.test\\share',
  "'; DROP TABLE document; --",
  '" OR 1=1 --',
  'NEAR(a b, 99999999) ^ col: * "',
  '<script>globalThis.canary=1</script>',
  ['{{7*7}}', '#{7*7}', '$', '{7*7}'].join(''),
  '\ud800',
  '\u202Eexe.pdf',
  'Đảng ủy'.normalize('NFD'),
  '%00%2e%2e%2f',
  '9'.repeat(400),
  'a'.repeat(20_000),
  '2021-02-30',
  '9999-99-99',
  'd_'.padEnd(60, '0')
]
const NUMBERS = [0, -1, 1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 53), 1e-320]
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '0', 'length', 'unknown']

/** Objects are made of JSON, so that "__proto__" is a key of their own. */
function own(key: string, value: unknown): unknown {
  return JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)
}

export function nested(depth: number, shape: 'list' | 'object'): unknown {
  let value: unknown = 1
  for (let at = 0; at < depth; at++) value = shape === 'list' ? [value] : { a: value }
  return value
}

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}) },
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(...KEYS).map((key) => own(key, { polluted: 1, folder: '/' })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(nested(12, 'list'), nested(30, 'object'), nested(60, 'list'), nested(400, 'object'))
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(Array(3000).fill(null), Array(3000).fill('a')) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text) }
)

/** A value of the shape, mostly right. */
function near(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => near(one, pool)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object':
      return nearObject(schema, pool)
    case 'array':
      return fc.array(near(schema.items ?? {}, pool), { minLength: schema.minItems ?? 0, maxLength: 3 })
    case 'integer':
    case 'number':
      return nearNumber(schema.minimum ?? -5, schema.maximum ?? 50)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return nearText(schema, pool)
    default:
      return anyValue
  }
}

function nearNumber(least: number, most: number): fc.Arbitrary<unknown> {
  const from = Math.max(least, Math.min(-1000, most))
  return fc.oneof(fc.integer({ min: from, max: Math.max(from, Math.min(most, 1000)) }), fc.constantFrom(least, most))
}

function nearObject(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const properties = schema.properties ?? {}
  const fields = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, near(inner, pool)]))
  return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] })
}

function nearText(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const { pattern } = schema
  if (schema.format === 'date') return fc.constantFrom('2021-08-12', '1929-12-31', '2020-02-29', '2026-11-25')
  if (pattern) {
    const fitting = pool.filter((one) => new RegExp(pattern).test(one))
    const made = fc.stringMatching(new RegExp(pattern))
    return fitting.length > 0
      ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: made })
      : made
  }
  const most = schema.maxLength ?? 200
  return fc.oneof(
    fc.constantFrom('221-CV/HU', 'Văn phòng', 'mạng xã hội', ...pool.slice(0, 8)),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('a'.repeat(Math.min(most, 5000)), 'a'.repeat(Math.min(most + 1, 5000)))
  )
}

type Place = Readonly<{ holder: Record<string, unknown> | unknown[]; key: string | number }>

/** Every place below a value where something could stand instead. */
function places(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || found.length > 400) return found
  const holder = value as Record<string, unknown>
  for (const key of Object.keys(holder)) {
    found.push({ holder, key })
    places(holder[key], found)
  }
  return found
}

type Wound = Readonly<{ kind: number; at: number; value: unknown; key: string }>
const wound: fc.Arbitrary<Wound> = fc.record({
  kind: fc.nat(9),
  at: fc.nat(10_000),
  value: anyValue,
  key: fc.constantFrom(...KEYS)
})

/** The input with one wound: another value, something missing, something too much, the wrong order, or none. */
function wounded(sound: unknown, { kind, at, value, key }: Wound): unknown {
  const input: unknown = structuredClone(sound)
  const all = places(input)
  const place = all[at % Math.max(1, all.length)]
  const put = (one: Place | undefined, what: unknown) => {
    if (one)
      Object.defineProperty(one.holder, one.key, { value: what, enumerable: true, configurable: true, writable: true })
  }
  switch (kind) {
    case 0:
    case 1:
    case 2:
    case 3:
      if (!place) return value
      put(place, value)
      return input
    case 4:
      if (place && !Array.isArray(place.holder)) delete place.holder[place.key]
      return input
    case 5:
      if (typeof input === 'object' && input !== null) put({ holder: input as unknown[], key }, value)
      return input
    case 6: {
      const other = all[(at * 7 + 3) % Math.max(1, all.length)]
      const held = place && (place.holder as Record<string, unknown>)[place.key]
      if (place && other) put(place, structuredClone((other.holder as Record<string, unknown>)[other.key]))
      if (other && typeof held !== 'object') put(other, held)
      return isCyclic(input) ? value : input
    }
    case 7:
      return at % 2 === 0 ? [input] : value
    default:
      return input
  }
}

function isCyclic(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return false
  } catch {
    return true
  }
}

/** Calls of every operation and of none, with inputs near to right and far from it. */
export function hostileCalls(pool: Pool): fc.Arbitrary<HostileCall> {
  const sound = NAMES.map((name) => {
    const shape = z.toJSONSchema(operations[name as keyof typeof operations].input, {
      io: 'input',
      unrepresentable: 'any'
    })
    return fc.record({ name: fc.constant(name), input: near(shape as Schema, pool) })
  })
  const known = fc
    .tuple(fc.oneof(...sound), wound)
    .map(([call, how]) => ({ name: call.name, input: wounded(call.input, how) }))
  const swapped = fc
    .tuple(fc.constantFrom(...NAMES), fc.oneof(...sound))
    .map(([name, call]) => ({ name, input: call.input }))
  // An address holds whole letters, and no more than the guard lets through.
  const noName = fc
    .oneof(fc.constantFrom(...NO_NAMES), fc.string({ maxLength: 30 }), fc.constantFrom(...TEXTS))
    .map((text) => text.toWellFormed().slice(0, 300))
  return fc.oneof(
    { weight: 16, arbitrary: known },
    { weight: 2, arbitrary: swapped },
    { weight: 1, arbitrary: fc.record({ name: fc.constantFrom(...NAMES), input: anyValue }) },
    { weight: 1, arbitrary: fc.record({ name: noName, input: anyValue }) }
  )
}

/** What cannot be written as JSON and reaches the IPC host alone. */
export const NO_JSON: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  undefined,
  10n,
  new Date(Number.NaN),
  new Date(0),
  new Map([['folder', '/']]),
  new Set([1]),
  new Uint8Array(4),
  new ArrayBuffer(8),
  /a/g,
  new Error('x'),
  Object.create(null),
  Array(4)
]
