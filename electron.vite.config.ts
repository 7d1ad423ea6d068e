import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Vite's dev server needs inline scripts and a web socket; the policy of `index.html` is for the built page. */
const withoutPolicyInDev: Plugin = {
  name: 'without-policy-in-dev',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')
}

export default defineConfig({
  main: {
    build: {
      // The native module and the one with a .wasm beside it stay outside; everything else is bundled, so the packed app carries one package.
      externalizeDeps: { exclude: ['drizzle-orm'] },
      minify: true,
      rolldownOptions: {
        input: {
          index: resolve('electron/main/index.ts'),
          readWorker: resolve('electron/workbook/readWorker.ts')
        },
        external: ['better-sqlite3', '@resvg/resvg-wasm']
      }
    }
  },
  preload: {
    build: {
      // A sandboxed preload must be CommonJS and self-contained.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), withoutPolicyInDev],
    build: { minify: true, rolldownOptions: { input: { index: resolve('renderer/index.html') } } }
  }
})
