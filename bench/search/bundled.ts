import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

/** A program of the bench as one is shipped: modules put together, types gone. Inside the project, where packages are found. */
export async function bundled(entry: string): Promise<string> {
  const outDir = join(ROOT, 'out', 'bench')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir,
      ssr: entry,
      target: 'node26',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } }
    }
  })
  return join(outDir, `${entry.replace(/^.*\/|\.ts$/g, '')}.js`)
}
