import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What is wrong with a bag by RFC 8493, written from the text of the RFC and not from our writer; empty: it is complete and
 * valid. Of its optional parts only those are looked at that a bag of SHA-256 may have.
 */
export function bagFaults(folder: string): readonly string[] {
  const faults: string[] = []
  const text = (name: string): string | null => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, name)))
    } catch {
      faults.push(`${name}: missing or not UTF-8`)
      return null
    }
  }
  // 2.1.1: exactly two lines, no byte order mark.
  const declaration = text('bagit.txt')
  if (declaration !== null && !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration)) {
    faults.push('bagit.txt: not the two lines of the declaration')
  }
  const all = pathsIn(folder, faults)
  const payload = all.filter((path) => path.startsWith('data/'))
  if (!lstatSync(join(folder, 'data'), { throwIfNoEntry: false })?.isDirectory()) faults.push('data: no payload folder')

  // 2.1.3: every payload manifest lists every payload file once, and nothing else.
  const manifest = listed(text('manifest-sha256.txt') ?? '', 'manifest-sha256.txt', faults)
  for (const path of manifest.keys()) if (!path.startsWith('data/')) faults.push(`manifest names a tag file: ${path}`)
  for (const path of payload) if (!manifest.has(path)) faults.push(`not in the manifest: ${path}`)
  // 2.2.1: a tag manifest lists tag files, never itself and never payload.
  const tags = listed(text('tagmanifest-sha256.txt') ?? '', 'tagmanifest-sha256.txt', faults)
  for (const path of tags.keys()) {
    if (path.startsWith('data/') || /^tagmanifest-/.test(path)) faults.push(`tag manifest names ${path}`)
  }
  for (const path of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']) {
    if (!tags.has(path)) faults.push(`not in the tag manifest: ${path}`)
  }
  for (const [path, sum] of [...manifest, ...tags]) {
    if (!all.includes(path)) faults.push(`named and not there: ${path}`)
    else if (hashOf(join(folder, path)) !== sum) faults.push(`changed: ${path}`)
  }
  checkInfo(text('bag-info.txt') ?? '', folder, payload, faults)
  return faults
}

/** 2.1.3: a checksum, blanks, a path; "%" and line ends in it are encoded, no path is absolute or climbs out. */
function listed(text: string, name: string, faults: string[]): ReadonlyMap<string, string> {
  const sums = new Map<string, string>()
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue
    const [, sum = '', written = ''] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? []
    if (written === '') faults.push(`${name}: a line that is none: ${line.slice(0, 60)}`)
    if (/%(?!0A|0D|25)/i.test(written)) faults.push(`${name}: a bare percent sign: ${written}`)
    const path = written.replace(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    if (/^[~/\\]|^[a-z]:/i.test(path) || path.split('/').includes('..')) faults.push(`${name}: leaves the bag: ${path}`)
    if (path !== path.normalize('NFC')) faults.push(`${name}: not NFC: ${path}`)
    if (sums.has(path)) faults.push(`${name}: named twice: ${path}`)
    sums.set(path, sum.toLowerCase())
  }
  return sums
}

/** 2.2.2: "Label: value", longer ones go on after white space; the sum of octets and files is right. */
function checkInfo(text: string, folder: string, payload: readonly string[], faults: string[]): void {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '')
  for (const line of lines) if (!/^(?:[^:\s][^:]*: ?\S|\s+\S)/.test(line)) faults.push(`bag-info.txt: ${line}`)
  const octets = payload.reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0)
  const oxum = lines.find((line) => /^Payload-Oxum:/i.test(line))?.split(': ')[1]
  if (oxum !== `${octets}.${payload.length}`) faults.push(`Payload-Oxum ${oxum} is not ${octets}.${payload.length}`)
  const date = lines.find((line) => /^Bagging-Date:/i.test(line))?.split(': ')[1]
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) faults.push(`Bagging-Date ${date}`)
}

function pathsIn(folder: string, faults: string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/')
    if (entry.isDirectory()) return []
    if (!entry.isFile()) faults.push(`no plain file: ${path}`)
    return [path]
  })
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
