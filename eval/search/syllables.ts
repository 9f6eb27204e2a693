import { fold } from '#domain/text/fold.ts'

/** Marks off, small letters: how a phrase is typed in a hurry. */
export function plainText(text: string): string {
  return fold(text.normalize('NFC'))
}

/** The words of a text without marks. */
export function syllables(text: string): readonly string[] {
  return plainText(text).match(/[a-z0-9]+/g) ?? []
}
