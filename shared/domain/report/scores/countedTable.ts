import { dec, sum, type D } from '../../number/decimal.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { columnsOf, printedCell, rowsOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { NumberCell, ReportTable } from '../reportTable.ts'
import { classRows, classTableId, sheetKey, SIGN_WORDS, unitColumns, type Sign } from './classTable.ts'
import { unitsOf, unnamedOf } from './indicatorTable.ts'
import { isNearTie, roundFormula, roundValue, type Rounding } from './liveNumber.ts'

interface CountedRow {
  unit: UnitResult
  bonus: NumberCell
  deduction: NumberCell
}

/** Caps over all classes, as a formula takes them (G13). */
interface Caps {
  bonus: string | undefined
  deduction: string | undefined
  /** The cap is on bonus less deduction. */
  onNet: boolean
}

function capsOf({ scheme }: ReportFacts, race: RaceResult): Caps {
  const rules = scheme.races.find((entry) => entry.code === race.race)?.adjustments
  return {
    bonus: rules?.bonusCap,
    deduction: rules?.deductionCap,
    onNet: scheme.policies.capOrder === 'NET_THEN_CAP'
  }
}

const smaller = (a: D, b: D): D => (a.lessThan(b) ? a : b)

/** Bonus and deduction of each unit, looking at 类别合计 and the caps over all classes. */
function countedRows(
  race: RaceResult,
  units: readonly UnitResult[],
  rounding: Rounding,
  caps: Caps
): CountedRow[] {
  const counted = new Map<string, string[]>()
  for (const { unit, adjusted } of classRows(units)) {
    const key = sheetKey(unit.name, adjusted.sign)
    counted.set(key, [...(counted.get(key) ?? []), adjusted.counted])
  }
  const id = classTableId(race)
  const cell = (unit: UnitResult, sign: Sign, printed: string): NumberCell => {
    const plain = printedCell(printed, rounding.decimals)
    const added = sum((counted.get(sheetKey(unit.name, sign)) ?? []).map(dec))
    const cap = sign === 'BONUS' ? caps.bonus : caps.deduction
    const net = sign === 'BONUS' && caps.onNet
    const room = dec(net ? unit.adjustments.deduction.printed : '0').plus(dec(cap ?? '0'))
    const value = cap === undefined ? added : smaller(added, room)
    const nearTie = isNearTie(value, rounding.decimals)
    if (!roundValue(value, rounding, nearTie).equals(dec(printed))) return plain
    const all = `SUMPRODUCT(--({${id}!UNIT:all}={UNIT}),--({${id}!SIGN:all}="${SIGN_WORDS[sign]}"),{${id}!COUNTED:all})`
    const inner = cap === undefined ? all : `MIN(${all},${cap}${net ? '+{DEDUCTION}' : ''})`
    return { ...plain, formula: roundFormula(inner, rounding, nearTie) }
  }
  return units
    .filter((unit) => unit.adjustments.entries.length > 0)
    .map((unit) => ({
      unit,
      bonus: cell(unit, 'BONUS', unit.adjustments.bonus.printed),
      deduction: cell(unit, 'DEDUCTION', unit.adjustments.deduction.printed)
    }))
}

/** 单位计入: what counts for each unit with entries, after all caps, and how. */
export function countedTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const { results, scheme } = facts
  const units = unitsOf(race, options)
  const rounding: Rounding = { decimals: results.decimals, mode: scheme.policies.rounding }
  const rows = countedRows(race, units, rounding, capsOf(facts, race))
  const shape = { align: 'right', min: 9, max: 12, bold: true } as const
  const columns: ColumnSpec<CountedRow>[] = [
    ...unitColumns<CountedRow>(race),
    { id: 'BONUS', head: '加分计入', ...shape, cell: ({ bonus }) => bonus },
    { id: 'DEDUCTION', head: '减分计入', ...shape, cell: ({ deduction }) => deduction },
    {
      ...{ id: 'HOW', head: '怎么来的', align: 'left', min: 30, max: 60 },
      cell: ({ unit }) => unit.adjustments.sentence
    }
  ]
  const isPlain = ({ bonus, deduction }: CountedRow): boolean =>
    bonus.formula === undefined || deduction.formula === undefined
  const plain = rows.filter(isPlain).map(({ unit }) => unit.name)
  const without = units.length - rows.length
  const name = `${raceLabel(facts, race)}单位计入`
  return {
    ...{ id: `counted:${race.race}`, name, ...tableFrame(facts, options, name, '单位：分') },
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row, previous) => row.unit.group !== previous.unit.group),
    foot: [],
    remarks: [
      ...restRemark(unnamedOf(race, units)),
      ...(without === 0 ? [] : [`另有 ${without} 个单位没有加减分。`]),
      `${reportFrame(facts, options).provenance}。`
    ],
    sheetRemarks:
      plain.length === 0
        ? []
        : [`还受折算影响、不是各类计入相加再封顶的，直接写数值、没有公式：${plain.join('、')}。`],
    ...{ signatures: SIGNATURES, pinned: 1, filter: false, orientation: 'LANDSCAPE' }
  }
}
