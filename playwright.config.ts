import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  fullyParallel: true,
  // Each worker runs a browser of its own: more than two gain nothing on two cores.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { locale: 'zh-CN' }
})
