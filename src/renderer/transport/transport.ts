import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Outcome } from '#contract/failures.ts'
import type { InputOf, OperationName } from '#contract/operations.ts'

/** A print view as a page of its own, at an address good for some minutes (an iframe's `src`, or a new window). */
export type PrintPage = Readonly<{ address: string; title: string; rows: number }>

/** The wires the screens use: the contract's transport, with DOM files and the share of bytes sent. */
export type AppTransport = Readonly<{
  shell: 'electron' | 'loopback'
  call(name: OperationName, input: unknown): Promise<Outcome<unknown>>
  stage(file: File, onProgress?: (share: number) => void): Promise<Outcome<{ staged: string }>>
  bytes(address: FileAddress): Promise<Outcome<ArrayBuffer>>
  /**
   * `report.html` behind an address of the shell's own: its page has inline styles, which the screens' policy forbids
   * in an iframe with `srcdoc` or `blob:`. The iframe is of the same origin: `frame.contentWindow.print()` prints it.
   */
  printPage(report: InputOf<'report.html'>): Promise<Outcome<PrintPage>>
  listen(hear: (event: EngineEvent) => void): () => void
  /** The system's own folder dialog, where the shell has one. null: none chosen. */
  chooseFolder?(): Promise<string | null>
  /** A copy of a file in the system's own program, or under the pointer on its way to a folder, where the shell can. */
  openFile?(address: FileAddress): Promise<Outcome<null>>
  dragFile?(address: FileAddress): Promise<Outcome<null>>
}>
