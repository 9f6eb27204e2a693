import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { intakeDetails } from '#archive/intake/intake-details.ts'
import { listRecords } from '#archive/intake/intake-items.ts'
import { paperForm } from '#archive/intake/paper-form.ts'
import { openArchive } from '#archive/open-archive.ts'
import { launchBrowser, openPage, testBrowser } from '#tests/support/browser.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

const CLI = new URL('../../src/cli/main.ts', import.meta.url).pathname

/** "Ghi tạm" (F10): what was typed outlives the window that closes and the program that is killed. */
describe.skipIf(testBrowser() === null)('a half-filled form', { timeout: 180_000 }, () => {
  const children: ChildProcess[] = []
  const folders: string[] = []
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  async function served() {
    const folder = await mkdtemp(join(tmpdir(), 'van-kho-half-'))
    folders.push(folder)
    const archive = join(folder, 'kho')
    await (await createArchive(archive, OFFICE)).close()
    mkdirSync(join(folder, 'settings'))
    const child = spawn(process.execPath, [CLI, 'serve', '--archive', archive, '--no-open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, VANKHO_SETTINGS: join(folder, 'settings') }
    })
    children.push(child)
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)
        if (found) resolve(found[0])
      })
      child.once('exit', () => reject(new Error(said)))
    })
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL')
      await gone
    }
    return { folder, archive, url, kill }
  }

  it('is kept while keys go on, and is there after the program was killed in the middle of a word', async () => {
    const app = await served()
    const browser = await launchBrowser()
    try {
      const { page } = await openPage(browser, app.url)
      await page.getByRole('navigation').first().waitFor()
      await page.keyboard.press('Control+4')
      const paper = join(app.folder, 'ghi dở.txt')
      writeFileSync(paper, 'HUYỆN ỦY ĐAM RÔNG\n\nV/v chuẩn bị đại hội\n')
      await page.locator('input[type=file]').first().setInputFiles(paper)
      await page.locator('[name=signer]').waitFor()
      await page.locator('[name=signer]').focus()
      // Never a pause as long as the one after which a form is kept.
      await page.keyboard.type('Cil Múp '.repeat(12), { delay: 90 })
    } finally {
      await app.kill()
      await browser.close()
    }
    const archive = await openArchive(app.archive)
    try {
      const [record] = listRecords(archive.folder)
      const typed = intakeDetails(archive, record?.id ?? '').form.signer ?? ''
      expect(typed.length).toBeGreaterThan(8)
      expect('Cil Múp '.repeat(12)).toContain(typed)
    } finally {
      await archive.close()
    }
  })

  it('is kept when the window closes at once, the paper without a file too', async () => {
    const app = await served()
    const browser = await launchBrowser()
    try {
      const { page } = await openPage(browser, app.url)
      await page.getByRole('navigation').first().waitFor()
      await page.keyboard.press('Control+4')
      await page.getByRole('heading', { name: 'Vào sổ', level: 1 }).waitFor()
      await page.keyboard.press('Control+n')
      await page.locator('[name=subject]').fill('chuẩn bị hội nghị')
      await page.close({ runBeforeUnload: false })
      await expect.poll(() => paperForm(app.archive)?.subject, { timeout: 10_000 }).toBe('chuẩn bị hội nghị')
      await app.kill()
    } finally {
      await app.kill()
      await browser.close()
    }
    expect(paperForm(app.archive)?.subject).toBe('chuẩn bị hội nghị')
  })
})
