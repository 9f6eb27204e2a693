import type { Command } from './command.ts'
import { backup } from './commands/backup.ts'
import { demo } from './commands/demo.ts'
import { distribution } from './commands/distribution.ts'
import { importFiles } from './commands/import.ts'
import { inspect } from './commands/inspect.ts'
import { rebuild } from './commands/rebuild.ts'
import { report } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { search } from './commands/search.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { trace } from './commands/trace.ts'
import { verify } from './commands/verify.ts'
import type { CommandName } from './words.ts'

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  inspect,
  import: importFiles,
  search,
  trace,
  show,
  distribution,
  report,
  verify,
  backup,
  restore,
  rebuild,
  serve,
  demo
}
