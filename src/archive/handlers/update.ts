import type { KeyObject } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobId } from '#contract/ids.ts'
import type { FoundUpdate, UpdateState } from '#contract/operations/update.ts'
import { chosenVersion, type ProgramPlace } from '../update/program-place.ts'
import { readPackage, refuse } from '../update/read-package.ts'
import { choose, olderVersion, takePackage, unfitness } from '../update/take-package.ts'
import { trustedKeys } from '../update/trusted-keys.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

const ENDING = '.vankho-update'
const MOST_FOUND = 50
const TARGET = `${process.platform}-${process.arch}`

export const updateHandlers: EngineHandlers<'update.state' | 'update.find' | 'update.take' | 'update.goBack'> = {
  'update.state': (engine) => state(engine),
  'update.find': (engine, input) => {
    if (!existsSync(input.folder) || !statSync(input.folder).isDirectory()) throw new OperationError('not-found')
    const names = readdirSync(input.folder)
      .filter((name) => name.endsWith(ENDING))
      .sort()
    const { version, resourcesFolder } = engine.options
    const keys = trustedKeys(resourcesFolder)
    return { packages: names.slice(0, MOST_FOUND).map((name) => found(join(input.folder, name), version, keys)) }
  },
  'update.take': (engine, input) => {
    const place = requirePlace(engine)
    const keys = trustedKeys(engine.options.resourcesFolder)
    return {
      jobId: engine.jobs.start('update', async (job) => {
        const taken = await takePackage(input.path, keys, place, TARGET, job)
        job.result({ name: basename(input.path), code: 'updated', id: null, detail: { version: taken.version } })
      }) as JobId
    }
  },
  'update.goBack': (engine) => {
    const place = requirePlace(engine)
    const older = olderVersion(place)
    if (older === null) throw new OperationError('not-found')
    choose(place, older)
    return state(engine)
  }
}

function state(engine: EngineHost): UpdateState {
  const { program, version, resourcesFolder } = engine.options
  const trusts = trustedKeys(resourcesFolder).length > 0
  if (!program) return { version, kind: 'installed', trusts, next: null, older: null }
  const chosen = chosenVersion(program)
  return {
    version,
    kind: 'portable',
    trusts,
    next: chosen === program.version ? null : chosen,
    older: olderVersion(program)
  }
}

function requirePlace(engine: EngineHost): ProgramPlace {
  if (!engine.options.program) throw refuse('other-machine')
  return engine.options.program
}

function found(path: string, version: string, keys: readonly KeyObject[]): FoundUpdate {
  const about = { path, name: basename(path), bytes: statSync(path).size }
  try {
    const manifest = readPackage(path, keys, null)
    const { madeOn, notes } = manifest
    return { ...about, version: manifest.version, madeOn, notes, problem: unfitness(manifest, version, TARGET) }
  } catch (error) {
    if (!(error instanceof OperationError) || error.code !== 'update-refused') throw error
    return { ...about, version: null, madeOn: null, notes: '', problem: error.detail.problem as FoundUpdate['problem'] }
  }
}
