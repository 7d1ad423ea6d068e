import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import XLSX from 'xlsx'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { CLEAR_Q3, officeWorkspace } from '../helpers/smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

/** An office on the real clock: its item is long overdue on any day. */
async function office() {
  const folder = temporaryFolder()
  await (await officeWorkspace(CLEAR_Q3, freshWorkspace(folder))).close()
  const dialogs = { save: null as string | null, folder: null as string | null }
  const {
    holder,
    reader,
    events,
    ask: invoke
  } = openBackend(
    {
      saveAs: () => Promise.resolve(dialogs.save),
      pickFolder: () => Promise.resolve(dialogs.folder),
      printPdf: (html) => Promise.resolve(new TextEncoder().encode(html))
    },
    folder
  )
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = await invoke(route, input)
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
    return answer.data
  }
  await ask('app.state', {})
  return {
    ask,
    events,
    dialogs,
    folder,
    close: async (): Promise<void> => {
      holder.close()
      await reader.close()
    }
  }
}

it('proposes, issues, answers, prints and lists slips behind the routes', async () => {
  const { ask, events, dialogs, folder, close } = await office()
  const fields = (title: string) =>
    itemFields.parse({ type: 'COMMITMENT', title, owner: 'a', start: '2020-01-01', due: '2020-03-31' })
  await ask('register.add', { fields: fields('护栏整改') })
  await ask('register.add', { fields: fields('健身点') })
  const { proposals } = await ask('slip.proposals', {})
  expect(proposals.map(({ level }) => level)).toEqual(['RED', 'RED'])
  const requests = proposals.map(
    ({ times: _t, unitName: _u, itemNumber: _i, slipNumber: _s, ...rest }) => rest
  )
  const slips = await ask('slip.issue', { requests })
  const ids = slips.map(({ id }) => id)
  expect(events).toContainEqual({ event: 'changed', period: null })

  await ask('slip.act', { ids, action: { action: 'RECEIVE', by: '周某', text: '' } })
  await ask('slip.act', { ids: [ids[0]!], action: { action: 'ANSWER', by: '周某', text: '已更换 72 米' } })

  expect(await ask('slip.exportPapers', { ids, format: 'pdf', bundle: 'ONE' })).toBeNull()
  dialogs.save = join(folder, '督办.pdf')
  await ask('slip.exportPapers', { ids, format: 'pdf', bundle: 'ONE' })
  const page = readFileSync(dialogs.save, 'utf8')
  expect(page).toContain('■ 红')
  expect(page).toContain('已更换 72 米')
  const { events: log } = await ask('slip.get', { id: ids[0]! })
  expect(log.map(({ type }) => type)).toEqual(['ISSUED', 'RECEIVED', 'ANSWERED', 'PRINTED'])

  dialogs.folder = temporaryFolder()
  const saved = await ask('slip.exportPapers', { ids, format: 'docx', bundle: 'FOLDER' })
  expect(readdirSync(saved!.folder)).toHaveLength(2)

  const { period } = slips[0]!
  dialogs.save = join(folder, '台账.xlsx')
  await ask('slip.exportList', { period, filter: {}, format: 'xlsx' })
  const book = XLSX.read(readFileSync(dialogs.save))
  const text = XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]!]!)
  expect(text).toContain(slips[1]!.number)
  expect(text).toContain('红色督办单')
  await close()
})

it('adds the slips of the quarter to the 督办清单 that is drawn from scores', async () => {
  const { ask, dialogs, folder, close } = await office()
  await ask('period.compute', { period: '2026Q3' })
  dialogs.save = join(folder, '清单.xlsx')
  const request = {
    period: '2026Q3',
    report: 'supervision',
    format: 'xlsx',
    options: reportOptions.parse({})
  } as const
  const sheets = async (): Promise<string[]> => {
    await ask('report.export', request)
    return XLSX.read(readFileSync(dialogs.save!)).SheetNames
  }
  const before = await sheets()
  const { answerBy } = await ask('slip.answerDay', { kind: 'NOTICE', level: null })
  await ask('slip.issue', {
    requests: [
      {
        key: null,
        action: 'ISSUE',
        kind: 'NOTICE',
        level: null,
        unit: 'b',
        item: null,
        slip: null,
        period: '2026Q3',
        subject: '数据未报送',
        reason: '一项也没有报。',
        demand: '请补报。',
        answerBy,
        basis: { from: 'HAND' }
      }
    ]
  })
  expect(await sheets()).toEqual([...before, '督办台账'])
  await close()
})
