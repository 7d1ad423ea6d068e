import type { YearResult } from '../../period/yearResult.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportRow, ReportTable } from '../reportTable.ts'
import type { HalfContext } from './halfGroupTable.ts'
import { yearRaceLabel, yearTableFrame } from './yearFrame.ts'

export type Race = YearResult['races'][number]

export const number = { align: 'right', min: 8, max: 12 } as const
export const place = { align: 'center', min: 7, max: 9 } as const

/** What the tables of a half-year have in common. */
export function halfFrame(
  { year, facts, options }: HalfContext,
  race: Race,
  subject: string
): Pick<ReportTable, 'name' | 'title' | 'left' | 'right' | 'foot' | 'signatures' | 'filter' | 'orientation'> {
  const label = `${yearRaceLabel(year, race)}${subject}`
  return {
    name: label,
    ...yearTableFrame(year, facts, options, label),
    foot: [],
    signatures: SIGNATURES,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** Units that are counted and not named, in place of the columns from one to another. */
export function countedRow(id: string, count: number, to: string, named: number): ReportRow[] {
  if (count === 0) return []
  const text = `${named === 0 ? '' : '另有 '}${count} 个单位，名称略`
  return [{ cells: {}, merged: { from: id, to, text } }]
}
