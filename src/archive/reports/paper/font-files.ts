import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Tinos, the paper's face (as wide as Times New Roman letter by letter), whole, with all of Vietnamese. */
export const FACES = [
  { name: 'regular', weight: 400, style: 'normal', source: '400Regular/Tinos_400Regular.ttf' },
  { name: 'italic', weight: 400, style: 'italic', source: '400Regular_Italic/Tinos_400Regular_Italic.ttf' },
  { name: 'bold', weight: 700, style: 'normal', source: '700Bold/Tinos_700Bold.ttf' }
] as const
export type FaceName = (typeof FACES)[number]['name']

const held = new Map<FaceName, Buffer>()

/** The bytes of a face: of the built screens, or of the package in a checkout that was never built. */
export function faceBytes(name: FaceName): Buffer {
  const known = held.get(name)
  if (known) return known
  const face = FACES.find((one) => one.name === name)
  const program = programFolder()
  const places = [
    join(program, 'out/renderer/fonts', `tinos-${name}.ttf`),
    join(program, 'node_modules/@expo-google-fonts/tinos', face?.source ?? '')
  ]
  const path = places.find((one) => existsSync(one))
  if (path === undefined) throw new Error(`the paper's face is missing: ${places[0]}`)
  const bytes = readFileSync(path)
  held.set(name, bytes)
  return bytes
}

/** The nearest folder above this module with a package.json, from sources and from the bundle alike. */
function programFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
