import type { LineageNode } from './lineage-columns.ts'

/** A document's box in points of the drawing at 100 %. */
export const BOX = { width: 126, height: 46 } as const

/** Where a document stands: its column of time, and the top left of its box. */
export type PlacedNode = Readonly<{ node: LineageNode; column: number; x: number; y: number }>
