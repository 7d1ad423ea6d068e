/**
 * Builds the window with main's stand-in and photographs every screen, for looking at:
 * `node tests/renderer/preview/shoot.ts [part of a name]` → test-results/preview/*.png
 */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { build, preview } from 'vite'
import react from '@vitejs/plugin-react'
import { findChromium } from '../../electron-host/browser/findChromium.ts'

const root = resolve(import.meta.dirname)
const project = resolve(root, '../../..')
const target = join(project, 'test-results/preview')

interface Shot {
  name: string
  hash: string
  world?: string
  /** Keys pressed, or `click:<accessible name>`, before the picture. */
  steps?: string[]
  /** The steps click into a side pane, which is folded in narrow windows. */
  wide?: true
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
  { name: 'scheme-library', hash: '/scheme', steps: ['tab:版本与草稿'] },
  { name: 'scheme-new', hash: '/scheme', steps: ['option:新建方案'] },
  { name: 'scheme-edit', hash: '/scheme/edit/1' },
  { name: 'scheme-edit-checks', hash: '/scheme/edit/1', steps: ['button:检查'] },
  { name: 'scheme-edit-targets', hash: '/scheme/edit/1', steps: ['tab:目标'] },
  { name: 'scheme-edit-activate', hash: '/scheme/edit/1', steps: ['button:生效…'] },
  { name: 'scheme-edit-holes', hash: '/scheme/edit/1?indicator=holes', world: 'faultyDraft' },
  {
    name: 'scheme-edit-steps',
    hash: '/scheme/edit/1?indicator=steps',
    world: 'faultyDraft',
    steps: ['bottom:算一遍看看']
  },
  { name: 'scheme-edit-blank', hash: '/scheme/edit/1', world: 'blankDraft', steps: ['option:加指标'] },
  { name: 'set-units', hash: '/scheme/edit/1', steps: ['tab:单位与组别'] },
  { name: 'set-groups', hash: '/scheme/edit/1', steps: ['tab:单位与组别', 'button:组别'] },
  {
    name: 'set-succession',
    hash: '/scheme/edit/1',
    steps: ['tab:单位与组别', 'button:沿革', 'button:加一条沿革']
  },
  { name: 'set-paste', hash: '/scheme/edit/1', steps: ['tab:单位与组别', 'button:粘贴名单', 'type:办公室'] },
  { name: 'set-policies', hash: '/scheme/edit/1', steps: ['tab:通用规则'] },
  { name: 'set-absent', hash: '/scheme/edit/1', steps: ['tab:通用规则', 'button:不适用和缺报'] },
  { name: 'set-progress', hash: '/scheme/edit/1', steps: ['tab:通用规则', 'button:进度和状态'] },
  { name: 'set-words', hash: '/scheme/edit/1', steps: ['tab:通用规则', 'button:格里的字'] },
  { name: 'set-race', hash: '/scheme/edit/1', steps: ['tab:赛项设置'] },
  { name: 'set-adjustments', hash: '/scheme/edit/1', steps: ['tab:赛项设置', 'button:加减分'] },
  { name: 'set-grades', hash: '/scheme/edit/1', steps: ['tab:赛项设置', 'button:等次', 'button:按名额'] },
  {
    name: 'set-streaks',
    hash: '/scheme/edit/1',
    steps: ['tab:赛项设置', 'button:连续情形', 'button:加一条']
  },
  { name: 'set-year', hash: '/scheme/edit/1', steps: ['tab:赛项设置', 'button:季度合成全年'] },
  { name: 'set-vetoes', hash: '/scheme/edit/1', steps: ['tab:赛项设置', 'button:否决事项', 'button:加一项'] },
  { name: 'set-blank', hash: '/scheme/edit/1', world: 'blankDraft', steps: ['tab:单位与组别'] },
  { name: 'trial', hash: '/trial', steps: ['button:填入示例'] },
  { name: 'trial-empty', hash: '/trial' },
  { name: 'gaps', hash: '/gaps' },
  { name: 'gaps-heat', hash: '/gaps', steps: ['option:指标得分率'] },
  { name: 'submissions', hash: '/submissions' },
  { name: 'templates', hash: '/templates' },
  { name: 'templates-own', hash: '/templates', steps: ['option:自有模板'] },
  { name: 'templates-fill', hash: '/templates', steps: ['option:自有模板', 'button:填到本季度…'] },
  { name: 'adjustments', hash: '/adjustments' },
  { name: 'adjustments-unit', hash: '/adjustments?unit=elite' },
  { name: 'adjustments-add', hash: '/adjustments?add=1&unit=mass&reason=承办全省现场会' },
  { name: 'adjustments-entry', hash: '/adjustments?entry=902' },
  { name: 'adjustments-waiting', hash: '/adjustments?view=WAITING' },
  { name: 'adjustments-instant', hash: '/adjustments?view=INSTANT' },
  { name: 'adjustments-catalogue', hash: '/adjustments?view=CATALOGUE' },
  { name: 'adjustments-item', hash: '/adjustments?view=CATALOGUE', steps: ['button:加一条'] },
  { name: 'adjustments-frozen', hash: '/adjustments', world: 'frozen' },
  { name: 'honours', hash: '/honours' },
  { name: 'honours-one', hash: '/honours?honour=1' },
  { name: 'honours-add', hash: '/honours', steps: ['button:登记荣誉'] },
  { name: 'honours-bonus', hash: '/honours?view=BONUS' },
  { name: 'honours-models', hash: '/honours?view=MODELS' },
  { name: 'honours-model-add', hash: '/honours?view=MODELS&model=1' },
  { name: 'honours-settings', hash: '/honours?view=SETTINGS' },
  { name: 'settings', hash: '/settings' },
  { name: 'welcome', hash: '/', world: 'none' },
  { name: 'database-failed', hash: '/', world: 'failed' },
  { name: 'ranking', hash: '/ranking' },
  { name: 'ranking-grades', hash: '/ranking', world: 'standings' },
  { name: 'ranking-standings', hash: '/ranking', world: 'standings', steps: ['option:等次与总榜'] },
  { name: 'ranking-month', hash: '/ranking?month=8', world: 'standings' },
  { name: 'boards', hash: '/boards', world: 'standings' },
  { name: 'decisions', hash: '/decisions', world: 'standings' },
  { name: 'decisions-add', hash: '/decisions?add=IMPUTATION&unit=audit&indicator=c1', world: 'standings' },
  { name: 'decisions-veto', hash: '/decisions?add=VETO&unit=venues', world: 'standings' },
  { name: 'year', hash: '/year', world: 'standings' },
  { name: 'year-freeze', hash: '/year', world: 'standings', steps: ['button:冻结年度成绩…'] },
  { name: 'revisions', hash: '/ranking', world: 'published', steps: ['button:冻结版本'] },
  { name: 'unit-standing', hash: '/unit/venues', world: 'standings' },
  { name: 'report-grades', hash: '/report', world: 'standings' },
  { name: 'unit', hash: '/unit/industry' },
  { name: 'units', hash: '/units' },
  { name: 'import', hash: '/import', world: 'noImport' },
  { name: 'import-files', hash: '/import' },
  { name: 'import-many', hash: '/import', world: 'manyFiles' },
  { name: 'import-header', hash: '/import', steps: ['button:下一步：认表头'] },
  { name: 'import-blocks', hash: '/import', world: 'manyFiles', steps: ['button:下一步：认表头'] },
  { name: 'import-check', hash: '/import', steps: ['option:检查', 'n', 'n'] },
  { name: 'import-fill', hash: '/import', steps: ['option:检查', 'n', 'n', 'Enter', 'type:896.5'] },
  { name: 'import-filter', hash: '/import', steps: ['option:检查', 'option:只看问题行', 'n'], wide: true },
  {
    name: 'import-all',
    hash: '/import',
    world: 'manyFiles',
    steps: ['option:检查', 'option:全部文件'],
    wide: true
  },
  {
    name: 'import-block2',
    hash: '/import',
    world: 'manyFiles',
    steps: ['button:关于报送', 'option:认表头', 'option:竞技体育处']
  },
  {
    name: 'import-undo',
    hash: '/import',
    steps: ['option:检查', 'button:标缺报', 'button:就是它'],
    wide: true
  },
  { name: 'import-confirm', hash: '/import', world: 'manyFiles', steps: ['button:确认'] },
  { name: 'batch', hash: '/import/batch/5' },
  { name: 'batch-problems', hash: '/import/batch/5', steps: ['tab:发现的问题'] },
  { name: 'batch-mapping', hash: '/import/batch/5', steps: ['tab:怎么读的'] },
  { name: 'batch-review', hash: '/import/batch/5', world: 'review' },
  { name: 'report', hash: '/report' },
  { name: 'registers', hash: '/registers?item=1', world: 'lights' },
  { name: 'registers-red-is-good', hash: '/registers?type=KEY_PROBLEM,KEY_RESULT&item=8' },
  { name: 'registers-many', hash: '/registers', world: 'manyItems' },
  { name: 'registers-empty', hash: '/registers', world: 'noItems' },
  { name: 'registers-none', hash: '/registers?q=没有这样的事', world: 'lights' },
  { name: 'registers-board', hash: '/registers?view=board&item=1', world: 'lights' },
  { name: 'registers-calendar', hash: '/registers?view=calendar', world: 'lights' },
  { name: 'registers-filter', hash: '/registers?item=1', world: 'lights', steps: ['button:筛选'] },
  {
    name: 'registers-checked',
    hash: '/registers?item=1',
    world: 'lights',
    steps: ['check:选中 问-2026-007', 'check:选中 问-2026-022', 'button:核验通过']
  },
  { name: 'registers-bulk', hash: '/registers', world: 'lights', steps: ['check:全选', 'button:批量修改'] },
  { name: 'registers-progress', hash: '/registers?item=1', world: 'lights', steps: ['button:记进展'] },
  { name: 'registers-done', hash: '/registers?item=1', world: 'lights', steps: ['button:报结'] },
  {
    name: 'registers-detail',
    hash: '/registers?item=1',
    world: 'lights',
    steps: ['button:展开全部'],
    wide: true
  },
  { name: 'registers-add', hash: '/registers', world: 'lights', steps: ['button:登记事项', 'option:立即办'] },
  { name: 'registers-edit', hash: '/registers?item=4', world: 'lights', steps: ['button:修改'] }
]

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1093, height: 614 },
  { width: 911, height: 512 }
]

/** Below this side panes fold. */
const NARROWEST_PANE = 1100

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
    else if (step.startsWith('check:'))
      await page.getByRole('checkbox', { name: step.slice(6) }).click({ force: true })
    else if (step.startsWith('bottom:'))
      // Side panes are drawers in narrow windows: there may be nothing to scroll to.
      await page
        .getByRole('region', { name: step.slice(7) })
        .evaluateAll((nodes) => nodes.forEach((node) => node.scrollIntoView()))
    else if (step.startsWith('button:'))
      await page
        .getByRole('button', { name: step.slice(7) })
        .first()
        .click()
    else if (step.startsWith('option:')) await page.getByText(step.slice(7), { exact: true }).first().click()
    else await page.keyboard.press(step)
    await page.waitForTimeout(400)
  }
  await page.screenshot({ path: join(target, `${shot.name}-${size.width}.png`) })
  await page.close()
  return problems
}

async function main(filter: string, width: string): Promise<void> {
  // Not under test-results (Playwright empties that folder when a run starts), and one a run: two may run at once.
  const outDir = join(project, `node_modules/.cache/preview-site-${process.pid}`)
  await build({
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: { 'node:crypto': join(root, 'nodeCrypto.ts') } },
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
    executablePath: await findChromium(),
    args: ['--headless=new', '--no-sandbox', '--disable-gpu']
  })
  const problems: string[] = []
  for (const shot of SHOTS.filter((item) => item.name.includes(filter))) {
    for (const size of SIZES.filter((item) => width === '' || String(item.width) === width)) {
      if (shot.wide === true && size.width < NARROWEST_PANE) continue
      problems.push(...(await shoot(browser, base, shot, size)))
    }
  }
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
  process.stdout.write(`${[...new Set(problems)].join('\n')}\n${target}\n`)
}

await main(process.argv[2] ?? '', process.argv[3] ?? '')
process.exit(0)
