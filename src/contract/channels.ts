/** Names of the Electron shell's channels; the preload and the main process know no others. */
export const CHANNELS = {
  call: 'vankho:call',
  stagePath: 'vankho:stage-path',
  stageBytes: 'vankho:stage-bytes',
  bytes: 'vankho:bytes',
  printPage: 'vankho:print-page',
  chooseFolder: 'vankho:choose-folder',
  openFile: 'vankho:open-file',
  dragFile: 'vankho:drag-file',
  event: 'vankho:event'
} as const
