import type { Canvas, Image } from '@napi-rs/canvas'

/** A picture that is a page by itself, opened when it is drawn. */
export type Picture = Readonly<{ width: number; height: number; open(): Image | Canvas }>
