import { expect, it } from 'vitest'
import { launchBrowser, openPage, testBrowser } from '#tests/support/browser.ts'
import { servedApp } from '#tests/support/served-app.ts'

/** A program that was updated, as the engine says it of a portable one: the sources this runs from are none. */
const STATE = { version: '1.4.0', kind: 'portable', trusts: true, next: null, older: '1.3.2' }

it.runIf(testBrowser())(
  'going back to the version before is asked first, and Esc or Enter leave all as it is',
  async () => {
    const app = await servedApp({ archive: 'empty' })
    const browser = await launchBrowser()
    try {
      const { page, problems } = await openPage(browser, app.url)
      let done = 0
      await page.route('**/api/call/update.state', (route) => route.fulfill({ json: { ok: true, value: STATE } }))
      await page.route('**/api/call/update.goBack', (route) => {
        done++
        return route.fulfill({ json: { ok: true, value: { ...STATE, next: STATE.older } } })
      })
      await page.getByRole('link', { name: /^Kho/ }).click()
      await page.getByRole('button', { name: 'Bản chương trình' }).click()
      const button = page.getByRole('button', { name: 'Quay về bản 1.3.2 …' })
      await button.click()
      const question = page.getByRole('alertdialog', { name: 'Quay về bản 1.3.2?' })
      await question.getByText(/Kho còn nguyên/).waitFor()
      await question.getByText(/lần mở sau mới chạy bản 1\.3\.2/).waitFor()
      await question.getByText(/bản cũ không mở được/).waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await question.waitFor({ state: 'detached' })
      expect(done).toBe(0)
      await button.click()
      await question.getByRole('button', { name: 'Quay về bản 1.3.2' }).click()
      await question.waitFor({ state: 'detached' })
      await page.getByText('Lần mở sau sẽ chạy bản 1.3.2.').first().waitFor()
      expect(done).toBe(1)
      expect(problems).toEqual([])
    } finally {
      await browser.close()
      await app.close()
    }
  },
  60_000
)
