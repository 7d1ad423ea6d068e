import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { batchDetail } from '#electron/services/importing/batchDetail.ts'
import { undoImport } from '#electron/services/importing/history.ts'
import { previewSession } from '#electron/services/importing/preview.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { actOnItems, addItem, itemDetail, listItems } from '#electron/services/register/items.ts'
import { registerList, writeRegisterTemplates } from '#electron/services/register/registerFileExport.ts'
import { contentBytes } from '#electron/services/reports/exportContent.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { itemFields, type RegisterType } from '#shared/domain/register/registerItem.ts'
import type { RegisterExport } from '#shared/domain/report/register/registerExports.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

const PERIOD = '2026Q3'
const CSV = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`\ufeff${rows.join('\n')}\n`)
const HEAD = '序号,承诺事项,责任单位,完成时限,进展情况,完成状态'

let workspace: Workspace
beforeEach(() => {
  workspace = freshWorkspace()
  loadScheme(workspace.library, officeScheme(), PERIOD)
})

async function session(name: string, bytes: Uint8Array) {
  return workspace.imports.add(PERIOD, null, [{ name, bytes }])
}

async function bring(name: string, bytes: Uint8Array) {
  const opened = await session(name, bytes)
  return commitSession(workspace.library, opened, true)[0]!
}

const items = () => listItems(workspace.library, {}).items

describe('registers through the importer', () => {
  it('brings new items with their cell, then only what is otherwise, field by field', async () => {
    const first = await bring('承诺事项.csv', CSV([HEAD, '1,优化服务,甲处,2026-12-31,已出台办法,推进中']))
    expect(first.rows.map(({ outcome }) => outcome)).toEqual(['NEW'])
    const [item] = items()
    expect(item).toMatchObject({ title: '优化服务', owner: 'a', due: '2026-12-31', state: 'IN_PROGRESS' })
    expect(item!.source).toMatchObject({ from: 'CELL', file: '承诺事项.csv', address: 'B2' })
    expect(item!.lastProgress?.text).toBe('已出台办法')

    const same = await bring(
      '承诺事项(2).csv',
      CSV([HEAD, '1, 优化服务 ,甲处,2026年12月31日,已出台办法,推进中'])
    )
    expect(same.rows.map(({ outcome }) => outcome)).toEqual(['SAME'])

    const opened = await session('承诺事项3.csv', CSV([HEAD, '1,优化服务,甲处,10月底,已办结 30 件,推进中']))
    const preview = previewSession(workspace.library, opened)
    expect(preview.items[0]).toMatchObject({ outcome: 'CHANGED', number: item!.number, unitName: '甲处' })
    expect(preview.items[0]!.changes.map(({ field }) => field)).toEqual(['完成时限', '进展'])
    expect(items()[0]!.due).toBe('2026-12-31')
  })

  it('undoes: new items are voided with the reason, changed ones are what they were', async () => {
    const first = await bring('承诺事项.csv', CSV([HEAD, '1,优化服务,甲处,2026-12-31,已出台办法,推进中']))
    const second = await bring(
      '更正.csv',
      CSV([
        '承诺事项清单',
        HEAD,
        '1,优化服务,甲处,2026-10-31,已办结 30 件,已完成',
        '2,公开电话,乙处,2026-11-30,,'
      ])
    )
    expect(second.rows.map(({ outcome }) => outcome)).toEqual(['CHANGED', 'NEW'])
    expect(() => undoImport(workspace.library, first.batchId)).toThrow(/后来的导入/)
    undoImport(workspace.library, second.batchId)
    expect(items().map(({ title, due, state }) => [title, due, state])).toEqual([
      ['优化服务', '2026-12-31', 'IN_PROGRESS']
    ])
    undoImport(workspace.library, first.batchId)
    expect(items()).toEqual([])
    expect(listItems(workspace.library, { voided: true }).items.map(({ voided }) => voided?.reason)).toEqual([
      '撤销导入',
      '撤销导入'
    ])
  })

  it('refuses the undo once somebody has worked on an item', async () => {
    const batch = await bring('承诺事项.csv', CSV([HEAD, '1,优化服务,甲处,2026-12-31,,']))
    const progress = { action: 'PROGRESS' as const, percent: '50', amount: null, text: '过半' }
    actOnItems(workspace.library, [items()[0]!.id], progress)
    expect(() => undoImport(workspace.library, batch.batchId)).toThrow(/进展、督办或修改/)
    expect(batchDetail(workspace.library, batch.batchId).items[0]).toMatchObject({ outcome: 'NEW' })
  })

  it('leaves a row out that fits several items, and says so', async () => {
    const fields = itemFields.parse({ type: 'COMMITMENT', title: '优化服务', owner: 'a', due: '2026-12-31' })
    addItem(workspace.library, fields)
    addItem(workspace.library, fields)
    const done = await bring('承诺事项.csv', CSV([HEAD, '1,优化服务,甲处,2026-10-31,,']))
    expect(done.rows[0]).toMatchObject({ outcome: 'SKIPPED', subject: null })
    expect(done.rows[0]!.told).toContain('看不出是哪一项')
    expect(items().map(({ due }) => due)).toEqual(['2026-12-31', '2026-12-31'])
  })
})

describe('what is exported comes back the same', () => {
  const ITEMS: readonly (readonly [RegisterType, object])[] = [
    [
      'KEY_REFORM',
      {
        rankTarget: '全省前3',
        measures: '一是建章\n二是试点',
        partners: [{ unit: 'b', share: '30' }],
        ownerShare: '70'
      }
    ],
    ['PROBLEM', { problemSource: 'AUDIT', measures: '补齐台账', person: '张某' }],
    ['COMMITMENT', { urgency: 'TIMED', content: '全年办结', tags: ['HARD', 'NEW'], channel: 'MEDIA' }],
    ['ANNUAL_TARGET', { content: '办 100 场', origin: '工作报告' }],
    [
      'PROJECT',
      {
        quantity: { target: '12000', measure: '万元' },
        start: '2026-01-10',
        plan: [
          { month: '2026-03', percent: null, amount: '4000' },
          { month: '2026-12', percent: null, amount: '12000' }
        ]
      }
    ]
  ]

  it.each<RegisterExport>([
    'PROGRESS',
    'TARGETS',
    'FIVE',
    'PROBLEMS',
    'COMMITMENTS',
    'PROJECTS',
    'CLOSED',
    'ALL'
  ])('%s', async (kind) => {
    const { library } = workspace
    for (const [type, fields] of ITEMS) {
      const made = addItem(
        library,
        itemFields.parse({ type, title: `${type}事项一`, owner: 'a', due: '2026-12-20', ...fields })
      )
      const amount = type === 'PROJECT' ? '3000' : null
      actOnItems(library, [made.id], { action: 'PROGRESS', percent: null, amount, text: '已过半，进展顺利' })
      actOnItems(library, [made.id], { action: 'NOTE', text: '实地督导一次' })
    }
    const [closed] = items()
    actOnItems(library, [closed!.id], { action: 'DONE', text: '已办结，见原件' })
    actOnItems(library, [closed!.id], { action: 'VERIFY', verifier: '王某', text: '' })
    actOnItems(library, [closed!.id], { action: 'CLOSE', verifier: '王某', opinion: '同意' })
    const before = items()
    const list = registerList(library, kind, {}, PERIOD)
    const bytes = await contentBytes(list, 'xlsx', library.now(), {
      print: () => Promise.reject(new Error())
    })
    const opened = await session(`${list.stem}.xlsx`, bytes)
    const problems = opened.files.flatMap(
      (file) => file.analysis?.sheets.flatMap((sheet) => sheet.problems) ?? []
    )
    expect(problems.filter(({ level }) => level === 'error')).toEqual([])
    const preview = previewSession(library, opened)
    expect(preview.items.filter(({ outcome }) => outcome !== 'SAME')).toEqual([])
    expect(preview.items.length).toBeGreaterThan(0)
    if (kind === 'ALL') expect(preview.items).toHaveLength(ITEMS.length)
    expect(items()).toEqual(before)
  })

  it('a department’s workbook is filled in and read back', async () => {
    const { library } = workspace
    addItem(
      library,
      itemFields.parse({ type: 'COMMITMENT', title: '优化服务', owner: 'a', due: '2026-12-20' })
    )
    const folder = temporaryFolder()
    const paths = await writeRegisterTemplates(library, { units: null, filter: {}, period: PERIOD, folder })
    expect(paths).toHaveLength(1)
    const opened = await session('甲处.xlsx', new Uint8Array(readFileSync(paths[0]!)))
    expect(previewSession(library, opened).items.map(({ outcome, number }) => [outcome, number])).toEqual([
      ['SAME', items()[0]!.number]
    ])
    expect(itemDetail(library, items()[0]!.id).events.map(({ type }) => type)).toEqual(['CREATED'])
  })
})
