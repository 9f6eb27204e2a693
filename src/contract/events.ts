import type { ArchiveState, Job } from './operations/archive.ts'

/** Pushed by the engine to every open window (IPC channel, server-sent events). */
export type EngineEvent =
  | Readonly<{ type: 'job'; job: Job }>
  | Readonly<{ type: 'archive'; state: ArchiveState }>
  /** Something in the archive changed: what to ask again. */
  | Readonly<{
      type: 'changed'
      what:
        | 'documents'
        | 'intake'
        | 'citations'
        | 'deliveries'
        | 'handling'
        | 'directory'
        | 'books'
        | 'dossiers'
        | 'secret'
        | 'settings'
        | 'accounts'
      documentId: string | null
    }>
  /** The session of this window has ended: signed out, left alone or gone on too long, changed by an admin, or the archive was closed. */
  | Readonly<{ type: 'session'; ended: 'signed-out' | 'idle' | 'long' | 'changed' | 'closed' }>
