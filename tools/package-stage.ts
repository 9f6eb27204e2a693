import { spawnSync } from 'node:child_process'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TRUSTED_KEYS } from '#archive/update/trusted-keys.ts'
import { ROOT, type Target } from './package-content.ts'

/**
 * A folder of its own with the packages of the target machine, exactly those of the lock file (npm checks each against
 * it), and the built program: what the packagers then take from. Needs the registry; runs no script of any package.
 */
export function stage(folder: string, target: Target): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(ROOT, name), join(folder, name))
  const [os = '', cpu = ''] = target.split('-')
  const { status } = spawnSync(
    'npm',
    ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`],
    { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  )
  if (status !== 0) throw new Error('the packages of the target could not be had; see above')
  for (const part of ['out', 'resources']) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  for (const part of ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html']) {
    if (!existsSync(join(folder, part))) throw new Error(`${part} is not built: npm run build`)
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(shippedPackage(), null, 2)}\n`)
}

/** The public keys (PEM files) whose updates the packed program will take. */
export function trust(folder: string, keys: readonly string[]): void {
  const listed = keys.map((path) =>
    publicKey(readFileSync(path)).export({ format: 'der', type: 'spki' }).toString('base64')
  )
  writeFileSync(join(folder, 'resources', TRUSTED_KEYS), `${JSON.stringify(listed, null, 2)}\n`)
}

/** Of a public or a private key alike; a private one is not kept. */
function publicKey(pem: Buffer): KeyObject {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key is no Ed25519 key')
  return key
}

/** The program's package.json as it is shipped: what it is called and needs, nothing of how it is worked on. */
export function shippedPackage(): Record<string, unknown> {
  const { name, version, description, license, type, main, dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8')
  ) as Record<string, unknown>
  const optional = Object.fromEntries(
    Object.entries(optionalDependencies as Record<string, string>).filter(([one]) => !/^node-/.test(one))
  )
  return { name, version, description, license, type, main, dependencies, optionalDependencies: optional }
}
