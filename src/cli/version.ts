import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFolder } from '#shell/program-folders.ts'

export const VERSION = (JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8')) as { version: string })
  .version
