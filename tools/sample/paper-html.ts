import { isMark, NEW_PAGE, type Paper } from './paper-blocks.ts'

const STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font: 14pt/1.3 Tinos, serif; margin: 0; color: #111 }
.head { display: grid; grid-template-columns: 49% 51%; text-align: center; margin-bottom: 6mm }
.head b { font-weight: 700 } .head .star { line-height: 1 } .head i { display: block; margin-top: 3mm }
.head { font-size: 12pt } .head .right > b { white-space: nowrap; border-bottom: 1px solid #111; padding-bottom: 1px }

.head b.long { font-size: 11pt }
.subject { font-size: 11.5pt; font-style: italic }
.mark { display: inline-block; border: 1.5px solid #a33; color: #a33; padding: 0 3mm; margin-top: 2mm; font-weight: 700 }
.arrival { border: 1px solid #35508a; color: #35508a; width: 42mm; padding: 1.5mm; font-size: 10pt; line-height: 1.25; margin: 0 0 4mm; text-align: center }
.title { text-align: center; font-weight: 700; margin: 2mm 0 5mm } .title span { display: block }
.to { margin: 0 0 4mm 26mm } .to div { text-indent: -4mm; padding-left: 4mm }
p { margin: 0 0 2.2mm; text-align: justify; text-indent: 10mm } p.item { text-indent: 10mm } p.centre { text-align: center; font-weight: 700; text-indent: 0 }
.foot { display: grid; grid-template-columns: 52% 48%; margin-top: 6mm; break-inside: avoid }
.to-all { font-size: 12pt; line-height: 1.25 } .to-all u { font-style: normal }
.sign { text-align: center; font-weight: 700 } .sign .name { margin-top: 24mm; display: block }
.page { break-before: page; text-align: center; margin-bottom: 4mm } .annex { break-before: page }
`

/** Sets a paper as a page of the Party or State form (domain.md §5.1); `fontFace`: the CSS that brings Tinos. */
export function paperHtml(paper: Paper, fontFace: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title></title><style>${fontFace}${STYLE}</style></head><body>
${headHtml(paper)}${arrivalHtml(paper)}${titleHtml(paper)}${addresseesHtml(paper)}
${paper.body.map(blockHtml).join('\n')}${footHtml(paper)}${annexHtml(paper)}</body></html>`
}

function headHtml(paper: Paper): string {
  const subjectAt = paper.left.findIndex((line) => /^V\/v|^Về việc/i.test(line))
  const before = subjectAt < 0 ? paper.left : paper.left.slice(0, subjectAt)
  const subject = subjectAt < 0 ? [] : paper.left.slice(subjectAt).filter((line) => !isMark(line))
  const marks = paper.left.filter(isMark)
  const left = before
    .filter((line) => !isMark(line))
    .map((line) => (line === line.toUpperCase() && line !== '*' ? `<b>${escapeHtml(line)}</b>` : escapeHtml(line)))
    .join('<br>')
  const right = paper.right
    .map((line) =>
      /ngày/.test(line)
        ? `<i>${escapeHtml(line)}</i>`
        : `<b${line.length > 30 ? ' class="long"' : ''}>${escapeHtml(line)}</b><br>`
    )
    .join('')
  return `<div class="head"><div class="left">${left}${subject.length ? `<div class="subject">${subject.map(escapeHtml).join('<br>')}</div>` : ''}${marks.map((mark) => `<br><span class="mark">${escapeHtml(mark)}</span>`).join('')}</div><div class="right">${right}</div></div>`
}

function arrivalHtml(paper: Paper): string {
  return paper.arrival.length ? `<div class="arrival">${paper.arrival.map(escapeHtml).join('<br>')}</div>` : ''
}

function titleHtml(paper: Paper): string {
  return paper.title.length
    ? `<div class="title">${paper.title.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</div>`
    : ''
}

function addresseesHtml(paper: Paper): string {
  return paper.addressees.length
    ? `<div class="to">${paper.addressees.map((line) => `<div>${escapeHtml(line)}</div>`).join('')}</div>`
    : ''
}

function blockHtml(block: string): string {
  if (block.startsWith(NEW_PAGE)) return `<div class="page">${escapeHtml(block.slice(1))}</div>`
  if (block === block.toUpperCase() && block.length < 80) return `<p class="centre">${escapeHtml(block)}</p>`
  return `<p>${escapeHtml(block.replaceAll('\n', ' '))}</p>`
}

function footHtml(paper: Paper): string {
  if (paper.recipients.length === 0 && paper.signature.length === 0) return ''
  const name = paper.signature.at(-1) ?? ''
  const titles = name === name.toUpperCase() ? paper.signature : paper.signature.slice(0, -1)
  const signed = name === name.toUpperCase() ? '' : `<span class="name">${escapeHtml(name)}</span>`
  return `<div class="foot"><div class="to-all"><u>Nơi nhận:</u><br>${paper.recipients.map(escapeHtml).join('<br>')}</div><div class="sign">${titles.map(escapeHtml).join('<br>')}${signed}</div></div>`
}

function annexHtml(paper: Paper): string {
  return paper.annex.length ? `<div class="annex">${paper.annex.map(blockHtml).join('\n')}</div>` : ''
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
