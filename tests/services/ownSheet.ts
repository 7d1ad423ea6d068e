import ExcelJS from 'exceljs'
import { commitSession } from '#electron/services/importing/commit.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'

export const FILE = '某局2026年第二季度完成情况.xlsx'

/** 元 in the scheme, 万元 in the sheet: the sheet's numbers are a ten-thousandth. */
export function scheme(change: Partial<SchemeDefinition> = {}): SchemeDefinition {
  const plain = officeScheme(change)
  return {
    ...plain,
    races: plain.races.map((race) => ({
      ...race,
      dimensions: race.dimensions.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((indicator) =>
          indicator.code !== 'output'
            ? indicator
            : {
                ...indicator,
                unit: '元',
                targets: [
                  {
                    unit: '*',
                    base: '1000000',
                    phased: { Q1: '250000', Q2: '500000', Q3: '755000', Q4: '1000000' }
                  }
                ]
              }
        )
      }))
    }))
  }
}

export interface SheetOptions {
  change?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void
}

/** Units down, the indicators across, with a total by formula, a serial column and a typed completion rate. */
export async function writeSheet({ change }: SheetOptions = {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('二季度')
  sheet.mergeCells('A1:F1')
  sheet.getCell('A1').value = '某局2026年第二季度重点工作完成情况表'
  sheet.getCell('A2').value = '单位：万元'
  sheet.getCell('E2').value = '填报时间：2026年7月3日'
  sheet.mergeCells('C3:D3')
  for (const [address, text] of Object.entries({
    A3: '序号',
    B3: '单位',
    C3: '产出（万元）',
    E3: '综合评价',
    F3: '备注',
    C4: '二季度目标',
    D4: '1-6月完成'
  }))
    sheet.getCell(address).value = text
  for (const column of ['A', 'B', 'E', 'F']) sheet.mergeCells(`${column}3:${column}4`)
  ;['甲处', '乙处', '丙处', '丁处'].forEach((name, index) => {
    const row = sheet.getRow(index + 5)
    row.values = [index + 1, name, 50, 40 + index, 30 + index, index === 0 ? '二季度进展顺利' : '']
    row.getCell(3).numFmt = '0.00'
    row.getCell(3).font = { name: '仿宋_GB2312', bold: true }
  })
  sheet.getCell('B9').value = '合计'
  sheet.getCell('C9').value = { formula: 'SUM(C5:C8)', result: 200 }
  sheet.getCell('D9').value = { formula: 'SUM(D5:D8)', result: 166 }
  change?.(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export async function openSession(
  { imports }: Workspace,
  period: string,
  name: string,
  bytes: Uint8Array
): Promise<ImportSession> {
  return imports.add(period, null, [{ name, bytes }])
}

export async function importBytes(
  workspace: Workspace,
  period: string,
  name: string,
  bytes: Uint8Array
): Promise<number> {
  const session = await openSession(workspace, period, name, bytes)
  const [outcome] = commitSession(workspace.library, session, true)
  workspace.imports.discard(session.id)
  return outcome!.batchId
}

/** What is staged, as text that says which cell is which number. */
export function stagedIn(session: ImportSession): string[] {
  return session.files
    .flatMap((file) => file.analysis?.sheets ?? [])
    .flatMap((sheet) => sheet.readings)
    .map(({ address, unit, indicator, field }) => `${address} ${unit} ${indicator} ${field}`)
    .sort()
}
