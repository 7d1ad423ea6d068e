import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { boardRule } from './boardRules.ts'
import { gradeRules, personQuotaRules } from './gradeRules.ts'
import { missingPolicy, policies, tieBreakMetric } from './policies.ts'
import { progressRules } from './progressRules.ts'
import { raceTotal } from './raceTotals.ts'
import { code, name } from './schemeNames.ts'
import { streakRule } from './streakRules.ts'
import { succession } from './successions.ts'
import { vetoKind } from './vetoKinds.ts'
import { yearRules } from './yearRules.ts'

/**
 * A scheme (考核方案) as a file: units, groups, races, dimensions, indicators with their rules, targets,
 * adjustment classes and policies. Everything refers to everything else by `code`; names are never keys.
 * `liangji scheme load` reads this; scheme versions in the database carry it unchanged.
 */

/** Who can take part in a race (六比): 部室、直属单位、子企业、乡镇、专班、工作、服务、个人. */
export const unitKind = z.enum([
  'DEPARTMENT',
  'AFFILIATE',
  'SUBSIDIARY',
  'TOWNSHIP',
  'TASK_FORCE',
  'WORK',
  'SERVICE',
  'PERSON'
])
export type UnitKind = z.infer<typeof unitKind>

/** 单位. The order of the list is the organisation's own order (机构顺序). */
export const unitDefinition = z.strictObject({
  code,
  name,
  shortName: name.optional(),
  kind: unitKind,
  /** 战线. */
  line: code.optional(),
  /** Other ways in which sheets write the unit. */
  aliases: z.array(name).default([]),
  /** 在编人数, for person quotas (S36). */
  staff: z.number().int().nonnegative().optional(),
  /** First and last quarter in which the unit takes part, for units founded or closed mid-year. */
  from: periodKey.optional(),
  until: periodKey.optional()
})
export type UnitDefinition = z.infer<typeof unitDefinition>

/** 组别/赛道. LISTED_NOT_RANKED is 单列不排名 (S24). */
export const rankMode = z.enum(['RANKED', 'LISTED_NOT_RANKED', 'EXCLUDED'])
export type RankMode = z.infer<typeof rankMode>

export const groupMember = z.strictObject({ unit: code, rankMode: rankMode.default('RANKED') })
export const groupDefinition = z.strictObject({ code, name, members: z.array(groupMember) })
export type GroupDefinition = z.infer<typeof groupDefinition>

/** Which units an indicator applies to; both absent means all participants of the race. */
export const appliesTo = z
  .strictObject({
    groups: z.array(code).optional(),
    units: z.array(code).optional(),
    exceptUnits: z.array(code).optional()
  })
  .default({})

/** UP higher is better (正极性), DOWN lower is better, TARGET nearest is best (趋中性). */
export const direction = z.enum(['UP', 'DOWN', 'TARGET'])
export type Direction = z.infer<typeof direction>

/** PERIOD starts from zero each quarter (翻篇归零), CUMULATIVE runs through the year. */
export const nature = z.enum(['PERIOD', 'CUMULATIVE'])

/** 目标 of one unit (or of all, `*`): 基本目标, 奋斗目标, phased values by quarter, 排位目标. */
export const targetDefinition = z.strictObject({
  unit: z.union([code, z.literal('*')]),
  base: decimalString.optional(),
  stretch: decimalString.optional(),
  /** Values to be reached by the end of each quarter (CUMULATIVE) or within it (PERIOD). */
  phased: z
    .strictObject({
      Q1: decimalString.optional(),
      Q2: decimalString.optional(),
      Q3: decimalString.optional(),
      Q4: decimalString.optional()
    })
    .optional(),
  /** Place aimed at outside (全省前 3 → 3). */
  rankTarget: z.number().int().positive().optional(),
  basis: z.string().optional()
})
export type TargetDefinition = z.infer<typeof targetDefinition>

/** How an indicator is scored. Parameters are checked by the rule kind's own zod schema (shared/domain/scoring). */
export const indicatorRule = z.strictObject({
  kind: z.string(),
  params: z.record(z.string(), z.unknown()).default({})
})

/** A full mark that differs in one group (S10: classes A, B, C). */
export const groupFullMark = z.strictObject({ group: code, fullMark: decimalString })

/** What differs for one group in the same indicator: full mark (S10), rule (S4), or both. */
export const groupVariant = z.strictObject({
  group: code,
  fullMark: decimalString.optional(),
  rule: indicatorRule.optional()
})

/**
 * Shared work (S9: 园区 70 %, 乡镇 30 %): the result of one unit is credited to several by percent, before the rule
 * (VALUE) or after it (SCORE). Full credit to each is 100 for each.
 */
export const sharedCredit = z.strictObject({
  divide: z.enum(['VALUE', 'SCORE']).default('SCORE'),
  works: z
    .array(
      z.strictObject({
        name,
        /** Unit under whose name the result is reported (牵头). */
        from: code,
        shares: z.array(z.strictObject({ unit: code, percent: decimalString })).min(1)
      })
    )
    .min(1)
})
export type SharedCredit = z.infer<typeof sharedCredit>

export const indicatorDefinition = z.strictObject({
  code,
  name,
  aliases: z.array(name).default([]),
  /** Unit of measurement as printed: 场, 万元, %, 分, 件. */
  unit: z.string().max(20).default(''),
  direction: direction.default('UP'),
  nature: nature.default('PERIOD'),
  /** Decimals of the measured value when it is shown, 0–6. */
  precision: z.number().int().min(0).max(6).default(2),
  fullMark: decimalString,
  /** Unit that reports the data (数据由谁报) and unit that answers for the indicator. */
  provider: code.optional(),
  owner: code.optional(),
  appliesTo,
  /** Overrides of the scheme's policies for this indicator. */
  missing: missingPolicy.optional(),
  missingFloor: decimalString.optional(),
  missingPoints: decimalString.optional(),
  /** Clause of the basis document, e.g. 第八条（一）. */
  clause: z.string().optional(),
  rule: indicatorRule,
  byGroup: z.array(groupVariant).default([]),
  shared: sharedCredit.optional(),
  targets: z.array(targetDefinition).default([])
})
export type IndicatorDefinition = z.infer<typeof indicatorDefinition>

/**
 * 板块. SUM adds its indicators' scores; WEIGHTED scales them: score = Σ scores ÷ Σ full marks × fullMark.
 */
export const dimensionDefinition = z.strictObject({
  code,
  name,
  fullMark: decimalString,
  byGroup: z.array(groupFullMark).default([]),
  composition: z.enum(['SUM', 'WEIGHTED']).default('SUM'),
  indicators: z.array(indicatorDefinition)
})
export type DimensionDefinition = z.infer<typeof dimensionDefinition>

/** Class of bonuses or deductions with its own cap (S21, S22). `cap` is a positive number of points. */
export const adjustmentClass = z.strictObject({
  code,
  name,
  aliases: z.array(name).default([]),
  sign: z.enum(['BONUS', 'DEDUCTION']),
  cap: decimalString.optional()
})
export type AdjustmentClass = z.infer<typeof adjustmentClass>

export const adjustmentRules = z
  .strictObject({
    classes: z.array(adjustmentClass).default([]),
    /** Cap over all bonus classes together (S40: 10). */
    bonusCap: decimalString.optional(),
    deductionCap: decimalString.optional()
  })
  .prefault({})

/** 赛项: participants, dimensions, adjustments; each race ranks its groups on its own. */
export const raceDefinition = z.strictObject({
  code,
  name,
  groups: z.array(code).min(1),
  /** Declared full mark of the base score, 100 in the ordinary case. */
  fullMark: decimalString.default('100'),
  byGroup: z.array(groupFullMark).default([]),
  /** Kinds of units that take part, where the race is for some only (六比). */
  participants: z.array(unitKind).min(1).optional(),
  dimensions: z.array(dimensionDefinition).min(1),
  adjustments: adjustmentRules,
  tieBreak: z.array(tieBreakMetric).default([]),
  /** Rankings beside the groups': all groups together, each 战线. */
  alsoRank: z.array(z.enum(['ALL', 'LINE'])).default([]),
  grades: gradeRules.optional(),
  personQuotas: personQuotaRules.optional(),
  boards: z.array(boardRule).default([]),
  streaks: z.array(streakRule).default([]),
  year: yearRules
})
export type RaceDefinition = z.infer<typeof raceDefinition>

/** What a word in a value cell means: not applicable, not handed in, or nothing done (a real zero). */
export const emptyWordMeaning = z.enum(['NA', 'MISSING', 'ZERO'])
export type EmptyWordMeaning = z.infer<typeof emptyWordMeaning>

export const DEFAULT_EMPTY_WORDS: Record<string, EmptyWordMeaning> = {
  '/': 'NA',
  '-': 'NA',
  '—': 'NA',
  '——': 'NA',
  '－': 'NA',
  '*': 'NA',
  无: 'NA',
  不适用: 'NA',
  无此项: 'NA',
  '×': 'MISSING',
  'N/A': 'NA',
  暂无: 'MISSING',
  待定: 'MISSING',
  不详: 'MISSING',
  未报: 'MISSING',
  未报送: 'MISSING',
  缺: 'MISSING',
  缺报: 'MISSING',
  未开展: 'ZERO',
  未完成: 'ZERO'
}

export const schemeDefinition = z.strictObject({
  format: z.literal('liangji-scheme'),
  formatVersion: z.literal(1),
  code,
  title: name,
  organisation: name,
  /** 文号 of the method that this scheme carries out. */
  basisDocument: z.string().optional(),
  year: z.number().int().min(1990).max(2100),
  /** First quarter that the scheme is in force for. */
  from: periodKey.optional(),
  lines: z.array(z.strictObject({ code, name })).default([]),
  units: z.array(unitDefinition).min(1),
  groups: z.array(groupDefinition).min(1),
  races: z.array(raceDefinition).min(1),
  /** Rankings over several races. */
  totals: z.array(raceTotal).default([]),
  successions: z.array(succession).default([]),
  vetoKinds: z.array(vetoKind).default([]),
  progress: progressRules,
  policies,
  emptyWords: z.record(z.string(), emptyWordMeaning).default(DEFAULT_EMPTY_WORDS),
  /** True for presets whose figures are invented. */
  sample: z.boolean().default(false)
})
export type SchemeDefinition = z.infer<typeof schemeDefinition>
