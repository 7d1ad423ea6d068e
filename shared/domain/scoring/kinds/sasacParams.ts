import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, decimalString } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

/** Parameters of 按目标难度限额加减分; the defaults are the published ones (S11). */
export const sasacParams = z.strictObject({
  /** Points at the target; without it the full mark. */
  base: nonNegativeDecimal.optional(),
  per: positiveDecimal.default('1'),
  upPoints: nonNegativeDecimal.default('1'),
  downPoints: nonNegativeDecimal.default('1'),
  downCap: nonNegativeDecimal.default('4'),
  /** Most points added, by how far the target lies below the baseline: not at all, little, some, far; or below 0. */
  capMet: nonNegativeDecimal.default('4'),
  nearUpTo: positiveDecimal.default('30'),
  /** A target exactly that far below belongs to the near ones, or to the next (ambiguity 17). */
  nearInclusive: z.boolean().default(true),
  capNear: nonNegativeDecimal.default('3'),
  farFrom: positiveDecimal.default('50'),
  capMid: nonNegativeDecimal.default('2'),
  capFar: nonNegativeDecimal.default('1'),
  capNegative: nonNegativeDecimal.default('0'),
  /** Baselines that the scheme itself states; `*` is for all units. Others come from the sheet. */
  baselines: z.array(z.strictObject({ unit: z.string().min(1), value: decimalString })).default([]),
  /** Label of the `rating` reading that brings the baseline. */
  baselineName: z.string().min(1).default('基准值')
})
export type SasacParams = z.infer<typeof sasacParams>

const points = { type: 'decimal', suffix: '分' } as const
export const sasacForm: readonly ParamField[] = [
  { key: 'base', label: '正好达标得', help: '不填就是满分', input: { ...points, optional: true } },
  { key: 'per', label: '每高于或低于目标', input: { type: 'decimal', suffix: '个百分点' } },
  { key: 'upPoints', label: '高于时加', input: points },
  { key: 'downPoints', label: '低于时减', input: points },
  { key: 'downCap', label: '最多减', input: points },
  { key: 'capMet', label: '目标不低于基准值时最多加', input: points },
  { key: 'nearUpTo', label: '目标比基准值低不多：不超过', input: { type: 'decimal', suffix: '%' } },
  { key: 'nearInclusive', label: '正好等于这条线算「低不多」', input: { type: 'switch' } },
  { key: 'capNear', label: '低不多时最多加', input: points },
  { key: 'farFrom', label: '目标比基准值低很多：达到', input: { type: 'decimal', suffix: '%' } },
  { key: 'capMid', label: '在两者之间时最多加', input: points },
  { key: 'capFar', label: '低很多时最多加', input: points },
  { key: 'capNegative', label: '目标是负数时最多加', input: points },
  {
    key: 'baselines',
    label: '各单位的基准值',
    help: '单位代码写 * 表示全体；不填就从报表里取',
    input: {
      type: 'table',
      columns: [
        { key: 'unit', label: '单位代码', input: { type: 'text' } },
        { key: 'value', label: '基准值', input: { type: 'decimal' } }
      ]
    }
  },
  { key: 'baselineName', label: '报表里基准值那一列叫', input: { type: 'text' } }
]

export function describeSasac(rule: SasacParams): string {
  const base = rule.base === undefined ? '满分' : ` ${rule.base} 分`
  return (
    `正好达标得${base}；每高 ${rule.per} 个百分点加 ${rule.upPoints} 分，每低 ${rule.per} 个百分点减 ${rule.downPoints} 分（最多减 ${rule.downCap} 分）；` +
    `加分的上限看目标定得高不高：目标不低于基准值最多加 ${rule.capMet} 分，` +
    `低 ${rule.nearUpTo}%${rule.nearInclusive ? '' : '（不含）'} 以内最多加 ${rule.capNear} 分，低 ${rule.nearUpTo}% 到 ${rule.farFrom}% 最多加 ${rule.capMid} 分，` +
    `低 ${rule.farFrom}% 及以上最多加 ${rule.capFar} 分，目标为负数最多加 ${rule.capNegative} 分。`
  )
}

/** What is wrong with the parameters before any number arrives. */
export function checkSasac(rule: SasacParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (!dec(rule.nearUpTo).lessThan(dec(rule.farFrom))) {
    const message = `「低不多」到 ${rule.nearUpTo}%，「低很多」从 ${rule.farFrom}% 起，两档重叠`
    found.push(ruleProblem('error', 'RANGE_OVERLAP', message, '请把「低不多」的线改到「低很多」以下'))
  }
  const caps = [rule.capMet, rule.capNear, rule.capMid, rule.capFar, rule.capNegative]
  if (caps.some((cap, index) => index > 0 && dec(cap).greaterThan(dec(caps[index - 1]!)))) {
    const message = '目标定得更低的单位反而能加更多分'
    found.push(ruleProblem('confirm', 'CAPS_NOT_FALLING', message, '请核对各档的加分上限'))
  }
  if (indicator.direction !== 'UP') {
    const message = '这种计分方式只用于越高越好的增长率'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', message, '请改用「达标基础上加减分」'))
  }
  const units = rule.baselines.map((entry) => entry.unit)
  if (new Set(units).size < units.length) {
    found.push(ruleProblem('error', 'DUPLICATE_UNIT', '同一个单位的基准值写了两次', '请删去一行'))
  }
  const bad = rule.baselines.find((entry) => !dec(entry.value).greaterThan(0))
  if (bad !== undefined) {
    const message = `${bad.unit === '*' ? '全体单位' : `单位 ${bad.unit} `}的基准值是 ${bad.value}，不大于 0，分不出目标难度`
    found.push(ruleProblem('error', 'BASELINE_NOT_POSITIVE', message, '请改基准值，或换一种计分方式'))
  }
  return found
}
