import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createPackageWithOptions, extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { build } from 'electron-vite'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CURRENT, chosenVersion } from '#archive/update/program-place.ts'
import { takePackage } from '#archive/update/take-package.ts'
import type { OutputOf } from '#contract/operations.ts'
import { HANDED_ENDINGS } from '#main/handed-files.ts'
import { samplePaper } from '#tests/support/e2e-desk.ts'
import { engineThreadOf } from '#tests/support/electron/engine-thread-of.ts'
import { PAPER, scanOf } from '#tests/support/scan-sheet.ts'
import { bundleCli } from '../../tools/package-bundle.ts'
import { appFiles, builderConfig, productionPackages } from '../../tools/package-content.ts'
import { PACKAGER } from '../../tools/package-desktop.ts'
import { FOLDER, portableEntries, programEntries, VERSION } from '../../tools/package-portable.ts'
import { shippedPackage } from '../../tools/package-stage.ts'
import { updateEntries } from '../../tools/package-update.ts'
import { writeZip } from '../../tools/package-zip.ts'

/**
 * What is shipped, packed here as far as it can be without Electron's program and without Windows. NOT RUN: the
 * installers themselves, the fuses in a real binary, the portable archive on Windows.
 */
const ROOT = join(import.meta.dirname, '../..')
const SCHEMA = join(import.meta.dirname, 'fixtures/electron-builder-26.17.0-schema.json.gz')
const work = mkdtempSync(join(tmpdir(), 'vankho-package-'))
/** The project as the packagers see it: built, with this machine's packages. */
const project = join(work, 'project')
const config = JSON.parse(readFileSync(join(ROOT, 'electron-builder.json'), 'utf8')) as Record<string, unknown>

beforeAll(async () => {
  mkdirSync(join(project, 'out'), { recursive: true })
  process.env.VANKHO_BUNDLE_OUT = join(project, 'out')
  await build({ root: ROOT, configFile: join(ROOT, 'electron.vite.config.ts'), logLevel: 'silent' })
  await bundleCli(join(project, 'out', 'cli'))
  cpSync(join(ROOT, 'out', 'renderer'), join(project, 'out', 'renderer'), { recursive: true })
  for (const folder of ['node_modules', 'resources']) symlinkSync(join(ROOT, folder), join(project, folder))
  copyFileSync(join(ROOT, 'package-lock.json'), join(project, 'package-lock.json'))
  writeFileSync(join(project, 'package.json'), JSON.stringify(shippedPackage()))
}, 90_000)
afterAll(() => rmSync(work, { recursive: true, force: true, maxRetries: 3 }))

describe('the packager’s configuration', () => {
  it('is one by the packager’s own schema, which would notice a slip', () => {
    expect(SCHEMA).toContain(PACKAGER.split('@')[1] ?? 'no version')
    const schema = z.fromJSONSchema(JSON.parse(gunzipSync(readFileSync(SCHEMA)).toString('utf8')))
    const checked = schema.safeParse(config)
    expect(checked.error?.issues ?? []).toEqual([])
    for (const slip of [{ asarUnpak: [] }, { nsis: { oneClik: true } }, { electronFuses: { runAsNode: 'no' } }])
      expect(schema.safeParse({ ...config, ...slip }).success, JSON.stringify(slip)).toBe(false)
  })

  it('sets 7 of 7 security fuses (checklist 19; not read back from a binary here)', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false
    })
  })

  it('names the Electron of the lock file, packs an asar, rebuilds and publishes nothing', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(config).toMatchObject({
      electronVersion: devDependencies.electron,
      asar: true,
      asarUnpack: ['**/*.node'],
      npmRebuild: false,
      publish: null,
      nsis: { language: '1066', deleteAppDataOnUninstall: false, oneClick: false }
    })
    const targets = (of: unknown) => (of as { target: { target: string; arch: string[] }[] }).target
    expect(targets(config.win).map((one) => one.target)).toEqual(['nsis', 'portable'])
    expect(targets(config.linux).map((one) => one.target)).toEqual(['AppImage', 'deb'])
    expect([...targets(config.win), ...targets(config.linux)].flatMap((one) => one.arch)).toEqual(Array(4).fill('x64'))
  })

  it('has an icon in every size Windows asks for, and one large enough for Linux', () => {
    const { win, linux } = config as Record<'win' | 'linux', { icon: string }>
    const ico = readFileSync(join(ROOT, win.icon))
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = 6 + 16 * at
      const picture = ico.subarray(ico.readUInt32LE(entry + 12)).subarray(0, ico.readUInt32LE(entry + 8))
      expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect(picture.readUInt32BE(16) % 256).toBe(ico.readUInt8(entry))
      return picture.readUInt32BE(16)
    })
    expect(sizes).toEqual(expect.arrayContaining([16, 20, 24, 32, 48, 256]))
    expect(readFileSync(join(ROOT, linux.icon)).readUInt32BE(16)).toBeGreaterThanOrEqual(512)
  })

  it('offers the program for papers it takes, and takes none of them away from another', () => {
    const offered = config.fileAssociations as { ext: string; rank: string }[]
    expect(offered.map((one) => one.ext)).toEqual(['pdf', 'docx'])
    for (const { ext, rank } of offered) expect([HANDED_ENDINGS.has(`.${ext}`), rank]).toEqual([true, 'Alternate'])
  })
})

describe('what is shipped', () => {
  it('is the program and what it runs with: no source, no tool, no test, no binary of another system', () => {
    for (const target of ['win32-x64', 'linux-x64'] as const) {
      const { files } = appFiles(project, target)
      for (const needed of [
        'package.json',
        'out/main/index.js',
        'out/main/engine-thread.js',
        'out/main/read-worker.js',
        'out/main/ocr-worker.js',
        'out/main/sheet-worker.js',
        'out/main/hash-thread.js',
        'out/main/rows-thread.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        `node_modules/better-sqlite3/prebuilds/${target}.node`,
        `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${target}.node`,
        'out/main/copy-worker.js',
        'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs'
      ])
        expect(files, needed).toContain(needed)
      const foreign = files.filter(
        (path) =>
          /^(?:src|tests|tools|docs|eval|bench)\//.test(path) ||
          /\.(?:ts|tsx|map|c|cc|h)$/.test(path) ||
          /^node_modules\/(?:electron|vite|vitest|typescript|react|playwright-core|@biomejs|@electron|node-addon-api|node-(?:win|linux))/.test(
            path
          ) ||
          (path.endsWith('.node') &&
            !path.includes(target) &&
            !(target === 'linux-x64' && path.includes('canvas-linux-x64-gnu')))
      )
      expect(foreign, target).toEqual([])
      const licences = productionPackages(project, target).filter(
        (path) => existsSync(join(ROOT, path, 'LICENSE')) && files.some((file) => file.startsWith(`${path}/`))
      )
      for (const path of licences) expect(files).toContain(`${path}/LICENSE`)
    }
  })

  it('is under 60 MB for Windows without its picture module, which is not installed on another system', () => {
    const { files, missing } = appFiles(project, 'win32-x64')
    const bytes = files.reduce((sum, path) => sum + statSync(join(project, path)).size, 0)
    expect(bytes).toBeLessThan(60e6)
    expect(bytes).toBeGreaterThan(20e6)
    expect(missing).toEqual(process.platform === 'win32' ? [] : ['node_modules/@napi-rs/canvas-win32-x64-msvc'])
  })
})

describe('a packed asar', () => {
  const asar = join(work, 'app.asar')
  let files: readonly string[] = []

  beforeAll(async () => {
    files = appFiles(project, 'linux-x64').files
    const app = join(work, 'app')
    copyAll(project, files, app)
    await createPackageWithOptions(app, asar, { unpack: builderConfig().asarUnpack[0] ?? '' })
  }, 60_000)

  it('holds every file, with its check sum, and its native modules beside it', () => {
    const listed = new Set(listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)))
    expect(files.filter((path) => !listed.has(path))).toEqual([])
    const { main } = JSON.parse(extractFile(asar, 'package.json').toString('utf8'))
    for (const path of [main, 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/main/engine-thread.js']) {
      const bytes = extractFile(asar, path)
      const entry = statFile(asar, path) as { integrity?: { algorithm: string; hash: string } }
      expect(entry.integrity, path).toMatchObject({
        algorithm: 'SHA256',
        hash: createHash('sha256').update(bytes).digest('hex')
      })
    }
    for (const path of files.filter((one) => one.endsWith('.node'))) {
      expect(statFile(asar, path), path).toMatchObject({ unpacked: true })
      expect(existsSync(join(`${asar}.unpacked`, path)), path).toBe(true)
    }
  })

  it('is a whole program: its engine files the sample archive out of it, with no other package in reach', async () => {
    const opened = join(work, 'opened')
    extractAll(asar, opened)
    const engine = engineThreadOf(join(opened, 'out', 'main'), join(opened, 'resources'), join(work, 'settings'))
    expect((await engine.makeSample(join(work, 'sample'))).state).toBe('done')
    const found = await engine.call<OutputOf<'document.find'>>('document.find', { reference: '221-CV/HU' })
    expect(found).toMatchObject({ ok: true, value: { documents: [{ issuedOn: '2021-08-12' }] } })
    await engine.end()
  }, 60_000)
})

describe('the portable archive', () => {
  it('holds Node, the program, the screens and a starter, and nothing of Electron’s', () => {
    const node = join(work, 'node.exe')
    writeFileSync(node, 'MZ stands for node.exe')
    // This machine's packages stand for those of Windows: which of them are taken is the same list.
    const entries = portableEntries(project, 'linux-x64', node)
    const zip = join(work, 'portable.zip')
    writeZip(zip, entries)
    const packed = unzipSync(readFileSync(zip))
    const names = Object.keys(packed)
    expect(names).toHaveLength(entries.length)
    for (const needed of [
      'Van Kho.cmd',
      'DOC TRUOC.txt',
      'current.txt',
      ...[
        'node',
        'app/package.json',
        'app/out/cli/main.js',
        'app/out/cli/engine-thread.js',
        'app/out/cli/read-worker.js',
        'app/out/cli/ocr-worker.js',
        'app/out/cli/sheet-worker.js',
        'app/out/cli/hash-thread.js',
        'app/out/cli/rows-thread.js',
        'app/out/renderer/index.html',
        'app/resources/sample/order.json',
        'app/resources/update/trusted-keys.json',
        'app/node_modules/better-sqlite3/prebuilds/linux-x64.node',
        'app/node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
        'app/out/cli/copy-worker.js'
      ].map((path) => `${VERSION}/${path}`)
    ])
      expect(names, needed).toContain(`${FOLDER}/${needed}`)
    expect(names.filter((name) => /out\/(?:main|preload)|electron|\.tsx?$|node-linux|node-win/.test(name))).toEqual([])
    expect(names.every((name) => name.startsWith(`${FOLDER}/`))).toBe(true)
    const starter = Buffer.from(packed[`${FOLDER}/Van Kho.cmd`] ?? []).toString('latin1')
    expect(starter).toMatch(/^[\x00-\x7F]*$/)
    expect(starter).toContain('"%~dp0%BAN%\\node.exe" "%~dp0%BAN%\\app\\out\\cli\\main.js" serve')
    expect(starter.replaceAll('\r\n', '')).not.toContain('\n')
    const words = Buffer.from(packed[`${FOLDER}/DOC TRUOC.txt`] ?? []).toString('utf8')
    expect(words).toContain('Windows 10 trở lên, bản 64 bit')

    const home = join(work, 'Mở ra đây')
    // What pdf.js draws with in the page is read by a browser alone.
    for (const [name, bytes] of Object.entries(packed).filter(([one]) => !one.includes('/out/renderer/pdfjs/'))) {
      mkdirSync(dirname(join(home, name)), { recursive: true })
      writeFileSync(join(home, name), bytes)
    }
    const main = join(home, FOLDER, VERSION, 'app/out/cli/main.js')
    const scan = join(work, 'scan.jpg')
    writeFileSync(scan, scanOf(PAPER, { dpi: 150 }))
    const papers = [samplePaper('221-CV-HU.pdf'), samplePaper('145-CV-HU.docx'), scan]
    const ran = spawnSync(process.execPath, [main, 'inspect', '--ocr', '--json', ...papers], {
      encoding: 'utf8',
      cwd: work
    })
    const lines = ran.stdout.trim().split('\n')
    const read = lines.map((line) => JSON.parse(line) as { reference: string; status: string; text: { kind: string } })
    expect(
      read.slice(0, 2).map((line) => line.reference),
      ran.stdout + ran.stderr
    ).toEqual(['221-CV/HU', '145-CV/HU'])
    // Letters are read off a picture too: what that needs is shipped.
    expect(read[2]).toMatchObject({ status: 'ok' })
    expect(ran.status).toBe(0)
  }, 60_000)

  it('takes a signed update of itself: every name of the program passes, the next start runs it', async () => {
    const home = join(work, 'program')
    mkdirSync(join(home, VERSION, 'app'), { recursive: true })
    writeFileSync(join(home, CURRENT), VERSION)
    const node = join(work, 'node.exe')
    writeFileSync(node, 'MZ stands for node.exe')
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const release = { version: '9.0.0', target: 'linux-x64', madeOn: '2026-11-25', notes: 'Thử' } as const
    const path = join(work, 'new.vankho-update')
    writeZip(path, updateEntries(release, programEntries(project, 'linux-x64', node), privateKey))
    const place = { folder: home, version: VERSION }
    const job = { total: () => {}, step: () => {}, signal: new AbortController().signal }
    const taken = await takePackage(path, [publicKey], place, 'linux-x64', job)
    expect(chosenVersion(place)).toBe('9.0.0')
    const ran = spawnSync(process.execPath, [join(home, '9.0.0', 'app/out/cli/main.js'), '--help'], {
      encoding: 'utf8'
    })
    expect(ran.stdout).toContain('update GÓI.vankho-update')
    expect(taken.files.length).toBeGreaterThan(1000)
  }, 60_000)

  it('is not made without what Windows needs', () => {
    if (process.platform === 'win32') return
    expect(() => portableEntries(project, 'win32-x64', 'node.exe')).toThrow('canvas-win32-x64-msvc')
  })
})

function copyAll(from: string, files: readonly string[], to: string): void {
  for (const path of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
}
