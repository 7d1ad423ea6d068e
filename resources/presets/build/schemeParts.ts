import type { z } from 'zod'
import type { indicatorDefinition, schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

/** A scheme as people write it: what the schema fills in by itself may be left out. */
export type SchemeInput = z.input<typeof schemeDefinition>
export type IndicatorInput = z.input<typeof indicatorDefinition>
type UnitInput = SchemeInput['units'][number]
type RaceInput = SchemeInput['races'][number]
type DimensionInput = RaceInput['dimensions'][number]

type More = Partial<Omit<IndicatorInput, 'code' | 'name' | 'fullMark' | 'rule'>>

/** Units of one kind, in 机构顺序: `[code, name, shortName, line?]`. */
export function units(
  kind: UnitInput['kind'],
  list: readonly (readonly [code: string, name: string, shortName?: string, line?: string])[]
): UnitInput[] {
  return list.map(([code, name, shortName, line]) => ({
    code,
    name,
    kind,
    ...(shortName === undefined ? {} : { shortName }),
    ...(line === undefined ? {} : { line })
  }))
}

export function members(codes: readonly string[], listed: readonly string[] = []) {
  return codes.map((unit) =>
    listed.includes(unit) ? { unit, rankMode: 'LISTED_NOT_RANKED' as const } : { unit }
  )
}

/**
 * 板块. Its full mark is the sum of its indicators', unless units have different ones. Who answers for an indicator: the
 * one unit that it applies to, otherwise whoever provides the numbers.
 */
export function dimension(
  code: string,
  name: string,
  indicators: readonly IndicatorInput[],
  fullMark?: number
): DimensionInput {
  const sum = indicators.reduce((total, indicator) => total + Number(indicator.fullMark), 0)
  return {
    code,
    name,
    fullMark: String(fullMark ?? sum),
    indicators: indicators.map((indicator) => {
      const only = indicator.appliesTo?.units
      const owner = only?.length === 1 ? only[0] : indicator.provider
      return owner === undefined ? indicator : { owner, ...indicator }
    })
  }
}

/** 按完成比例, capped at the full mark: the target for everybody, or by unit; phased by quarter where it runs through the year. */
export function ratio(
  code: string,
  name: string,
  unit: string,
  fullMark: number,
  targets: string | Readonly<Record<string, string | readonly [string, string, string, string]>>,
  more: More = {}
): IndicatorInput {
  const list = typeof targets === 'string' ? { '*': targets } : targets
  return {
    code,
    name,
    unit,
    fullMark: String(fullMark),
    rule: { kind: 'RATIO_TO_TARGET' },
    targets: Object.entries(list).map(([owner, target]) =>
      typeof target === 'string'
        ? { unit: owner, base: target }
        : {
            unit: owner,
            base: target[3],
            phased: { Q1: target[0], Q2: target[1], Q3: target[2], Q4: target[3] }
          }
    ),
    ...more
  }
}

/** 民主测评: 好, 较好, 一般, 较差, with 不了解 left out of the valid ones (S28, S32). */
export function ballots(code: string, name: string, fullMark: number, more: More = {}): IndicatorInput {
  return {
    code,
    name,
    unit: '票',
    fullMark: String(fullMark),
    rule: {
      kind: 'BALLOT_SHARE',
      params: {
        options: [
          { name: '好', weight: '100' },
          { name: '较好', weight: '80' },
          { name: '一般', weight: '60' },
          { name: '较差', weight: '40' }
        ],
        invalid: [{ name: '不了解' }]
      }
    },
    ...more
  }
}

/** 评委评分, highest and lowest dropped with more than five judges (S29). */
export function judges(code: string, name: string, fullMark: number, more: More = {}): IndicatorInput {
  return {
    code,
    name,
    unit: '分',
    fullMark: String(fullMark),
    rule: { kind: 'JUDGE_MEAN', params: { trim: 1 } },
    ...more
  }
}

/** 上级排名: the first places give everything, each further place costs a point (S83a reading). */
export function externalRank(
  code: string,
  name: string,
  fullMark: number,
  targets: Readonly<Record<string, number>>,
  more: More = {}
): IndicatorInput {
  return {
    code,
    name,
    unit: '名',
    precision: 0,
    direction: 'DOWN',
    fullMark: String(fullMark),
    rule: {
      kind: 'EXTERNAL_RANK',
      params: {
        rows: [
          { to: 0, points: String(fullMark) },
          { from: 1, points: String(fullMark - 1), perPlace: '-1', limit: '0' }
        ]
      }
    },
    targets: Object.entries(targets).map(([unit, rankTarget]) => ({ unit, rankTarget })),
    ...more
  }
}

/** 直接评分 by whoever provides it. */
export function direct(code: string, name: string, fullMark: number, more: More = {}): IndicatorInput {
  return { code, name, unit: '分', fullMark: String(fullMark), rule: { kind: 'DIRECT_SCORE' }, ...more }
}
