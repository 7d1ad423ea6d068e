import type { Problem } from '../../../problem.ts'
import { fieldsOfRule, ruleKindOf, RULE_KINDS } from '../../scoring/registry.ts'
import { targetDefinitionOf } from '../../scoring/effectiveTarget.ts'
import { unitsOfIndicator } from '../appliesTo.ts'
import { issueText } from '../issueText.ts'
import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/** Rules of all indicators: known kind, readable parameters, the kind's own check, targets, who reports. */
export function checkRules(scheme: SchemeDefinition): Problem[] {
  return scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.flatMap((indicator) => [
        ...checkRule(indicator),
        ...checkTargets(scheme, race, indicator),
        ...checkPeople(indicator),
        ...checkUse(scheme, race, indicator)
      ])
    )
  )
}

function checkRule(indicator: IndicatorDefinition): Problem[] {
  const at = `指标「${indicator.name}」`
  const kind = ruleKindOf(indicator.rule.kind)
  if (kind === undefined) {
    const known = RULE_KINDS.map((entry) => `${entry.kind}（${entry.name}）`).join('、')
    return [
      schemeProblem(
        'error',
        'UNKNOWN_RULE_KIND',
        indicator.code,
        `${at}的计分方式「${indicator.rule.kind}」本软件不认识。`,
        `可用的有 ${known}。`
      )
    ]
  }
  const params = kind.params.safeParse(indicator.rule.params, { reportInput: true })
  if (!params.success) {
    return params.error.issues.map((issue) => {
      const key = issue.path.map(String).join('.')
      const label = kind.form.find((field) => field.key === issue.path[0])?.label ?? key
      return schemeProblem(
        'error',
        'RULE_PARAMS',
        `${indicator.code}:${key}`,
        `${at}（${kind.name}）的参数${label === '' ? '' : `「${label}」`}${issueText(issue)}。`,
        '请在指标的计分方式里改正。'
      )
    })
  }
  return kind.check(params.data, indicator).map((problem) => ({
    ...problem,
    message: `${at}：${problem.message}。`,
    ...(problem.suggestion === undefined ? {} : { suggestion: `${problem.suggestion}。` }),
    group: `${problem.code}:${indicator.code}`
  }))
}

/** A kind that reads targets wants one for every unit; a sheet may still state it, so this is asked, not refused. */
function checkTargets(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): Problem[] {
  if (!fieldsOfRule(indicator.rule).includes('target')) return []
  const without = unitsOfIndicator(scheme, race, indicator).filter((unit) => {
    const target = targetDefinitionOf(indicator, unit)
    return target === null || (target.base === undefined && target.phased === undefined)
  })
  if (without.length === 0) return []
  const names = new Map(scheme.units.map((unit) => [unit.code, unit.name]))
  const shown = without.slice(0, 3).map((unit) => names.get(unit) ?? unit)
  const who = `${shown.join('、')}${without.length > 3 ? ` 等 ${without.length} 个单位` : ''}`
  return [
    schemeProblem(
      'confirm',
      'TARGET_MISSING',
      indicator.code,
      `指标「${indicator.name}」没有给${who}下达目标。`,
      '请下达目标；不下达就按报表里填的目标算，两处都没有就不能计分。'
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
