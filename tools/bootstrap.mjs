// The one entry of every npm script. Runs under the system's Node (20.19 or newer), sees to it that what a command needs
// is installed and built, and hands over to the pinned Node in node_modules. Plain JavaScript: nothing else is there yet.
import process from 'node:process'
import { buildScreens, buildShell } from './bootstrap/build.mjs'
import { electronBinary } from './bootstrap/electron.mjs'
import { install } from './bootstrap/install.mjs'
import { hasEntry, runNode, runProgram, say } from './bootstrap/run.mjs'
import { test } from './bootstrap/test.mjs'

const [command = '', ...rest] = process.argv.slice(2)
const CLI = 'src/cli/main.ts'

const COMMANDS = {
  start,
  test: () => test(rest),
  async demo() {
    await buildScreens()
    return runNode([CLI, 'demo', ...rest])
  },
  async vankho() {
    if (rest[0] === 'serve' || rest[0] === 'demo') await buildScreens()
    return runNode([CLI, ...rest])
  },
  async build() {
    await buildScreens()
    return buildShell()
  },
  'package:portable': () => runNode(['tools/package-portable.ts', ...rest]),
  'package:update': () => runNode(['tools/package-update.ts', ...rest]),
  async 'package:desktop'() {
    await buildScreens()
    await buildShell()
    return runNode(['tools/package-desktop.ts', ...rest])
  },
  faults: () => runNode(['tests/faults/harness/main.ts', ...rest]),
  async hostile() {
    await buildScreens()
    return runNode(['tools/run-hostile.ts', ...rest])
  },
  guards: () => runNode(['tools/guards/run-guards.ts', ...rest]),
  eval: () => runNode(['eval/main.ts', ...rest]),
  bench: () => runNode([rest.includes('--ocr') ? 'bench/ocr.ts' : 'bench/main.ts', ...rest])
}

/** Electron where its program is or can be had, else the same application on loopback. */
async function start() {
  await buildScreens()
  const electron = await electronBinary()
  if (electron.path && hasEntry('electron.vite.config.ts')) {
    const built = await buildShell()
    return built === 0 ? runProgram(electron.path, ['.', ...rest]) : built
  }
  say(`Electron is not used (${electron.why}); serving the same application on this machine.`)
  return runNode([CLI, 'serve', ...rest])
}

if (!Object.hasOwn(COMMANDS, command)) {
  say(`unknown command "${command}"; one of: ${Object.keys(COMMANDS).join(', ')}`)
  process.exitCode = 2
} else {
  try {
    await install()
    process.exitCode = await COMMANDS[command]()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
