import { loadScheme } from '#electron/services/schemes.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { book, bytesOf } from '../unit/workbook/makeFiles.ts'
import { officeScheme } from './smallQuarter.ts'
import { freshWorkspace } from './workspace.ts'

export const PERIOD = '2026Q3'
export const TABLE = [
  ['单位', '产出（万元）', '综合评价'],
  ['甲处', 75, 36],
  ['乙处', 70, 35]
]
export const xlsx = bytesOf(book({ 汇总: TABLE }), 'xlsx')
export const csv = TABLE.map((row) => row.join(',')).join('\r\n')

export function office(): Workspace {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, officeScheme(), PERIOD)
  return workspace
}

/** unit:indicator=value of everything that a file would bring. */
export async function staged(
  workspace: Workspace,
  file: { name: string; bytes: Uint8Array }
): Promise<string[]> {
  const session = await workspace.imports.add(PERIOD, null, [file])
  return stagedIn(session.files[0]!)
}

export function stagedIn({
  analysis
}: {
  analysis: {
    sheets: readonly { readings: readonly { unit: string; indicator: string; value: string | null }[] }[]
  } | null
}): string[] {
  return (analysis?.sheets ?? [])
    .flatMap((sheet) => sheet.readings)
    .map(({ unit, indicator, value }) => `${unit}:${indicator}=${value}`)
    .sort()
}

export const VALUES = ['a:mark=36', 'a:output=75', 'b:mark=35', 'b:output=70']
