import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import type XLSX from 'xlsx'
import { dec } from '#shared/domain/number/decimal.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { adjustmentReport } from '#shared/domain/report/scores/adjustmentReport.ts'
import { indicatorReport } from '#shared/domain/report/scores/indicatorReport.ts'
import { matrixReport } from '#shared/domain/report/scores/matrixReport.ts'
import { withDecimals } from '#shared/domain/report/withDecimals.ts'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'
import { at, headers, open, sheetOf, shown, type Opened } from '../openPackage.ts'
import { decidedFacts } from './decided.ts'
import { recalculate, type Edit } from './recalculate.ts'

const installed = spawnSync('which', ['soffice']).status === 0

it.runIf(process.env.CI !== undefined)('has the program that calculates anew', () => {
  expect(installed).toBe(true)
})

/** The same quarter printed with other decimals, as the service hands it to reports. */
function printed(facts: ReportFacts, decimals: number): ReportFacts {
  return { ...facts, results: withDecimals(facts.results, decimals, facts.scheme.policies) }
}

const rescaled = decidedFacts({
  values: { a: [null, '36'], b: ['70', '36.125'], c: ['61', '30'], d: ['45', '28'] }
})
const CASES: Record<string, ReportFacts> = {
  '3 units, hostile names': officeFacts({ units: 3, hostileNames: true }),
  '23 units': officeFacts({ units: 23 }),
  '200 units': officeFacts({ units: 200 }),
  '30 dimensions': officeFacts({ units: 23, dimensions: 30 }),
  'no decimals': printed(officeFacts({ units: 23 }), 0),
  'four decimals': printed(officeFacts({ units: 23 }), 4),
  rescaled
}
const REPORTS = { matrix: matrixReport, indicators: indicatorReport, adjustments: adjustmentReport }
type Kind = keyof typeof REPORTS

const written = (kind: Kind, facts: ReportFacts, options: ReportOptions = OPTIONS): Promise<Uint8Array> =>
  writeWorkbook(REPORTS[kind].workbook!(facts, options), facts.generatedAt)

/** Every formula cell: sheet, address. */
function formulasOf({ book }: Opened): { sheet: string; address: string }[] {
  return book.SheetNames.flatMap((sheet) =>
    Object.entries(book.Sheets[sheet]!)
      .filter(([, cell]) => (cell as XLSX.CellObject).f !== undefined)
      .map(([address]) => ({ sheet, address }))
  )
}

describe.skipIf(!installed)('formulas, calculated anew by LibreOffice', () => {
  const names = Object.keys(CASES)
  const kinds = Object.keys(REPORTS) as Kind[]
  const before = new Map<string, Opened>()
  const after = new Map<string, Opened>()

  beforeAll(async () => {
    const keys = names.flatMap((name) => kinds.map((kind) => ({ key: `${kind} ${name}`, name, kind })))
    const books = await Promise.all(keys.map(({ kind, name }) => written(kind, CASES[name]!)))
    const calculated = await recalculate(books.map((bytes) => ({ bytes })))
    for (const [index, { key }] of keys.entries()) {
      before.set(key, await open(books[index]!))
      after.set(key, calculated[index]!)
    }
  }, 300_000)

  it.each(names.flatMap((name) => kinds.map((kind) => [kind, name] as const)))(
    '%s, %s: every formula gives what is printed',
    (kind, name) => {
      const [was, is] = [before.get(`${kind} ${name}`)!, after.get(`${kind} ${name}`)!]
      const formulas = formulasOf(was)
      for (const { sheet, address } of formulas) {
        const [old, now] = [sheetOf(was, sheet), sheetOf(is, sheet)]
        expect(at(now, address), `${sheet} ${address}`).toBeCloseTo(at(old, address) as number, 9)
      }
      if (kind !== 'adjustments' || name !== 'rescaled') expect(formulas.length).toBeGreaterThan(0)
    }
  )

  it.each(names)('matrix, %s: shows the snapshot’s base, total and mean', (name) => {
    const facts = CASES[name]!
    const book = after.get(`matrix ${name}`)!
    for (const group of facts.results.races[0]!.groups) {
      const sheet = sheetOf(book, group.name)
      const columns = headers(sheet)
      const column = (head: string): string =>
        [...columns].find(([text]) => text === head || text.startsWith(`${head}(`))![1]
      group.units.forEach((unit, index) => {
        if (unit.state === 'BLOCKED') return
        expect(shown(sheet, `${column('基础分')}${index + 4}`)).toBe(unit.base!.printed)
        expect(shown(sheet, `${column('总得分')}${index + 4}`)).toBe(unit.total!.printed)
      })
      const mean = group.units.length + 4
      expect(shown(sheet, `${column('总得分')}${mean}`)).toBe(group.mean!.total)
      expect(shown(sheet, `${column('基础分')}${mean}`)).toBe(group.mean!.base)
      facts.results.races[0]!.dimensions.forEach(({ code, name: head }) => {
        const text = group.mean!.dimensions[code]
        if (text !== undefined) expect(shown(sheet, `${column(head)}${mean}`)).toBe(text)
      })
    }
  })

  it('follows a score and an entry that somebody changes', async () => {
    const facts = CASES['23 units']!
    const group = facts.results.races[0]!.groups[0]!
    const [matrix, adjustments] = [await written('matrix', facts), await written('adjustments', facts)]
    const score = at(sheetOf(await open(matrix), group.name), 'C4') as number
    const edit: Edit = { sheet: group.name, address: 'C4', value: score + 1 }
    const bonus: Edit = { sheet: '加减分明细', address: 'C4', value: 2.5 }
    const [changed, counted] = await recalculate([
      { bytes: matrix, edits: [edit] },
      { bytes: adjustments, edits: [bonus] }
    ])
    const unit = group.units[0]!
    const sheet = sheetOf(changed!, group.name)
    expect(shown(sheet, 'G4')).toBe(dec(unit.base!.exact).plus(1).toFixed(2))
    expect(shown(sheet, 'J4')).toBe(dec(unit.total!.printed).plus(1).toFixed(2))
    expect(unit.adjustments.entries[0]!.entry.points).toBe('1')
    expect(['F4', 'H4'].map((address) => shown(sheetOf(counted!, '类别合计'), address))).toEqual([
      '2.50',
      '2.50'
    ])
    expect(shown(sheetOf(counted!, '单位计入'), 'C4')).toBe('2.50')
  })
})
