import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/**
 * Files that are fetched by address, not imported: what pdf.js reads while it draws a page (`pdfjs/…`), and the whole
 * Tinos faces that print views name (`fonts/…`), under the same names in every shell.
 */
const FETCHED: readonly (readonly [to: string, from: string])[] = [
  ['pdfjs/cmaps', 'pdfjs-dist/cmaps'],
  ['pdfjs/standard_fonts', 'pdfjs-dist/standard_fonts'],
  ['pdfjs/wasm', 'pdfjs-dist/wasm'],
  ['pdfjs/iccs', 'pdfjs-dist/iccs'],
  ['fonts/tinos-regular.ttf', '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'],
  ['fonts/tinos-italic.ttf', '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'],
  ['fonts/tinos-bold.ttf', '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'],
  ['fonts/tinos-bold-italic.ttf', '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf']
]

function fetchedFiles(): Plugin {
  return {
    name: 'van-kho-fetched-files',
    apply: 'build',
    async generateBundle() {
      for (const [to, from] of FETCHED) {
        const path = join(root, 'node_modules', from)
        const names = /\.\w+$/.test(to) ? [''] : (await readdir(path)).filter((name) => !name.includes('quickjs'))
        for (const name of names) {
          const source = await readFile(join(path, name))
          this.emitFile({ type: 'asset', fileName: name ? `${to}/${name}` : to, source })
        }
      }
    }
  }
}

/** The screens, for both shells: addresses are relative, nothing is inlined that the page's policy would refuse. */
export default defineConfig({
  root: join(root, 'src/renderer'),
  base: './',
  plugins: [react(), fetchedFiles()],
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false
  }
})
