import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackend } from '#electron/ipc/backend.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { loadScheme, readPreset } from '#electron/services/schemes.ts'
import { createLibraryHolder } from '#electron/services/start.ts'
import { startReader } from '#electron/services/workspace.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const SHEET = join(PROJECT, 'resources/samples/2026Q3/青少年体育处三季度赛马考核表.xlsx')

it('takes, previews, fills and ends an own template, every answer as the contract says', async () => {
  const folder = temporaryFolder()
  const workspace = freshWorkspace(folder)
  const scheme = await readPreset(workspace.library, 'sports-bureau')
  for (const key of ['2026Q3', '2026Q4']) loadScheme(workspace.library, scheme, key)
  const session = await workspace.imports.add('2026Q3', null, [{ path: SHEET }])
  const [outcome] = commitSession(workspace.library, session, true)
  await workspace.close()

  const reader = startReader()
  const holder = createLibraryHolder({
    paths: libraryPaths(folder, PROJECT),
    appVersion: '0.0.0-test',
    reader
  })
  let save: string | null = null
  const proposed: string[] = []
  const backend = createBackend({
    holder,
    reader,
    desktop: {
      pickWorkbooks: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      pickScheme: () => Promise.resolve(null),
      pickTemplate: () => Promise.resolve(null),
      pickEvidence: () => Promise.resolve([]),
      saveAs: (name) => {
        proposed.push(name)
        return Promise.resolve(save)
      },
      openFile: () => Promise.resolve(null),
      showInFolder: () => undefined,
      printPdf: () => Promise.resolve(new Uint8Array())
    },
    emit: () => undefined,
    onUnexpected: () => undefined,
    checkOutput: true
  })
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = (await backend.invoke(route, input)) as Envelope<RouteOutput<R>>
    if (!answer.ok) throw new Error(`${route}: ${answer.error.message}`)
    return answer.data
  }
  try {
    expect((await ask('app.state', {})).library.status).toBe('OPEN')
    const view = await ask('template.takeOwn', { batch: outcome!.batchId, name: ' 青少年处 ' })
    expect(view.name).toBe('青少年处')
    expect(await ask('template.own', {})).toEqual([view])
    const request = { id: view.id, period: '2026Q4' }
    expect((await ask('template.previewOwn', request)).emptied).toBeGreaterThan(0)
    expect(await ask('template.fillOwn', { ...request, keepValues: false })).toBeNull()
    save = join(folder, '四季度.xlsx')
    expect(await ask('template.fillOwn', { ...request, keepValues: false })).toMatchObject({
      fileName: '四季度.xlsx',
      folder
    })
    expect(existsSync(save)).toBe(true)
    expect(proposed).toEqual(Array.from({ length: 2 }, () => '青少年体育处四季度赛马考核表.xlsx'))
    await ask('template.removeOwn', { id: view.id })
    expect(await ask('template.own', {})).toEqual([])
    await expect(ask('template.previewOwn', request)).rejects.toThrow(/没有这个自有模板/)
  } finally {
    holder.close()
    await reader.close()
  }
}, 120_000)
