/**
 * Builds the window with main's stand-in and photographs every screen, for looking at:
 * `node tests/renderer/preview/shoot.ts [part of a name]` → test-results/preview/*.png
 */
import { join, resolve } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { build, preview } from 'vite'
import react from '@vitejs/plugin-react'

const root = resolve(import.meta.dirname)
const project = resolve(root, '../../..')
const target = join(project, 'test-results/preview')

interface Shot {
  name: string
  hash: string
  world?: string
  /** Keys pressed, or `click:<accessible name>`, before the picture. */
  steps?: string[]
}

const SHOTS: Shot[] = [
  { name: 'overview', hash: '/' },
  { name: 'overview-frozen', hash: '/', world: 'frozen' },
  { name: 'overview-uncomputed', hash: '/', world: 'uncomputed' },
  { name: 'overview-broken', hash: '/', world: 'broken' },
  { name: 'overview-empty', hash: '/', world: 'empty' },
  { name: 'finder', hash: '/', steps: ['Control+k', 'type:体育'] },
  { name: 'freeze', hash: '/?freeze' },
  { name: 'reopen', hash: '/?reopen', world: 'frozen' },
  { name: 'scheme', hash: '/scheme?indicator=a1' },
  { name: 'scheme-units', hash: '/scheme', steps: ['tab:单位与组别'] },
  { name: 'scheme-policies', hash: '/scheme', steps: ['tab:计算口径'] },
  { name: 'scheme-choose', hash: '/scheme', world: 'empty' },
  { name: 'gaps', hash: '/gaps' },
  { name: 'gaps-heat', hash: '/gaps', steps: ['option:指标得分率'] },
  { name: 'submissions', hash: '/submissions' },
  { name: 'adjustments', hash: '/adjustments' },
  { name: 'adjustments-unit', hash: '/adjustments?unit=elite' },
  { name: 'settings', hash: '/settings' },
  { name: 'welcome', hash: '/', world: 'none' },
  { name: 'database-failed', hash: '/', world: 'failed' },
  { name: 'ranking', hash: '/ranking' },
  { name: 'unit', hash: '/unit/industry' },
  { name: 'units', hash: '/units' },
  { name: 'import', hash: '/import' },
  { name: 'report', hash: '/report' }
]

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1093, height: 614 },
  { width: 911, height: 512 }
]

async function shoot(
  browser: Browser,
  base: string,
  shot: Shot,
  size: (typeof SIZES)[number]
): Promise<string[]> {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`${shot.name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${shot.name}: ${message.text()}`)
  })
  await page.goto(`${base}?world=${shot.world ?? 'open'}#${shot.hash}`)
  await page
    .waitForSelector('html[data-app-ready]', { state: 'attached', timeout: 10_000 })
    .catch(() => problems.push(`${shot.name}: the window did not get ready`))
  await page.waitForTimeout(350)
  for (const step of shot.steps ?? []) {
    if (step.startsWith('type:')) await page.keyboard.type(step.slice(5))
    else if (step.startsWith('tab:')) await page.getByRole('tab', { name: step.slice(4) }).click()
    else if (step.startsWith('option:')) await page.getByText(step.slice(7), { exact: true }).first().click()
    else await page.keyboard.press(step)
    await page.waitForTimeout(200)
  }
  await page.screenshot({ path: join(target, `${shot.name}-${size.width}.png`) })
  await page.close()
  return problems
}

async function main(filter: string, width: string): Promise<void> {
  // Not under test-results: Playwright empties that folder when a run starts.
  const outDir = join(project, 'node_modules/.cache/preview-site')
  await build({
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, minify: false }
  })
  const server = await preview({
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent'
  })
  const base = server.resolvedUrls!.local[0]!
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu']
  })
  const problems: string[] = []
  for (const shot of SHOTS.filter((item) => item.name.includes(filter))) {
    for (const size of SIZES.filter((item) => width === '' || String(item.width) === width)) {
      problems.push(...(await shoot(browser, base, shot, size)))
    }
  }
  await browser.close()
  await server.close()
  process.stdout.write(`${[...new Set(problems)].join('\n')}\n${target}\n`)
}

await main(process.argv[2] ?? '', process.argv[3] ?? '')
process.exit(0)
