import { parentPort } from 'node:worker_threads'
import { type HashAnswer, type HashTask, runTask } from './hash-task.ts'

/** A thread that reads and hashes what it is given, batch after batch. */
let turn: Promise<void> = Promise.resolve()

parentPort?.on('message', ({ batch, tasks }: Readonly<{ batch: number; tasks: readonly HashTask[] }>) => {
  turn = turn.then(async () => {
    const answers: HashAnswer[] = []
    for (const task of tasks) answers.push(await runTask(task))
    parentPort?.postMessage({ batch, answers })
  })
})
