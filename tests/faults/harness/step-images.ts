import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, openIt } from './archive.ts'
import { type DeedName, deedsOf } from './deeds.ts'
import type { FailingCalls } from './failing-calls.ts'
import { placeOf, removePlace, type Template } from './place.ts'
import { drawOf } from './random.ts'

/** What a death before each call that changes the disk leaves, in order, and what had been acknowledged by then. */
export type StepImages = Readonly<{ folder: string; images: readonly string[]; lines: readonly string[] }>

/** Does one whole operation and keeps the place as it was before every single call of it. */
export async function stepImages(calls: FailingCalls, template: Template, operation: DeedName): Promise<StepImages> {
  const place = placeOf(template, operation)
  const folder = newFolder('images-')
  mkdirSync(join(folder, 'at'))
  const archive = await openIt(place.folder)
  const lines: string[] = []
  const deeds = deedsOf(archive, {
    ...place,
    say: (line) => void lines.push(line),
    draw: drawOf(operation),
    name: '1',
    tidy: false
  })
  calls.images(place.place, join(folder, 'at'))
  try {
    await deeds[operation]()
  } finally {
    calls.stop()
    await archive.close()
    removePlace(place)
  }
  return {
    folder,
    images: readdirSync(join(folder, 'at'))
      .sort()
      .map((name) => join(folder, 'at', name)),
    lines
  }
}
