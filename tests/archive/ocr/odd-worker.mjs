// Stands in for the thread that reads pages: dies on page 13, never answers on page 14.
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ page }) => {
  if (page === 13) process.exit(1)
  if (page === 14) for (;;);
  parentPort.postMessage({
    ok: true,
    count: 20,
    page: { page, text: `trang ${page}`, width: 595, height: 842, runs: [], ocr: { doubtfulLines: 0 } }
  })
})
