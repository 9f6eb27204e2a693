import type { Figures } from '../figures.ts'
import { KEYSTROKE, RECOLL, WHOLE } from './contenders.ts'
import { type ClassFigures, type ContenderFigures, ran, type SearchRun } from './search-run.ts'

/** The run as tables a document can hold: times, ratios, and what each contender costs. */
export function printSearch(run: SearchRun): string {
  const some = run.contenders.filter(ran)
  const peers = some.filter((one) => !isOurs(one))
  return [
    `${run.documents} documents, seed ${run.seed}, ${run.queries} queries each asked once; load of the machine ${run.load.map((one) => one.toFixed(1)).join(' → ')}`,
    'Milliseconds, p50 / p95 (the pooled row: p50 / p95 / p99). "n % asked": the rest was not reached in the time allowed; "n % found": of those asked, answers that show anything.',
    times(some.filter(isOurs)),
    ...(peers.length === 0 ? [] : [times(peers)]),
    processorTimes(some),
    ...(peers.length === 0 ? [] : [ratios(some, peers)]),
    costs(some, run.bare),
    ...run.contenders.flatMap((one) => (ran(one) ? [] : [`${one.name}: not run, ${one.notRun}`]))
  ].join('\n\n')
}

function isOurs(one: ContenderFigures): boolean {
  return one.name.startsWith('ours')
}

function classesOf(some: readonly ContenderFigures[]): readonly string[] {
  return Object.keys(some[0]?.classes ?? {})
}

function times(some: readonly ContenderFigures[]): string {
  const rows = classesOf(some).map((name) => [name, ...some.map((one) => cell(one.classes[name]))])
  rows.push(['all', ...some.map((one) => cell(one.pooled, true))])
  return table(['class', ...some.map((one) => one.name)], rows)
}

/** The same by processor time, which other work on the machine does not lengthen. */
function processorTimes(all: readonly ContenderFigures[]): string {
  const some = all.filter((one) => one.name !== RECOLL)
  const rows = classesOf(some).map((name) => [
    name,
    ...some.map((one) => (one.classes[name] ? spread(one.classes[name].cpu) : ''))
  ])
  rows.push(['all', ...some.map((one) => spread(one.pooled.cpu, true))])
  return table(['processor time', ...some.map((one) => one.name)], rows)
}

function cell(of: ClassFigures | undefined, whole = false): string {
  if (!of) return ''
  const asked = of.asked < of.of ? ` (${percent(of.asked, of.of)} asked)` : ''
  const found = of.found < of.asked ? ` (${percent(of.found, of.asked)} found)` : ''
  return `${spread(of.wall, whole)}${asked}${found}`
}

/**
 * Ours by each peer, keystroke and whole answer: under 1 ours is quicker. By processor time, which does not depend on what
 * else the machine does; Recoll, which works in a process of its own, by the clock.
 */
function ratios(some: readonly ContenderFigures[], peers: readonly ContenderFigures[]): string {
  const ours = [KEYSTROKE, WHOLE].flatMap((name) => some.find((one) => one.name === name) ?? [])
  const by = (of: (one: ContenderFigures) => ClassFigures | undefined, at: 'p50' | 'p95', peer: ContenderFigures) => {
    const clock = peer.name === RECOLL ? 'wall' : 'cpu'
    return ours.map((one) => ratio(of(one)?.[clock][at], of(peer)?.[clock][at])).join(' / ')
  }
  const rows = classesOf(some).map((name) => [
    name,
    ...peers.map((peer) => by((one) => one.classes[name], 'p50', peer))
  ])
  rows.push(['all', ...peers.map((peer) => by((one) => one.pooled, 'p50', peer))])
  rows.push(['all, p95', ...peers.map((peer) => by((one) => one.pooled, 'p95', peer))])
  return table(['ours : peer, keystroke / whole answer', ...peers.map((one) => one.name)], rows)
}

function costs(some: readonly ContenderFigures[], bare: Figures): string {
  const rows = [
    ['process start to first result, ms, p50 / p95', ...some.map((one) => spread(one.first))],
    ['processor time of that, ms', ...some.map((one) => one.first.cpu?.toFixed(0) ?? '')],
    [
      'of it a bare process',
      ...some.map((one) => (one.name === RECOLL ? '' : `${spread(bare)}, ${bare.cpu?.toFixed(0) ?? '?'}`))
    ],
    ['memory after all queries, MB', ...some.map((one) => one.memory?.now.toFixed(0) ?? '?')],
    ['memory at most, MB', ...some.map((one) => one.memory?.peak.toFixed(0) ?? '?')],
    ['build, documents/s (nothing synced)', ...some.map((one) => one.build.perSecond.toFixed(0))],
    ['build, documents per processor second', ...some.map((one) => one.build.perCpuSecond?.toFixed(0) ?? '')],
    ['memory of the build at most, MB', ...some.map((one) => one.build.peakMegabytes?.toFixed(0) ?? '?')],
    [
      'on disk, MB, of it the index',
      ...some.map((one) => `${one.build.megabytesOnDisk.toFixed(0)}, ${one.build.indexMegabytes.toFixed(0)}`)
    ]
  ]
  return table(['cost', ...some.map((one) => one.name)], rows)
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  if (ours === undefined || !theirs) return '–'
  const times = ours / theirs
  return `${times >= 10 ? times.toFixed(0) : times.toPrecision(2)}×`
}

export function spread(of: Figures, whole = false): string {
  return (whole ? [of.p50, of.p95, of.p99] : [of.p50, of.p95]).map(short).join(' / ')
}

function short(milliseconds: number): string {
  return milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toFixed(milliseconds >= 10 ? 1 : 2)
}

function percent(part: number, of: number): string {
  return `${Math.floor((part / of) * 100)} %`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
