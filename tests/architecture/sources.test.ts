import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Project text files below these folders, with their contents. */
function filesUnder(...folders: string[]): readonly { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css|html|json|md|sql)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: path.slice(ROOT.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
  )
}

const SOURCES = filesUnder('src')

describe('sources', () => {
  it('silence no error of the compiler', () => {
    const silenced = SOURCES.filter(({ text }) => /@ts-(?:ignore|expect-error|nocheck)/.test(text)).map(
      ({ path }) => path
    )
    expect(silenced).toEqual([])
  })

  it('are written in composed letters (NFC)', () => {
    const all = [...SOURCES, ...filesUnder('tests', 'docs', 'tools', 'eval', 'bench')]
    // Texts in other forms are made at run time with normalize('NFD'), never written down.
    expect(all.filter(({ text }) => text !== text.normalize('NFC')).map(({ path }) => path)).toEqual([])
  })

  it('export by name, from files in kebab-case, with no barrel but the lists', () => {
    const wrong = SOURCES.filter(({ path, text }) => /\.tsx?$/.test(path) && /^export default /m.test(text)).map(
      ({ path }) => path
    )
    expect(wrong).toEqual([])
    const names = SOURCES.map(({ path }) => path.split('/').at(-1) ?? '').filter((name) => /\.tsx?$/.test(name))
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:d\.)?tsx?$/.test(name))).toEqual([])
    expect(
      SOURCES.filter(({ path, text }) => /\.tsx?$/.test(path) && /^export \* from/m.test(text)).map(({ path }) => path)
    ).toEqual([])
  })

  it('leave no work marked undone', () => {
    expect(SOURCES.filter(({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('Vietnamese words', () => {
  /** Where words for people, or the grammar of what people write, are the content. */
  const PLACES = [
    'src/renderer/strings/',
    'src/domain/', // the vocabulary and the grammar of papers
    'src/archive/reports/',
    'src/archive/read/', // encodings and the letters they carry
    'src/archive/search/', // the query language has Vietnamese field names
    'src/renderer/features/search/looser-queries.ts', // the same field names
    'src/archive/directory/', // the usual bodies of a new archive
    'src/archive/export/words/', // heads of sheets, the page that explains a folder
    'src/archive/intake/', // how bodies and marks of secrecy are written on papers
    'src/cli/words.ts',
    'src/cli/words-account.ts',
    'src/cli/words-books.ts',
    'src/cli/words-care.ts',
    'src/cli/words-export.ts',
    'src/cli/words-failures.ts',
    'src/cli/words-register.ts',
    'src/cli/words-update.ts',
    'src/main/words.ts',
    'src/shell/words.ts'
  ]
  /** The program's name is no sentence. */
  const NAME = /Văn Khố/g
  const MARKED =
    /[ăâđêôơưĂÂĐÊÔƠƯ\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u1ea0-\u1ef9]/

  it('stand only in the places for them', () => {
    const elsewhere = SOURCES.filter(
      ({ path }) => /\.tsx?$/.test(path) && !PLACES.some((place) => path.startsWith(place))
    )
      .map(({ path, text }) => ({ path, line: spoken(text) }))
      .filter(({ line }) => line !== null)
    expect(elsewhere).toEqual([])
  })

  it('are found where they are hidden (the finder itself)', () => {
    expect(spoken("const a = 'Vào sổ'")).toBe("const a = 'Vào sổ'")
    expect(spoken('return <p>Đã ghi</p>')).not.toBe(null)
    expect(spoken('/** "Ghi tạm" keeps it. */\nconst a = 1 // Nơi nhận')).toBe(null)
    expect(spoken('/**\n * Rút khỏi sổ\n */\nconst a = `x`')).toBe(null)
    expect(spoken("const title = 'Văn Khố'")).toBe(null)
    expect(spoken("const url = 'http://x' // Đ")).toBe(null)
  })

  /** The first line of code, comments taken away, that holds a marked letter; null: none. */
  function spoken(text: string): string | null {
    const code = text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
      .replace(/ -- .*$/gm, '') // SQL in the migrations
      .replace(NAME, '')
    return (
      code
        .split('\n')
        .find((line) => MARKED.test(line))
        ?.trim() ?? null
    )
  }
})

describe('the screens', () => {
  it('reach the machine and the network by their transport alone', () => {
    const renderer = SOURCES.filter(({ path }) => path.startsWith('src/renderer/') && /\.(?:tsx?|html|css)$/.test(path))
    const network =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts|navigator\.serviceWorker|@import url|https?:\/\/(?!www\.w3\.org\/)/
    expect(
      renderer
        .filter(({ path, text }) => network.test(text) && path !== 'src/renderer/transport/http.ts')
        .map(({ path }) => path)
    ).toEqual([])
    expect(
      renderer
        .filter(({ text }) =>
          /dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write|\beval\(|new Function\(/.test(text)
        )
        .map(({ path }) => path)
    ).toEqual([])
  })
})

describe('the engine', () => {
  it('opens no network connection', () => {
    const archive = SOURCES.filter(({ path }) => path.startsWith('src/archive/') || path.startsWith('src/domain/'))
    expect(
      archive
        .filter(({ text }) => /from 'node:(?:http|https|http2|net|tls|dgram|dns)|\bfetch\(|WebSocket/.test(text))
        .map(({ path }) => path)
    ).toEqual([])
  })
})
