import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, type Target } from './package-content.ts'
import { stage } from './package-stage.ts'

/** Not among the packages of the project: nearly three hundred packages for what is done once a release. */
export const PACKAGER = 'electron-builder@26.17.0'

/**
 * Installers by electron-builder, on a machine that reaches the registry and Electron's own downloads: NSIS and portable
 * on Windows, AppImage and deb on Linux, each on its own system.
 */
if (import.meta.main) {
  const windows = process.platform === 'win32'
  const target: Target = windows ? 'win32-x64' : 'linux-x64'
  const staged = join(ROOT, 'out-package', `desktop-${target}`)
  stage(staged, target)
  copyFileSync(join(ROOT, 'electron-builder.json'), join(staged, 'electron-builder.json'))
  const { status } = spawnSync(
    'npx',
    ['--yes', PACKAGER, '--projectDir', staged, windows ? '--win' : '--linux', ...process.argv.slice(2)],
    { stdio: 'inherit', shell: windows }
  )
  process.exitCode = status ?? 1
}
