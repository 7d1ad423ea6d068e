import type { RaceResult, StreakState, UnitResult } from '../../ranking/resultSet.ts'
import { countCell } from '../ranking/columnSpec.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportTable } from '../reportTable.ts'
import { NUMBER_COLUMN, raceSubject } from './listWorkbook.ts'

const COLUMNS: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 28, bold: true },
  { id: 'NAME', head: '连续情形', align: 'left', min: 10, max: 20 },
  { id: 'COUNT', head: '已连续\n（季度）', align: 'center', min: 8, max: 10 },
  { id: 'TIMES', head: '应达到\n（季度）', align: 'center', min: 8, max: 10 },
  { id: 'STATE', head: '状态', align: 'center', min: 8, max: 10, bold: true },
  { id: 'OUTCOME', head: '结果运用', align: 'left', min: 10, max: 20 },
  { id: 'SENTENCE', head: '说明', align: 'left', min: 30, max: 60 }
]

/** 连续落后的情形 with what follows from them: reached ones first. None where there is none. */
export function streakTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable[] {
  const found = race.groups
    .flatMap((group) => group.units)
    .flatMap((unit) =>
      unit.streaks.filter(({ tone }) => tone === 'BAD').map((streak): Found => ({ unit, streak }))
    )
  if (found.length === 0) return []
  const ordered = [
    ...found.filter(({ streak }) => streak.reached),
    ...found.filter(({ streak }) => !streak.reached)
  ]
  const subject = raceSubject(facts, race, '连续落后情形')
  return [
    {
      id: `streaks.${race.race}`,
      name: subject,
      ...tableFrame(facts, options, subject),
      columns: COLUMNS,
      rows: ordered.map(({ unit, streak }, index) => ({
        cells: {
          NO: countCell(index + 1),
          UNIT: unit.name,
          NAME: streak.name,
          COUNT: countCell(streak.count),
          TIMES: countCell(streak.times),
          STATE: streak.reached ? '已达到' : '累计中',
          OUTCOME: streak.outcome,
          SENTENCE: streak.sentence
        }
      })),
      foot: [],
      remarks: [
        '连续情形按已冻结的季度和本季度逐季计数，中断一个季度即重新计数；「已达到」的按方案落实结果运用。'
      ],
      signatures: SIGNATURES,
      pinned: 2,
      filter: true,
      orientation: 'LANDSCAPE'
    }
  ]
}

interface Found {
  unit: UnitResult
  streak: StreakState
}
