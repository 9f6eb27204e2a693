import type { Locator } from 'playwright-core'
import type { DocumentId } from '#contract/ids.ts'
import type { Desk } from './e2e-desk.ts'

/** A state of a screen, and how one comes to it. */
export type Shown = Readonly<{ name: string; path: string; enter(desk: Desk): Promise<unknown> }>

export type Ids = Readonly<{
  main: DocumentId
  scan: DocumentId
  word: DocumentId
  replaced: DocumentId
  lone: DocumentId
  /** Incoming, with a bút phê and a deadline in its text. */
  atWork: DocumentId
}>

const REPORTS = [
  'Sổ đăng ký văn bản đến',
  'Sổ đăng ký văn bản đi',
  'Thống kê văn bản',
  'Tờ kết thúc sổ',
  'Biên bản giao nhận sổ, tài liệu',
  'Sổ chuyển giao văn bản',
  'Sổ gửi văn bản đi bưu điện',
  'Danh sách ký nhận',
  'Nhật ký chuyển giao',
  'Danh sách chưa ký nhận',
  'Đối chiếu nơi nhận',
  'Đã gửi theo nơi nhận',
  'Phiếu gửi',
  'Bì thư',
  'Nhãn địa chỉ',
  'Văn bản chưa có trong kho',
  'Phiếu truy vết',
  'Sổ theo dõi giải quyết văn bản đến',
  'Văn bản quá hạn, đến hạn',
  'Phiếu giải quyết văn bản đến'
]
const STORE = ['Tình trạng', 'Cơ quan', 'Kiểm tra', 'Sao lưu, phục hồi', 'Xuất, bàn giao', 'Nhật ký kho', 'Giao diện']
const WORK = [
  'Mọi viện dẫn cần xử lý',
  'Mơ hồ',
  'Lệch ngày',
  'Chưa có trong kho',
  'Chưa triển khai',
  'Chưa đọc được chữ',
  'Chưa rà',
  'Trùng số'
]
const TABS = ['Tóm tắt', 'Viện dẫn', 'Được viện dẫn', 'Nơi nhận', 'Tệp', 'Lịch sử']

/** Every route of the program in the states a clerk meets. */
export function screens(ids: Ids): readonly Shown[] {
  const at = (name: string, path: string, then?: (desk: Desk) => Promise<unknown>): Shown => ({
    name,
    path,
    async enter(desk) {
      await desk.go(path)
      await then?.(desk)
    }
  })
  const button = (name: string) => (desk: Desk) =>
    desk.page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${name}( [\\d.]+)?$`) })
      .first()
      .click()
  const ask = (text: string, shown: (desk: Desk) => Locator) => async (desk: Desk) => {
    await desk.page.locator('.search-query input').waitFor()
    await desk.page.locator('.search-query input').fill(text)
    await shown(desk).first().waitFor()
  }
  const dialog = (name: string, path: string, keys: readonly string[], then?: (desk: Desk) => Promise<unknown>) =>
    at(name, path, async (desk) => {
      await desk.page.locator('h1').first().waitFor()
      await desk.press(...keys)
      await desk.page.getByRole('dialog').or(desk.page.getByRole('alertdialog')).first().waitFor()
      await then?.(desk)
    })
  const main = `/van-ban/${ids.main}`
  const menu = (item: string) => async (desk: Desk) => {
    await desk.page.locator('h1').first().waitFor()
    await desk.page.getByRole('button', { name: 'Việc khác' }).click()
    await desk.page.getByRole('menuitem', { name: item }).click()
  }
  return [
    at('search-start', '/tim-kiem'),
    at(
      'search',
      '/tim-kiem',
      ask('mạng xã hội', (desk) => desk.page.locator('.search-hit'))
    ),
    at('search-ticked', '/tim-kiem', async (desk) => {
      await ask('mạng xã hội', (one) => one.page.locator('.search-hit'))(desk)
      await desk.press('Control+Space')
      await desk.page.locator('.search-chosen').waitFor()
    }),
    at(
      'search-typed',
      '/tim-kiem',
      ask('rừng HOẶC "mạng xã hội" cq: ủy', (desk) => desk.page.locator('.suggestion'))
    ),
    at(
      'search-wrong',
      '/tim-kiem',
      ask('mạng ngày: 45/13/2021', (desk) => desk.page.locator('.search-wrong'))
    ),
    at(
      'search-none',
      '/tim-kiem',
      ask('zzqxw', (desk) => desk.page.getByRole('heading', { name: /zzqxw/ }))
    ),
    at('register-in', '/van-ban-den'),
    at('register-out', '/van-ban-di'),
    at('filing', '/vao-so', (desk) => desk.page.locator('.queue li').first().waitFor()),
    at('filing-same', '/vao-so', (desk) => desk.page.locator('.queue button', { hasText: 'Đã có trong kho' }).click()),
    at('filing-paper', '/vao-so', (desk) => desk.press('Control+n')),
    at('filing-book', '/vao-so', async (desk) => {
      await desk.page.getByRole('button', { name: 'Nhập sổ cũ' }).first().click()
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('delivery', '/chuyen-giao'),
    at('delivery-bodies', '/chuyen-giao', (desk) => desk.page.getByRole('tab', { name: /theo nơi nhận/ }).click()),
    at('delivery-document', `/chuyen-giao/${ids.main}`, async (desk) => {
      await desk.page.locator('tr.rw').first().waitFor()
      await desk.page.locator('tr.rw .check').nth(3).check()
    }),
    at('delivery-period', '/chuyen-giao', async (desk) => {
      await desk.page.getByRole('tab', { name: 'Đối chiếu theo kỳ' }).click()
      await desk.page.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('all')
      await desk.page.locator('tr.rw').first().waitFor()
    }),
    at('delivery-notice', `/chuyen-giao/${ids.main}`, async (desk) => {
      await desk.page.getByRole('button', { name: 'Việc khác' }).click()
      await desk.page.getByRole('menuitem', { name: /Thu hồi/ }).click()
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('sheet', `/ky-nhan/${ids.main}`, async (desk) => {
      await desk.page.locator('tr.rw .check').first().check()
    }),
    at('sheet-book', '/ky-nhan'),
    at('lineage-start', '/luoc-do'),
    at('lineage', `/luoc-do/${ids.main}`, (desk) => desk.page.locator('g.node').first().waitFor()),
    at('lineage-relations', `/luoc-do/${ids.main}`, async (desk) => {
      await desk.page.locator('g.node').first().waitFor()
      await desk.page.getByRole('button', { name: /^Quan hệ/ }).click()
      await desk.page.locator('.menu.ticks').waitFor()
    }),
    at('lineage-path', `/luoc-do/${ids.main}`, async (desk) => {
      await desk.page.locator('g.node').first().waitFor()
      await desk.page.getByRole('button', { name: /^Đường đi/ }).click()
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('lineage-on-path', `/luoc-do/${ids.main}`, async (desk) => {
      await desk.page.locator('g.node:not(.root):not(.stub):not(.group)').first().click()
      await desk.page.getByRole('button', { name: 'Đường đi từ gốc' }).click()
      await desk.page.getByText('Trên đường đi').waitFor()
    }),
    at('unanswered-days', '/viec-con-lai', async (desk) => {
      await desk.page.getByRole('button', { name: /^Chưa triển khai/ }).click()
      await desk.page.getByRole('button', { name: /^Sau \d+ ngày/ }).click()
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('lineage-alone', `/luoc-do/${ids.lone}`, (desk) => desk.page.getByText('chưa nối với văn bản nào').waitFor()),
    ...['Quá hạn', 'Đến hạn trong 7 ngày', 'Đang xử lý', 'Đã xong'].map((tab, index) =>
      at(`handling-${index}`, '/thoi-han', (desk) =>
        desk.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      )
    ),
    at('handling-done', '/thoi-han', async (desk) => {
      await desk.page.getByRole('tab', { name: /^Quá hạn/ }).click()
      await desk.page.locator('tr.rw').first().waitFor()
      await desk.press('F8')
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('document-handling', `/van-ban/${ids.atWork}`, async (desk) => {
      await desk.page.getByRole('tab', { name: /^Xử lý/ }).click()
      await desk.page.locator('.assignment').first().waitFor()
    }),
    at('document-assign', `/van-ban/${ids.atWork}`, async (desk) => {
      await desk.page.getByRole('tab', { name: /^Xử lý/ }).click()
      await desk.page.locator('.assignment').first().waitFor()
      await desk.press('Alt+b')
      await desk.page.getByRole('dialog').waitFor()
    }),
    ...WORK.map((kind, index) => at(`worklist-${index}`, '/viec-con-lai', button(kind))),
    ...REPORTS.map((kind, index) =>
      at(`report-${index}`, '/bao-cao', async (desk) => {
        await button(kind)(desk)
        await settled(desk)
        const picker = desk.page.getByRole('main').getByRole('combobox', { name: 'Văn bản', exact: true })
        if (await picker.isVisible()) {
          await picker.fill('221')
          await desk.page
            .getByRole('option', { name: /221-CV\/HU/ })
            .first()
            .click()
        }
        if (kind === 'Tờ kết thúc sổ') {
          await desk.page.getByRole('combobox', { name: 'Sổ', exact: true }).selectOption({ index: 1 })
        }
        await desk.page.frameLocator('iframe').locator('.sheet').first().waitFor()
      })
    ),
    at('official-book', '/so-khac/handover-out'),
    at('follow-up-book', '/so-khac/follow-up-book'),
    at('post-book', '/so-khac/post-book'),
    at('handover-in-book', '/so-khac/handover-in'),
    at('books', '/so-va-so'),
    at('book-rules', '/so-va-so', button('Cách đánh số')),
    at('book-open', '/so-va-so', button('Mở sổ')),
    at('fonds-close', '/so-va-so', button('Kết thúc phông')),
    at('secret-in', '/so-mat', (desk) => desk.page.locator('tr.rw').nth(1).click()),
    at('secret-out', '/so-mat', button('Mật đi')),
    dialog('secret-record', '/so-mat', ['Control+n']),
    at('dossiers', '/ho-so'),
    {
      name: 'dossier-one',
      path: '/ho-so/o_first',
      async enter(desk) {
        await desk.go('/ho-so')
        await desk.page.locator('tr.rw').first().dblclick()
        await desk.page.locator('.dossier-foot').waitFor()
      }
    },
    at('dossier-new', '/ho-so', button('Lập hồ sơ')),
    at('directory', '/danh-ba', (desk) => desk.page.locator('tr.rw').nth(2).click()),
    at('directory-sent', '/danh-ba', async (desk) => {
      await desk.page.locator('tr.rw').nth(2).click()
      await desk.page.getByRole('button', { name: 'Văn bản đã gửi' }).click()
      await desk.page.getByRole('heading', { name: 'Văn bản đã gửi' }).waitFor()
    }),
    at('directory-sent-unknown', '/danh-ba/b_00000000', (desk) =>
      desk.page.getByText('Không có cơ quan này').waitFor()
    ),
    at('directory-merge', '/danh-ba', async (desk) => {
      await desk.page.locator('tr.rw').nth(2).click()
      await desk.page.getByRole('button', { name: 'Gộp với…' }).click()
      await desk.page.locator('.merge-list input').first().check()
    }),
    at('directory-import', '/danh-ba', async (desk) => {
      await desk.page.getByRole('button', { name: 'Nhập, xuất' }).click()
      await desk.page.getByRole('menuitem', { name: /Nhập từ/ }).click()
      await desk.page.getByRole('dialog').waitFor()
    }),
    at('directory-groups', '/danh-ba', async (desk) => {
      await desk.page
        .getByRole('button', { name: 'Nhóm', exact: true })
        .or(desk.page.getByRole('radio', { name: 'Nhóm' }))
        .first()
        .click()
      await desk.page.locator('tr.rw').first().click()
    }),
    ...STORE.map((part, index) => at(`store-${index}`, '/kho', button(part))),
    ...TABS.map((tab, index) =>
      at(`document-${index}`, main, (desk) => desk.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click())
    ),
    at('document-scan', `/van-ban/${ids.scan}`),
    at('document-word', `/van-ban/${ids.word}`),
    at('document-replaced', `/van-ban/${ids.replaced}`),
    at('document-paper', `/van-ban/${ids.lone}`),
    at('document-unknown', '/van-ban/d_00000000000000000000'),
    at('document-correct', main, async (desk) => {
      await desk.page.locator('h1').first().waitFor()
      await desk.press('F2')
      await desk.page.getByRole('button', { name: 'Ghi sửa đổi' }).waitFor()
    }),
    at('document-withdraw', main, menu('Rút khỏi sổ')),
    at('document-cite', main, menu('Thêm viện dẫn')),
    at('document-attach', main, menu('Thêm tệp')),
    dialog('document-print', main, ['Control+p']),
    dialog('palette', main, ['Control+k'], (desk) => desk.page.getByRole('combobox').last().fill('221')),
    dialog('keys', '/van-ban-den', ['F1'])
  ]
}

/** Until nothing is on its way: no skeleton, no answer awaited, letters and lines drawn. */
export async function settled(desk: Desk): Promise<void> {
  for (let calm = 0; calm < 2; ) {
    await desk.page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
    const busy = desk.awaited() > 0 || (await desk.page.locator('.skel, .loading').count()) > 0
    calm = busy ? 0 : calm + 1
  }
}
