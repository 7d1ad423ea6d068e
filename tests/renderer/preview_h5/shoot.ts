import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'
import react from '@vitejs/plugin-react'
import { findChromium } from '../../electron-host/browser/findChromium.ts'
const root = resolve(import.meta.dirname)
const outDir = '/tmp/h5cad/site'
await build({ root, base: './', logLevel: 'error', plugins: [react()], resolve: { alias: { 'node:crypto': join(root, 'nodeCrypto.ts') } }, build: { outDir, emptyOutDir: true, minify: false } })
const server = await preview({ root, build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' })
const base = server.resolvedUrls!.local[0]!
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--headless=new', '--no-sandbox', '--disable-gpu'] })
const shots: [string, string, string[], number[]][] = [
  ['day', '/cadence', [], [1366, 911, 1920]], ['week', '/cadence?view=week', [], [1366]], ['month', '/cadence?view=month', [], [1366]],
  ['quarter', '/cadence?view=quarter', [], [1366]], ['half', '/cadence?view=half', [], [1366]], ['year', '/cadence?view=year', [], [1366]],
  ['review', '/review', [], [1366, 911]], ['board', '/show/review', [' ', ' ', ' '], [1920]], ['boardall', '/show/review', ['a'], [1920]], ['unit', '/show/review?from=units', ['ArrowRight', 'ArrowRight', 't'], [1920]]
]
const sizes: Record<number, number> = { 1366: 768, 911: 512, 1920: 1080 }
for (const [name, hash, keys, widths] of shots.filter(([n]) => process.argv[2] === undefined || n.includes(process.argv[2]!))) for (const width of widths) {
  const page = await browser.newPage({ viewport: { width, height: sizes[width]! }, locale: 'zh-CN', reducedMotion: 'reduce' })
  page.on('pageerror', (e) => console.log(name, e.message))
  await page.goto(`${base}#${hash}`)
  await page.waitForTimeout(1500)
  for (const k of keys) { await page.keyboard.press(k); await page.waitForTimeout(250) }
  await page.screenshot({ path: `/tmp/h5cad/${name}-${width}.png` })
  await page.close()
}
await browser.close(); await server.close(); process.exit(0)
