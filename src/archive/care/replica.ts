import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TextStore, WritableDb } from '../archive-context.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openDatabase } from '../store/db/connection.ts'
import { migrate } from '../store/db/migrate.ts'
import { replay } from './replay.ts'

/** A second database made of the ledger alone, to hold the first one against. */
export type Replica = Readonly<{ db: WritableDb; close(): void }>

export type ReplicaOptions = Readonly<{
  to: number
  /** null: facts alone, in memory. Otherwise all that is derived too, in a temporary file. */
  texts: Pick<TextStore, 'get'> | null
  signal?: AbortSignal
  /** What lies on the disk for a while lies sealed, by a key nobody keeps. */
  sealed?: boolean
}>

export async function makeReplica(ledger: Ledger, options: ReplicaOptions): Promise<Replica> {
  const folder = options.texts ? mkdtempSync(join(tmpdir(), 'van-kho-')) : null
  const key = options.sealed && folder ? randomBytes(32) : null
  const db = openDatabase(folder ? join(folder, 'replica.db') : ':memory:', { key })
  const close = (): void => {
    db.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  try {
    migrate(db)
    await replay(db, ledger, options)
    return { db, close }
  } catch (error) {
    close()
    throw error
  }
}
