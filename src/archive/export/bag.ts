import type { NewTree, TreeFile } from './new-tree.ts'
import { printSums } from './sums.ts'

/** The folder of what is handed over; the rest of a bag speaks about it (RFC 8493 §2.1). */
export const PAYLOAD = 'data'

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export type BagInfo = readonly Readonly<{ label: string; value: string }>[]

/** Makes a bag of a tree whose payload is written: declaration, manifests by SHA-256, what it is (RFC 8493). */
export async function closeBag(tree: NewTree, info: BagInfo): Promise<void> {
  const payload = tree.files().filter((file) => file.path.startsWith(`${PAYLOAD}/`))
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const oxum = { label: 'Payload-Oxum', value: `${bytes}.${payload.length}` }
  await tree.write('bagit.txt', DECLARATION)
  await tree.write('bag-info.txt', [...info, oxum].map(infoLine).join(''))
  await tree.write('manifest-sha256.txt', manifest(payload))
  const tags = tree.files().filter((file) => !file.path.startsWith(`${PAYLOAD}/`))
  await tree.write('tagmanifest-sha256.txt', manifest(tags))
}

function manifest(files: readonly TreeFile[]): string {
  return printSums(files.map(({ sha256, path }) => ({ sha256, path: encodedPath(path) })))
}

/** Line ends and "%" are written as numbers, everything else as it is (RFC 8493 §2.1.3). */
function encodedPath(path: string): string {
  return path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function infoLine({ label, value }: BagInfo[number]): string {
  const plain = value.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim()
  return `${label}: ${plain}\n`
}
