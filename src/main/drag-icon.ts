/** A sheet of paper, 16 by 16: the picture under the pointer while a file is dragged out (Electron wants one). */
export const DRAG_ICON = [
  'data:image/png;base64,',
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAKElEQVR42mNgoCaQj4v5TwzGawAhQB8DcDl91AUjywUDawBFmYkc',
  'AAC4BpxQVi5hAAAAAABJRU5ErkJggg=='
].join('')
