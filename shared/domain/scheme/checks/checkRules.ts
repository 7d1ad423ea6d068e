import type { Problem } from '../../../problem.ts'
import { fieldsOfRule } from '../../scoring/registry.ts'
import { targetDefinitionOf } from '../../scoring/effectiveTarget.ts'
import { membersOfRace, unitsOfIndicator } from '../appliesTo.ts'
import { indicatorForGroup } from '../forGroup.ts'
import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { checkParamCodes } from './checkParamCodes.ts'
import { checkRule } from './checkRule.ts'
import { checkShared } from './checkShared.ts'
import { namesIn, repeatedIn, someOf } from './checkWords.ts'

/** Every indicator by itself: its rule, targets, shared work, who reports it, whom it is for. */
export function checkRules(scheme: SchemeDefinition): Problem[] {
  const names = { unit: namesIn(scheme.units), group: namesIn(scheme.groups) }
  return scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.flatMap((indicator) => [
        ...checkRule(indicator, names),
        ...checkParamCodes(scheme, indicator),
        ...checkTargets(scheme, race, indicator),
        ...checkTwice(scheme, indicator),
        ...checkShared(scheme, race, indicator),
        ...checkPeople(indicator),
        ...checkUse(scheme, race, indicator)
      ])
    )
  )
}

/** Units whose rule (in their group) reads a target. Places by nearness to a target need one as well. */
function unitsWithTarget(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): string[] {
  const applies = new Set(unitsOfIndicator(scheme, race, indicator))
  return [...membersOfRace(scheme, race)].flatMap(([group, members]) => {
    const { rule, direction } = indicatorForGroup(indicator, group.code)
    const reads =
      fieldsOfRule(rule).includes('target') || (direction === 'TARGET' && rule.kind === 'RANK_POINTS')
    return reads ? members.map((member) => member.unit.code).filter((unit) => applies.has(unit)) : []
  })
}

/** A kind that reads targets wants one for every unit; a sheet may still state it, so this is asked, not refused. */
function checkTargets(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): Problem[] {
  const without = unitsWithTarget(scheme, race, indicator).filter((unit) => {
    const target = targetDefinitionOf(indicator, unit)
    return target === null || (target.base === undefined && target.phased === undefined)
  })
  if (without.length === 0) return []
  return [
    schemeProblem(
      'confirm',
      'TARGET_MISSING',
      indicator.code,
      `指标「${indicator.name}」没有给${someOf(without.map(namesIn(scheme.units)))}下达目标。`,
      '请下达目标；不下达就按报表里填的目标算，两处都没有就不能计分。'
    )
  ]
}

/** Two targets for one unit, two variants for one group: only the first would ever count. */
function checkTwice(scheme: SchemeDefinition, indicator: IndicatorDefinition): Problem[] {
  const unit = namesIn([...scheme.units, { code: '*', name: '全部单位' }])
  const group = namesIn(scheme.groups)
  const twice = (what: string): Problem =>
    schemeProblem(
      'error',
      'DUPLICATE_ENTRY',
      `${indicator.code}:${what}`,
      `指标「${indicator.name}」${what}写了两次。`,
      '请只留一处。'
    )
  return [
    ...repeatedIn(indicator.targets.map((target) => target.unit)).map((code) =>
      twice(`给${unit(code)}的目标`)
    ),
    ...repeatedIn(indicator.byGroup.map((entry) => entry.group)).map((code) =>
      twice(`对组别「${group(code)}」的规定`)
    )
  ]
}

function checkPeople(indicator: IndicatorDefinition): Problem[] {
  const missing = [
    indicator.provider === undefined ? '数据由谁报' : null,
    indicator.owner === undefined ? '责任单位' : null
  ].filter((name) => name !== null)
  if (missing.length === 0) return []
  return [
    schemeProblem(
      'confirm',
      'PEOPLE_MISSING',
      indicator.code,
      `指标「${indicator.name}」没有写${missing.join('和')}。`,
      '请补上，缺报时才知道找谁。'
    )
  ]
}

function checkUse(scheme: SchemeDefinition, race: RaceDefinition, indicator: IndicatorDefinition): Problem[] {
  if (unitsOfIndicator(scheme, race, indicator).length > 0) return []
  return [
    schemeProblem(
      'confirm',
      'INDICATOR_UNUSED',
      indicator.code,
      `指标「${indicator.name}」不适用于任何单位。`,
      '请改适用范围，或删去指标。'
    )
  ]
}
