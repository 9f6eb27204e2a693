import type { JobId } from '#contract/ids.ts'
import { OperationError } from '#contract/operation-error.ts'
import type { EncryptionState } from '#contract/operations/encryption.ts'
import { readRecoveryKey } from '#domain/encryption/recovery-key.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { removeSlot, requireSecret, setPasswordSlot, setRecoveryKey, slotsOf } from '../vault/change-slots.ts'
import { encryptArchive } from '../vault/encrypt-archive.ts'
import { type Secret, scryptCost, wholeRecoveryKey } from '../vault/slots.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

type EncryptionOperation = `encryption.${'state' | 'changePassword' | 'setRecoveryKey' | 'removeSlot' | 'convert'}`

/** Encryption at rest (ADR 0017): what opens the archive, and a sealed copy of it. */
export const encryptionHandlers: EngineHandlers<EncryptionOperation> = {
  'encryption.state': (engine) => stateOf(engine.archive()),
  'encryption.changePassword': async (engine, input) => {
    const archive = changeable(engine)
    await requireSecret(archive.folder, currentSecret(input.current))
    await setPasswordSlot(
      archive.folder,
      null,
      input.password,
      archive.clock.now(),
      scryptCost(engine.options.passwordCost)
    )
    return stateOf(archive)
  },
  'encryption.setRecoveryKey': async (engine, input) => {
    const archive = changeable(engine)
    await requireSecret(archive.folder, currentSecret(input.current))
    setRecoveryKey(archive.folder, input.recoveryKey, archive.clock.now(), input.replace)
    return stateOf(archive)
  },
  'encryption.removeSlot': (engine, input) => {
    const archive = changeable(engine)
    removeSlot(archive.folder, input.slotId)
    return stateOf(archive)
  },
  'encryption.convert': (engine, input) => {
    const archive = engine.archive()
    const cost = scryptCost(engine.options.passwordCost)
    const encryption = { ...input.encryption, cost, recoveryKey: wholeRecoveryKey(input.encryption.recoveryKey) }
    if (!archive.folderWritable || archive.mode !== 'ready') throw new OperationError('archive-read-only')
    if (engine.jobs.list().some((job) => job.state === 'running')) {
      throw new OperationError('conflict', { problem: 'job-running' })
    }
    const release = archive.hold({ code: 'being-encrypted', detail: {} })
    const jobId = archive.startJob('encrypt', async (job) => {
      let made: string | null = null
      try {
        made = await encryptArchive(archive, input.folder, encryption, job)
        job.folder(made)
      } finally {
        // Two archives of one office must not part ways: what is filed from now on is filed in the sealed one.
        if (made !== null) archive.hold({ code: 'encrypted-copy', detail: { folder: made } })
        release()
      }
    })
    return { jobId: jobId as JobId }
  }
}

/** Whoever forgot the password has opened the archive by the printed key, and sets a new one by it. */
function currentSecret(typed: string): Secret {
  return readRecoveryKey(typed).ok ? { recoveryKey: typed } : { password: typed }
}

function stateOf(archive: OpenedArchive): EncryptionState {
  return { encrypted: archive.encrypted, slots: archive.encrypted ? [...slotsOf(archive.folder)] : [] }
}

/** A read-only archive's key file is not changed either, and a plain one has none. */
function changeable(engine: EngineHost): OpenedArchive {
  const archive = engine.archive()
  if (!archive.encrypted) throw new OperationError('conflict', { problem: 'not-encrypted' })
  if (!archive.folderWritable) throw new OperationError('archive-read-only')
  return archive
}
