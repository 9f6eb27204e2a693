import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './package-content.ts'

/** The command line with its threads beside it, as one folder of plain JavaScript: the portable program needs no sources. */
export async function bundleCli(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const packages = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      ssr: true,
      outDir: out,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        external: (name) => packages.some((one) => name === one || name.startsWith(`${one}/`)),
        input: {
          main: join(ROOT, 'src/cli/main.ts'),
          'engine-thread': join(ROOT, 'src/archive/engine-thread.ts'),
          'read-worker': join(ROOT, 'src/archive/read/read-worker.ts'),
          'ocr-worker': join(ROOT, 'src/archive/ocr/ocr-worker.ts'),
          'sheet-worker': join(ROOT, 'src/archive/backlog/sheet-worker.ts'),
          'rows-thread': join(ROOT, 'src/archive/care/rows-thread.ts'),
          'hash-thread': join(ROOT, 'src/archive/care/hash-thread.ts'),
          'copy-worker': join(ROOT, 'src/archive/store/db/copy-worker.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  })
}
