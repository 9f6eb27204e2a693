import { z } from 'zod'
import { Day } from './schemas.ts'

/** The two first entries of a package, in this order: nothing of it is unpacked before both are read and agree. */
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

/** Three numbers and nothing else: the version is also the name of a folder. */
export const VERSION_NAME = /^\d{1,4}\.\d{1,4}\.\d{1,5}$/

/** What a package says it holds; signed as the bytes it lies there in. */
export const UpdateManifest = z.object({
  product: z.literal('van-kho'),
  format: z.literal(1),
  version: z.string().regex(VERSION_NAME),
  target: z.string().max(40),
  madeOn: Day,
  /** What is new, for the person who decides: plain Vietnamese. */
  notes: z.string().max(4000),
  files: z
    .array(
      z.object({
        path: z.string().refine(isProgramPath),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/)
      })
    )
    .min(1)
    .max(50_000)
    .refine((files) => new Set(files.map((one) => one.path.toLowerCase())).size === files.length)
})
export type UpdateManifest = z.infer<typeof UpdateManifest>
export type UpdateFile = UpdateManifest['files'][number]

/** A name of a program's file: below its folder on every system, and the same file on a disk that folds case. */
export function isProgramPath(path: string): boolean {
  if (path.length > 240 || !/^(?:node(?:\.exe)?$|app\/)/.test(path)) return false
  return path
    .split('/')
    .every((part) => /^[\w@+.[-][\w @+.,()[\]-]*$/.test(part) && !/^\.+$|[. ]$/.test(part) && !RESERVED.test(part))
}

/** Names Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Below zero: `a` is the older. Both are versions of three numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.split('.').map(Number))
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
