import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { OperationError } from '#contract/operation-error.ts'
import { threadAddress } from '../files/thread-address.ts'
import type { HashAnswer, HashTask } from './hash-task.ts'

export type { HashAnswer, HashTask } from './hash-task.ts'

export type HashOptions = Readonly<{
  signal?: AbortSignal | undefined
  /** One thread is enough for work nobody waits for. */
  threads?: number
}>

/** Reads and hashes files; each answer as it comes, not in order. A test may give another. */
export type HashAll = <T extends HashTask>(
  tasks: Iterable<T>,
  options: HashOptions,
  answered: (task: T, answer: HashAnswer) => void
) => Promise<void>

/** A disk that reads two files at once is not held up by the hashing of one; more than four it hardly follows. */
const MOST_THREADS = 4
const FILES_A_BATCH = 32
/** Batches a thread has before it: it goes from one to the next without waiting for this one. */
const AHEAD = 2

/**
 * Re-hashes files in threads of their own, so that whoever works in the archive meanwhile waits for none of it and the disk is
 * the limit (reliability.md G9). Throws `cancelled`; a thread that dies fails the whole.
 */
export const hashAll: HashAll = async (tasks, options, answered) => {
  const source = tasks[Symbol.iterator]()
  const threads = Array.from({ length: Math.min(MOST_THREADS, options.threads ?? availableParallelism()) }, newThread)
  const open = new Map<number, readonly HashTask[]>()
  let next = 0
  try {
    await new Promise<void>((resolve, reject) => {
      const feed = (thread: Worker): void => {
        if (options.signal?.aborted) throw new OperationError('cancelled')
        const tasks = take(source)
        if (tasks.length > 0) {
          open.set(++next, tasks)
          thread.postMessage({ batch: next, tasks: tasks.map(({ kind, file }) => ({ kind, file })) })
        } else if (open.size === 0) resolve()
      }
      for (const thread of threads) {
        thread.on('error', reject)
        thread.on('exit', () => reject(new Error('a hashing thread ended')))
        thread.on('message', ({ batch, answers }: Readonly<{ batch: number; answers: readonly HashAnswer[] }>) => {
          const of = open.get(batch) ?? []
          open.delete(batch)
          try {
            for (const [index, answer] of answers.entries()) answered(of[index] as never, answer)
            feed(thread)
          } catch (error) {
            reject(error)
          }
        })
      }
      for (let ahead = 0; ahead < AHEAD; ahead++) for (const thread of threads) feed(thread)
    })
  } finally {
    for (const thread of threads) thread.removeAllListeners('exit')
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

function take<T>(source: Iterator<T>): readonly T[] {
  const batch: T[] = []
  while (batch.length < FILES_A_BATCH) {
    const one = source.next()
    if (one.done) break
    batch.push(one.value)
  }
  return batch
}

function newThread(): Worker {
  return new Worker(threadAddress('hash-thread', import.meta.url))
}
