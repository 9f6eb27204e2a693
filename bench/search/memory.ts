import { readFileSync } from 'node:fs'

export type Memory = Readonly<{ now: number; peak: number }>

/** Megabytes a process holds and at most held; null where the system does not say (not Linux). */
export function memoryOf(pid: number | 'self'): Memory | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1000
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
  } catch {
    return null
  }
}
