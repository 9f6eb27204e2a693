import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, openDesk } from '#tests/support/e2e-desk.ts'
import { CLERK_STORY, type Shell } from '#tests/support/electron/clerk-story.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** The story the desktop program is tried with (tests/electron), over loopback: the same steps, the same words. */
describe.skipIf(testBrowser() === null)('the clerk’s day over loopback', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  const shell: Shell = {
    choose: (to, paths) => to.choose(paths),
    async save({ page }, doing) {
      const download = page.waitForEvent('download')
      await doing()
      return await (await download).path()
    }
  }

  beforeAll(async () => {
    app = await servedApp({ archive: 'none', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it.each(CLERK_STORY)('%s', async (_what, step) => {
    await step(desk, shell, join(app.folder, 'VanKho'))
  })

  it('went by without an error, a breach of policy or a request elsewhere', () => {
    desk.quiet()
    expect(desk.strangers).toEqual([])
  })
})
