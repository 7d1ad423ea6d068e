import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findChromium } from '../browser/findChromium.ts'
import { temporaryFolder } from './fixture.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

function executable(name: string): string {
  const path = join(folder.path, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

it('takes the browser that is named, before any that is installed', async () => {
  const named = executable('my-browser')
  executable('chromium')
  expect(await findChromium({ ELECTRON_HOST_CHROMIUM: named, PATH: folder.path })).toBe(named)
})

it('prefers chromium to others that are installed, and takes those', async () => {
  const edge = executable('microsoft-edge')
  const chromium = executable('chromium')
  expect(await findChromium({ PATH: folder.path })).toBe(chromium)
  chmodSync(chromium, 0o644)
  expect(await findChromium({ PATH: folder.path })).toBe(edge)
})
