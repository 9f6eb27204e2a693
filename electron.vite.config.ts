import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const out = process.env.VANKHO_BUNDLE_OUT ?? join(root, 'out')

/** Packages that may be left out have native parts too: bundled, the builder's own system would be shipped with every program. */
const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  optionalDependencies: Readonly<Record<string, string>>
}

/**
 * Main process and preload of the Electron shell; the screens are built by `vite.config.ts` for both shells. Threads
 * are started beside the module that starts them (`./engine-thread.js`, `./read-worker.js`), so that every file of
 * the main bundle lies in one folder.
 */
export default defineConfig({
  main: {
    build: {
      outDir: join(out, 'main'),
      externalizeDeps: { include: Object.keys(optionalDependencies) },
      rolldownOptions: {
        input: {
          index: join(root, 'src/main/index.ts'),
          'engine-thread': join(root, 'src/archive/engine-thread.ts'),
          'read-worker': join(root, 'src/archive/read/read-worker.ts'),
          'ocr-worker': join(root, 'src/archive/ocr/ocr-worker.ts'),
          'sheet-worker': join(root, 'src/archive/backlog/sheet-worker.ts'),
          'rows-thread': join(root, 'src/archive/care/rows-thread.ts'),
          'hash-thread': join(root, 'src/archive/care/hash-thread.ts'),
          'copy-worker': join(root, 'src/archive/store/db/copy-worker.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      externalizeDeps: true,
      rolldownOptions: {
        input: { preload: join(root, 'src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  }
})
