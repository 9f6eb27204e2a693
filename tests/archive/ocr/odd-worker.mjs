// Stands in for the thread that reads pages: dies on page 13, never answers on page 14, grows outside its heap on page 15.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ page }) => {
  if (page === 13) process.exit(1)
  if (page === 14) for (;;);
  if (page === 15) {
    const held = []
    for (let until = Date.now() + 30; ; until = Date.now() + 30) {
      held.push(new Uint8Array(8_000_000).fill(1))
      while (Date.now() < until);
    }
  }
  parentPort.postMessage({
    ok: true,
    count: 20,
    page: { page, text: `trang ${page}`, width: 595, height: 842, runs: [], ocr: { doubtfulLines: 0 } }
  })
})
