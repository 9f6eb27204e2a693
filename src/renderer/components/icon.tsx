/** Outlines on an 18 px grid (ui README). Never alone: a word stands beside each, save in the folded rail. */
const SHAPES = {
  search: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="m12 12 4 4" />
    </>
  ),
  'zoom-in': (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="m12 12 4 4M8 6v4M6 8h4" />
    </>
  ),
  'zoom-out': (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="m12 12 4 4M6 8h4" />
    </>
  ),
  person: (
    <>
      <circle cx="9" cy="6" r="3" />
      <path d="M3.5 15.5c.5-3.5 3-4.5 5.5-4.5s5 1 5.5 4.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M9 5v4l3 2" />
    </>
  ),
  info: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M9 8.2v4M9 5.6v.2" />
    </>
  ),
  left: (
    <>
      <path d="M11 4.5 6.5 9l4.5 4.5" />
    </>
  ),
  right: (
    <>
      <path d="m7 4.5 4.5 4.5L7 13.5" />
    </>
  ),
  up: (
    <>
      <path d="m4.5 11 4.5-4.5 4.5 4.5" />
    </>
  ),
  down: (
    <>
      <path d="m4.5 7 4.5 4.5L13.5 7" />
    </>
  ),
  eye: (
    <>
      <path d="M2 9c2-3.5 4.5-5 7-5s5 1.5 7 5c-2 3.5-4.5 5-7 5S4 12.5 2 9z" />
      <circle cx="9" cy="9" r="2" />
    </>
  ),
  send: (
    <>
      <path d="M2.5 9 15.5 3 12 15.5l-3-5z" />
      <path d="M9 10.5 15.5 3" />
    </>
  ),
  folder: (
    <>
      <path d="M2.5 4.5h5l1.5 2h6.5v8h-13z" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4h13L10.5 9.5v5l-3-1.5V9.5z" />
    </>
  ),
  outgoing: (
    <>
      <path d="M3 10v5h12v-5" />
      <path d="M9 11V3M6 6l3-3 3 3" />
    </>
  ),
  incoming: (
    <>
      <path d="M3 10v5h12v-5" />
      <path d="M9 3v8m-3-3 3 3 3-3" />
    </>
  ),
  pen: (
    <>
      <path d="M3 14.5c3-1 4-7 6-7s0 5 2 5 2-2 4-2" />
    </>
  ),
  report: (
    <>
      <path d="M3 15.5V2.5h12v13z" />
      <path d="M6 12.5V9m3 3.5V6m3 6.5v-2" />
    </>
  ),
  mark: (
    <>
      <path d="M3 2.5h12v13H3z" />
      <path d="M6 2.5v13M9 6.5h3.5M9 9.5h3.5" />
    </>
  ),
  columns: (
    <>
      <path d="M3 3.5h12v11H3zM7 3.5v11m4-11v11" />
    </>
  ),
  scan: (
    <>
      <path d="M3 6V3h3m6 0h3v3m0 6v3h-3M6 15H3v-3M3 9h12" />
    </>
  ),
  spreadsheet: (
    <>
      <path d="M4 2.5h10v13H4z" />
      <path d="m7 7 4 5m0-5-4 5" />
    </>
  ),
  book: (
    <>
      <path d="M4 2.5h10.5v13H4A1.5 1.5 0 0 1 4 12.5h10.5" />
      <path d="M7.5 6h4" />
    </>
  ),
  'file-add': (
    <>
      <path d="M4 2.5h6.5L14 6v9.5H4z" />
      <path d="M10.5 2.5V6H14M9 8.5v4.5M6.8 10.8h4.4" />
    </>
  ),
  file: (
    <>
      <path d="M4 2.5h6.5L14 6v9.5H4z" />
      <path d="M10.5 2.5V6H14" />
    </>
  ),
  more: (
    <>
      <path d="M4 9h.1M9 9h.1M14 9h.1" />
    </>
  ),
  print: (
    <>
      <path d="M5 7V2.5h8V7M5 13H2.5V7h13v6H13" />
      <path d="M5 11h8v4.5H5z" />
    </>
  ),
  copies: (
    <>
      <path d="M6 6V2.5h9.5V12H12" />
      <path d="M2.5 6H12v9.5H2.5z" />
    </>
  ),
  link: (
    <>
      <path d="M7.5 10.5 10.5 7.5M8 5.5l1.7-1.7a2.9 2.9 0 0 1 4.2 4.2L12.2 9.7M9.8 12.5l-1.7 1.7a2.9 2.9 0 0 1-4.2-4.2l1.7-1.7" />
    </>
  ),
  back: (
    <>
      <path d="M8 4 3 9l5 5M3 9h12" />
    </>
  ),
  warning: (
    <>
      <path d="M9 2.5 16 15H2z" />
      <path d="M9 7v4m0 2v.2" />
    </>
  ),
  add: (
    <>
      <path d="M9 3.5v11M3.5 9h11" />
    </>
  ),
  worklist: (
    <>
      <path d="m2.5 5 1.4 1.4L6.4 4M2.5 12l1.4 1.4L6.4 11M9 5h6.5M9 12h6.5" />
    </>
  ),
  check: (
    <>
      <path d="m3.5 9.5 3.5 3.5 7.5-8" />
    </>
  ),
  close: (
    <>
      <path d="m5 5 8 8m0-8-8 8" />
    </>
  ),
  store: (
    <>
      <rect x="2.5" y="3" width="13" height="11" />
      <circle cx="9" cy="8.5" r="2.5" />
      <path d="M5 14v2m8-2v2" />
    </>
  ),
  lineage: (
    <>
      <rect x="6.5" y="2" width="5" height="3.6" />
      <rect x="2" y="12.4" width="5" height="3.6" />
      <rect x="11" y="12.4" width="5" height="3.6" />
      <path d="M9 5.6V9M4.5 12.4V9h9v3.4" />
    </>
  ),
  undo: (
    <>
      <path d="M6 4 3 7l3 3M3 7h7a4 4 0 0 1 0 8H7" />
    </>
  )
} as const

export type IconName = keyof typeof SHAPES

export function Icon(props: Readonly<{ name: IconName; small?: boolean }>) {
  return (
    <svg className={props.small ? 'i s' : 'i'} viewBox="0 0 18 18" aria-hidden="true">
      {SHAPES[props.name]}
    </svg>
  )
}
