/**
 * Makes `resources/sample/files` from `resources/sample/texts`: most papers as PDF, some as Word files, two as page
 * images in a PDF. Run by hand when a text changes (needs Chromium, pdftoppm and convert); its results are kept.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { type Paper, partPaper } from './paper-blocks.ts'
import { paperDocx } from './paper-docx.ts'
import { paperHtml } from './paper-html.ts'

const SAMPLE = join(import.meta.dirname, '../../resources/sample')
const FONTS = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos')
type Entry = Readonly<{ file: string; text: string; type: string | null; as: 'pdf' | 'docx' | 'scan' }>

const entries = JSON.parse(readFileSync(join(SAMPLE, 'order.json'), 'utf8')) as readonly Entry[]
mkdirSync(join(SAMPLE, 'files'), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.VANKHO_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking']
})
const page = await browser.newPage()
for (const entry of entries) {
  const paper = partPaper(readFileSync(join(SAMPLE, 'texts', entry.text), 'utf8'), entry.type)
  const path = join(SAMPLE, 'files', entry.file)
  if (entry.as === 'docx') writeFileSync(path, await paperDocx(paper))
  else {
    const pdf = await toPdf(paper)
    writeFileSync(path, entry.as === 'scan' ? await asImages(pdf) : pdf)
  }
  process.stdout.write(`${entry.file}\n`)
}
await browser.close()

async function toPdf(paper: Paper): Promise<Buffer> {
  await page.setContent(paperHtml(paper, fontFaces()), { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}

function fontFaces(): string {
  const face = (file: string, weight: number, style: string) =>
    `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${readFileSync(join(FONTS, file)).toString('base64')})}`
  return [
    face('400Regular/Tinos_400Regular.ttf', 400, 'normal'),
    face('700Bold/Tinos_700Bold.ttf', 700, 'normal'),
    face('400Regular_Italic/Tinos_400Regular_Italic.ttf', 400, 'italic')
  ].join('')
}

/** Each page as a grey picture, a little turned and speckled, as an office scanner gives it. */
async function asImages(pdf: Buffer): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-scan-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    run('pdftoppm', ['-r', '150', '-gray', '-png', 'paper.pdf', 'page'], folder)
    const scans = readdirSync(folder).filter((name) => name.endsWith('.png'))
    const pictures = scans.map((name) => {
      const picture = `${name}.jpg`
      run(
        'convert',
        [
          name,
          ...'-seed 7 -background white -rotate 0.6 -attenuate 0.15 +noise Gaussian -gravity center -crop 1240x1754+0+0 +repage -quality 45'.split(
            ' '
          ),
          picture
        ],
        folder
      )
      return readFileSync(join(folder, picture)).toString('base64')
    })
    const style = '@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:296.9mm}'
    const images = pictures.map((picture) => `<img src="data:image/jpeg;base64,${picture}">`).join('')
    await page.setContent(`<style>${style}</style>${images}`, { waitUntil: 'load' })
    return await page.pdf({ preferCSSPageSize: true, printBackground: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}
