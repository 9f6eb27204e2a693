import type { Command } from './command.ts'
import type { CommandName } from './words.ts'

/** Each command's module, loaded when it is asked for: help and mistakes need no engine. */
export const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  import: async () => (await import('./commands/import.ts')).importFiles,
  register: async () => (await import('./commands/register.ts')).register,
  search: async () => (await import('./commands/search.ts')).search,
  trace: async () => (await import('./commands/trace.ts')).trace,
  show: async () => (await import('./commands/show.ts')).show,
  distribution: async () => (await import('./commands/distribution.ts')).distribution,
  books: async () => (await import('./commands/books.ts')).books,
  gaps: async () => (await import('./commands/books.ts')).gaps,
  report: async () => (await import('./commands/report.ts')).report,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  media: async () => (await import('./commands/media.ts')).media,
  repair: async () => (await import('./commands/repair.ts')).repair,
  drill: async () => (await import('./commands/drill.ts')).drill,
  scrub: async () => (await import('./commands/scrub.ts')).scrub,
  account: async () => (await import('./commands/account.ts')).account,
  encrypt: async () => (await import('./commands/encrypt.ts')).encrypt,
  restore: async () => (await import('./commands/restore.ts')).restore,
  export: async () => (await import('./commands/export.ts')).exportAll,
  'hand-over': async () => (await import('./commands/hand-over.ts')).handOver,
  edxml: async () => (await import('./commands/edxml.ts')).edxml,
  ocr: async () => (await import('./commands/ocr.ts')).ocr,
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuild,
  update: async () => (await import('./commands/update.ts')).update,
  serve: async () => (await import('./commands/serve.ts')).serve,
  demo: async () => (await import('./commands/demo.ts')).demo
}
