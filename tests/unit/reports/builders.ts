import type {
  DimensionResult,
  IndicatorResult,
  Movement,
  UnitResult
} from '#shared/domain/ranking/resultSet.ts'
import { PLAIN_INDICATOR, PLAIN_UNIT } from '../../helpers/plainResults.ts'

/** Parts of a result set, put together from printed numbers. */

export const DIMENSIONS = [
  { code: 'TASK', name: '目标任务', fullMark: '50' },
  { code: 'PROMISE', name: '承诺事项', fullMark: '20' },
  { code: 'LECTURE', name: '体育讲堂', fullMark: '15' },
  { code: 'REFORM', name: '整改测评', fullMark: '15' }
]

export const score = (printed: string): { exact: string; printed: string } => ({
  exact: printed.replace(/\.?0+$/, ''),
  printed
})

export function indicator(code: string, name: string, fullMark: string, printed: string): IndicatorResult {
  return {
    indicator: code,
    name,
    unitOfMeasure: '分',
    fullMark,
    status: 'SCORED',
    score: score(printed),
    rate: '0.9',
    estimated: false,
    reason: null,
    ...PLAIN_INDICATOR,
    trace: {
      ruleKind: 'DIRECT',
      ruleInWords: '评分直接计入',
      inputs: [
        {
          key: 'score',
          label: '评分',
          value: printed.replace(/\.?0+$/, ''),
          unit: '分',
          state: 'VALUE',
          source: {
            kind: 'cell',
            batchId: 1,
            file: '第三季度汇总.xlsx',
            sheet: '得分',
            address: 'D7',
            raw: printed
          }
        }
      ],
      steps: [],
      sentence: `评分 ${printed}，满分 ${fullMark}，直接计入 → ${printed}`,
      notes: [],
      choices: []
    }
  }
}

/** One dimension with one indicator of the same name plus 「得分」. */
function dimension(index: number, printed: string): DimensionResult {
  const { code, name, fullMark } = DIMENSIONS[index]!
  return {
    dimension: code,
    name,
    fullMark,
    effectiveFullMark: fullMark,
    score: score(printed),
    indicators: [indicator(`${code}_1`, `${name}得分`, fullMark, printed)]
  }
}

interface Line {
  name: string
  group: string
  base: string
  scores: readonly string[]
  bonus?: string
  deduction?: string
  total: string
  rank: number | null
  tied?: boolean
  previous?: number | null
  movement?: Movement
  toFirst?: string
  toMean?: string
  remarks?: string[]
}

export function unit(line: Line): UnitResult {
  return {
    unit: `${line.group}-${line.name}`,
    name: line.name,
    group: line.group,
    rankMode: 'RANKED',
    state: 'SCORED',
    reasons: [],
    dimensions: line.scores.map((printed, index) => dimension(index, printed)),
    base: score(line.base),
    baseSentence: '',
    rescaledFrom: null,
    adjustments: {
      entries: [],
      classes: [],
      bonus: score(line.bonus ?? '0.00'),
      deduction: score(line.deduction ?? '0.00'),
      sentence: '没有加减分'
    },
    total: score(line.total),
    totalSentence: '',
    rank: line.rank,
    tied: line.tied ?? false,
    previousRank: line.previous ?? null,
    previousTotal: null,
    movement: line.movement ?? { kind: 'SAME' },
    gapToFirst: line.toFirst ?? null,
    gapToAbove: null,
    gapToMean: line.toMean ?? null,
    deciding: null,
    ...PLAIN_UNIT,
    remarks: line.remarks ?? []
  }
}
