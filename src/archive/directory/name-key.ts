import { foldKey } from '#domain/text/fold.ts'

/** A recipient's name as typed or read → what assignments of one document are kept under. */
export function bodyNameKey(name: string): string {
  return foldKey(name)
}
