import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineDoor } from '#archive/door.ts'
import { createEngine } from '#archive/engine.ts'
import { CallError } from '#contract/client.ts'
import type { Outcome } from '#contract/failures.ts'
import type { Asker, Role } from '#contract/operations/operation.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { OFFICE } from './papers.ts'

/** scrypt as cheap as it goes: what is tested is who may what. */
export const CHEAP = 2 ** 4

export const PEOPLE: Readonly<Record<Role, Readonly<{ name: string; password: string }>>> = {
  admin: { name: 'Ka Sa Quản', password: 'mật khẩu quản trị' },
  clerk: { name: 'Cil Dim', password: 'mật khẩu văn thư' },
  leader: { name: 'Đa Cắt K’Hương', password: 'mật khẩu lãnh đạo' },
  staff: { name: 'Kơ Să Ha Tuấn', password: 'mật khẩu chuyên viên' }
}

export type Clocks = { monotonic: number; wall: Date }

export type AccountsOffice = Readonly<{
  engine: EngineDoor
  folder: string
  settings: string
  clocks: Clocks
  /** The token of each role's session. */
  tokens: Readonly<Record<Role, string>>
  ids: Readonly<Record<Role, string>>
  asker(role: Role | 'nobody'): Asker
  /** Throws `CallError`. */
  as<N extends OperationName>(role: Role, name: N, input: InputOf<N>): Promise<OutputOf<N>>
  ask(role: Role | 'nobody', name: string, input: unknown): Promise<Outcome<unknown>>
  signIn(role: Role): Promise<string>
  /** Files text as the clerk does, through the queue. */
  file(name: string, text: string, form?: Record<string, unknown>): Promise<string>
  done(jobId: string, role?: Role): Promise<OutputOf<'job.get'>>
  close(): Promise<void>
}>

/** An office with one account of each role, all signed in. */
export async function officeWithAccounts(): Promise<AccountsOffice> {
  const base = mkdtempSync(join(tmpdir(), 'van-kho-acc-'))
  const folder = join(base, 'archive')
  const settings = join(base, 'settings')
  const clocks: Clocks = { monotonic: 0, wall: new Date('2026-11-24T02:00:00.000Z') }
  const engine = createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: settings,
    resourcesFolder: resourcesFolder(),
    printer: null,
    passwordCost: CHEAP,
    monotonic: () => clocks.monotonic,
    now: () => clocks.wall,
    log: (error, where) => console.error(where, error)
  })
  const bare: Asker = { shell: 'direct', name: 'Văn phòng' }
  const must = async (name: string, input: unknown, asker: Asker): Promise<unknown> => {
    const outcome = await engine.call(name, input, asker)
    if (!outcome.ok) throw new CallError(outcome)
    return outcome.value
  }
  await must('archive.create', { folder, office: OFFICE }, bare)
  await must('account.turnOn', { admin: PEOPLE.admin, clerk: PEOPLE.clerk }, bare)
  const tokens: Record<Role, string> = { admin: '', clerk: '', leader: '', staff: '' }
  const ids: Record<Role, string> = { admin: '', clerk: '', leader: '', staff: '' }
  const asker = (role: Role | 'nobody'): Asker =>
    role === 'nobody' ? bare : { shell: 'direct', session: tokens[role] }
  async function signIn(role: Role): Promise<string> {
    const made = (await must('account.signIn', PEOPLE[role], bare)) as OutputOf<'account.signIn'>
    tokens[role] = made.session
    ids[role] = made.account.id
    return made.session
  }
  await signIn('admin')
  for (const role of ['leader', 'staff'] as const)
    await must('account.create', { ...PEOPLE[role], role }, asker('admin'))
  for (const role of ['clerk', 'leader', 'staff'] as const) await signIn(role)
  const as: AccountsOffice['as'] = async (role, name, input) => (await must(name, input, asker(role))) as never
  const done: AccountsOffice['done'] = async (jobId, role = 'clerk') => {
    for (;;) {
      const job = (await must('job.get', { jobId }, asker(role))) as OutputOf<'job.get'>
      if (job.state !== 'running') return job
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    engine,
    folder,
    settings,
    clocks,
    tokens,
    ids,
    asker,
    as,
    ask: (role, name, input) => engine.call(name, input, asker(role)),
    signIn,
    done,
    async file(name, text, form = {}) {
      const stream = new Blob([text]).stream() as never
      const staged = await engine.stage(name, { stream }, asker('clerk'))
      if (!staged.ok) throw new CallError(staged)
      const { jobId } = (await must('intake.start', { staged: [staged.value.staged] }, asker('clerk'))) as {
        jobId: string
      }
      const job = await done(jobId)
      const intakeId = job.results[0]?.id ?? ''
      const read = (await must('intake.get', { id: intakeId }, asker('clerk'))) as OutputOf<'intake.get'>
      const filed = await must(
        'document.file',
        { form: { ...read.form, ...form }, files: [{ intakeId, role: 'main' }] },
        asker('clerk')
      )
      return (filed as OutputOf<'document.file'>).document.id
    },
    async close() {
      await engine.close()
      rmSync(base, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}
