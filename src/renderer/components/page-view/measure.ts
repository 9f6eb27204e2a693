import { byLength, type Measure } from './geometry.ts'

/** Measures in the face of the paper: where in a run a word stands follows from the letters before it. */
export function paperMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return byLength
  context.font = '16px Tinos, serif'
  return (text) => context.measureText(text).width
}
