import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Outcome } from '#contract/failures.ts'
import type { InputOf, OperationName } from '#contract/operations.ts'
import type { AppTransport, PrintPage } from './transport.ts'

/** What the sandboxed preload exposes as `window.vankho`. */
export type Bridge = Readonly<{
  call(name: OperationName, input: unknown): Promise<Outcome<unknown>>
  stage(file: File): Promise<Outcome<{ staged: string }>>
  bytes(address: FileAddress): Promise<Outcome<ArrayBuffer>>
  printPage(report: InputOf<'report.html'>): Promise<Outcome<PrintPage>>
  listen(hear: (event: EngineEvent) => void): () => void
  chooseFolder?(): Promise<string | null>
  openFile?(address: FileAddress): Promise<Outcome<null>>
  dragFile?(address: FileAddress): Promise<Outcome<null>>
}>

export function createElectronTransport(bridge: Bridge): AppTransport {
  return {
    shell: 'electron',
    call: (name, input) => bridge.call(name, input),
    async stage(file, onProgress) {
      const outcome = await bridge.stage(file)
      onProgress?.(1)
      return outcome
    },
    bytes: (address) => bridge.bytes(address),
    printPage: (report) => bridge.printPage(report),
    listen: (hear) => bridge.listen(hear),
    ...(bridge.chooseFolder ? { chooseFolder: bridge.chooseFolder } : {}),
    ...(bridge.openFile ? { openFile: bridge.openFile } : {}),
    ...(bridge.dragFile ? { dragFile: bridge.dragFile } : {})
  }
}
