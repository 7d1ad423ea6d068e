import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import { issueTemplates } from '#electron/services/templates/issue.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { openFilled, type OpenWorkbook } from './filledWorkbook.ts'
import { officeScheme } from './smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from './workspace.ts'

const PERIOD = '2026Q3'

/** 甲处 reports three numbers of its own, and the 满意度 of all four units. */
export function returnsScheme(
  change: (indicator: Record<string, unknown>) => Record<string, unknown> = (one) => one
): SchemeDefinition {
  const base = officeScheme()
  const indicator = (code: string, name: string, unit: string, provider?: string) =>
    change({
      code,
      name,
      unit,
      nature: 'CUMULATIVE',
      fullMark: '25',
      rule: { kind: 'RATIO_TO_TARGET', params: {} },
      targets: [{ unit: '*', base: '100' }],
      ...(provider === undefined ? {} : { provider })
    })
  const indicators = [
    indicator('money', '到位资金', '万元'),
    indicator('events', '全民健身活动场次', '场'),
    indicator('rate', '预算执行率', '%'),
    indicator('poll', '群众满意度', '%', 'a')
  ]
  const race = { ...base.races[0]!, grades: undefined, boards: [] }
  const dimensions = [{ code: 'work', name: '重点工作', fullMark: '100', indicators }]
  return schemeDefinition.parse({ ...base, races: [{ ...race, dimensions }] })
}

/** A library with that scheme, and a folder to write into. */
export interface Desk {
  workspace: Workspace
  folder: string
}

export function returnsDesk(): Desk {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, returnsScheme(), PERIOD)
  return { workspace, folder: temporaryFolder('liangji-issue-') }
}

export async function issued({ workspace, folder }: Desk): Promise<OpenWorkbook> {
  const { files } = await issueTemplates(workspace.library, {
    period: PERIOD,
    units: ['a'],
    how: 'ONE_EACH',
    lastQuarter: false,
    selfScore: false,
    folder
  })
  return openFilled(await readFile(files[0]!))
}

export const LIST = '考核填报表'
export const MATRIX = '重点工作'
/** The column 完成数 of 甲处's list, rows 4 to 6: header in row 3. */
export const [MONEY, EVENTS, RATE] = ['H4', 'H5', 'H6'] as const

/** What 甲处 was asked for, filled in. */
export async function filled(desk: Desk): Promise<OpenWorkbook> {
  const workbook = await issued(desk)
  workbook.type(LIST, MONEY, 110)
  workbook.type(LIST, EVENTS, 90)
  workbook.type(LIST, RATE, 95)
  for (const [index, row] of [5, 6, 7, 8].entries()) workbook.type(MATRIX, `D${row}`, 80 + index)
  return workbook
}

export const ALL = {
  'a/events': '90',
  'a/money': '110',
  'a/poll': '80',
  'a/rate': '95',
  'b/poll': '81',
  'c/poll': '82',
  'd/poll': '83'
}

/** Imports a workbook up to the check, with the clerk's answers. */
export async function read(
  { workspace }: Desk,
  workbook: OpenWorkbook | Uint8Array<ArrayBuffer>,
  options: { name?: string; fixes?: object; period?: string } = {}
): Promise<WorkbookAnalysis> {
  const bytes = workbook instanceof Uint8Array ? workbook : workbook.save()
  const { name = '甲处.xlsx', period = PERIOD } = options
  const session = await workspace.imports.add(period, null, [{ name, bytes }])
  const [file] = session.files
  expect(file!.error).toBeNull()
  if (options.fixes !== undefined)
    await workspace.imports.fix(session.id, file!.id, importFixes.parse(options.fixes))
  return workspace.imports.file(session.id, file!.id).analysis!
}

export function values(analysis: WorkbookAnalysis): Record<string, string | null> {
  return Object.fromEntries(
    analysis.sheets
      .flatMap((sheet) => sheet.readings)
      .map(({ unit, indicator, value }) => [`${unit}/${indicator}`, value] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
  )
}

export const told = (analysis: WorkbookAnalysis): string[] =>
  [...analysis.problems, ...analysis.sheets.flatMap((sheet) => sheet.problems)]
    .filter(({ level }) => level !== 'info')
    .map(({ code, level, place }) => `${level} ${code}${place.cell === undefined ? '' : ` ${place.cell}`}`)
