import { expect } from 'vitest'
import type { Desk } from '../e2e-desk.ts'
import { eventually, printedText, samplePaper } from '../e2e-desk.ts'

/** What differs between shells: where files a person chooses come from, and where a saved file goes. */
export type Shell = Readonly<{
  choose(desk: Desk, paths: readonly string[]): Promise<void>
  /** The file a person saves by doing so. */
  save(desk: Desk, doing: () => Promise<void>): Promise<string>
}>

/** One day of a clerk in a new office, the same in every shell: each step is a test of its own, in this order. */
export const CLERK_STORY: readonly (readonly [
  what: string,
  step: (desk: Desk, shell: Shell, folder: string) => Promise<void>
])[] = [
  [
    'makes an archive',
    async (desk, _shell, folder) => {
      const { page } = desk
      await page.getByRole('heading', { name: 'Kho văn bản của cơ quan' }).waitFor()
      await desk.press('Control+n')
      await page.locator('input[name=name]').fill('Huyện ủy Đam Rông')
      await page.locator('input[name=place]').fill('Đam Rông')
      await page.locator('input[name=code]').fill('HU')
      await page.locator('input[name=folder]').fill(folder)
      await desk.press('Control+Enter')
      await page.locator('.rail').waitFor()
    }
  ],
  [
    'files a paper',
    async (desk, shell) => {
      const { page } = desk
      await desk.press('Control+4')
      await page.getByRole('heading', { name: 'Vào sổ', level: 1 }).waitFor()
      await shell.choose(desk, [samplePaper('221-CV-HU.pdf')])
      await page.getByRole('button', { name: /Ghi 221-CV\/HU vào sổ/ }).waitFor()
      await page.locator('.desk canvas').first().waitFor()
      await desk.press('Control+Enter')
      expect(await desk.toast('Đã vào sổ')).toContain('Đã vào sổ 221-CV/HU.')
    }
  ],
  [
    'finds it by its words',
    async (desk) => {
      const { page } = desk
      await desk.press('Control+1')
      await page.getByRole('combobox').first().waitFor()
      await page.keyboard.type('mang xa hoi')
      await eventually(() =>
        page
          .getByRole('option')
          .first()
          .innerText()
          .catch(() => '')
      ).toContain('221-CV/HU')
      await desk.press('Enter')
      await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
      await page.locator('.desk canvas').first().waitFor()
    }
  ],
  [
    'sends it',
    async (desk) => {
      const { page } = desk
      await page.getByRole('button', { name: 'Chuyển giao', exact: true }).click()
      await page.getByRole('heading', { name: 'Chuyển giao', level: 1 }).waitFor()
      await page.locator('tr.rw').first().waitFor()
      await desk.press('Control+Enter')
      expect(await desk.toast('Đã ghi gửi')).toMatch(/Đã ghi gửi 221-CV\/HU cho \d+ nơi/)
    }
  ],
  [
    'prints who it was sent to, as PDF',
    async (desk, shell) => {
      const { page } = desk
      await desk.press('Alt+ArrowLeft')
      await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
      await desk.press('Control+p')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Nhật ký chuyển giao').check()
      await dialog.getByRole('button', { name: 'Lưu ra tệp' }).click()
      const file = await shell.save(desk, () => page.getByRole('menuitem', { name: 'PDF', exact: true }).click())
      const text = await printedText(file)
      expect(text).toMatch(/NHẬT KÝ CHUYỂN GIAO/i)
      expect(text).toContain('221-CV/HU')
      await desk.press('Escape')
    }
  ],
  [
    'looks at a print view, a page of its own',
    async (desk) => {
      const { page } = desk
      await desk.press('Control+8')
      await page.getByRole('navigation', { name: 'Các bản in' }).waitFor()
      await page.frameLocator('iframe').locator('.sheet').first().waitFor()
    }
  ]
]
