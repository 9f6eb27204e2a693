/**
 * Milliseconds of the processor that some work takes: what else a busy machine does meanwhile does not count, so that a limit
 * tells of the work alone.
 */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
