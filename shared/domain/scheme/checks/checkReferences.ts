import type { Problem } from '../../../problem.ts'
import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

interface Known {
  units: ReadonlySet<string>
  groups: ReadonlySet<string>
  lines: ReadonlySet<string>
}

/** Everything that names a unit, group, line, dimension or indicator must find one. */
export function checkReferences(scheme: SchemeDefinition): Problem[] {
  const codes = (things: readonly { code: string }[]): Set<string> =>
    new Set(things.map((thing) => thing.code))
  const known: Known = {
    units: codes(scheme.units),
    groups: codes(scheme.groups),
    lines: codes(scheme.lines)
  }
  return [
    ...scheme.units.flatMap((unit) =>
      unknown(`单位「${unit.name}」`, '战线', known.lines, unit.line === undefined ? [] : [unit.line])
    ),
    ...scheme.groups.flatMap((group) =>
      unknown(
        `组别「${group.name}」`,
        '单位',
        known.units,
        group.members.map((member) => member.unit)
      )
    ),
    ...scheme.races.flatMap((race) => checkRace(race, known))
  ]
}

function checkRace(race: RaceDefinition, known: Known): Problem[] {
  const dimensions = new Set(race.dimensions.map((dimension) => dimension.code))
  const indicators = race.dimensions.flatMap((dimension) => dimension.indicators)
  const indicatorCodes = new Set(indicators.map((indicator) => indicator.code))
  const at = `赛项「${race.name}」`
  const tieDimensions = race.tieBreak.flatMap((metric) =>
    metric.by === 'DIMENSION' ? [metric.dimension] : []
  )
  const tieIndicators = race.tieBreak.flatMap((metric) =>
    metric.by === 'INDICATOR' ? [metric.indicator] : []
  )
  return [
    ...unknown(at, '组别', known.groups, race.groups),
    ...checkVariants(at, race, race),
    ...race.dimensions.flatMap((part) => checkVariants(`板块「${part.name}」`, part, race)),
    ...unknown(`${at}的并列先后`, '板块', dimensions, tieDimensions),
    ...unknown(`${at}的并列先后`, '指标', indicatorCodes, tieIndicators),
    ...indicators.flatMap((indicator) => checkIndicator(indicator, race, known))
  ]
}

function checkIndicator(indicator: IndicatorDefinition, race: RaceDefinition, known: Known): Problem[] {
  const at = `指标「${indicator.name}」`
  const { groups = [], units = [], exceptUnits = [] } = indicator.appliesTo
  const targets = indicator.targets.map((target) => target.unit).filter((unit) => unit !== '*')
  const people = [indicator.provider, indicator.owner].flatMap((unit) => unit ?? [])
  return [
    ...unknown(`${at}的适用范围`, '组别', known.groups, groups),
    ...unknown(`${at}的适用范围`, '单位', known.units, [...units, ...exceptUnits]),
    ...unknown(`${at}的目标`, '单位', known.units, targets),
    ...unknown(`${at}的数据由谁报和责任单位`, '单位', known.units, people),
    ...checkVariants(at, indicator, race),
    ...groups
      .filter((group) => known.groups.has(group) && !race.groups.includes(group))
      .map((group) =>
        schemeProblem(
          'error',
          'GROUP_NOT_IN_RACE',
          `${indicator.code}:${group}`,
          `${at}适用于组别 ${group}，但赛项「${race.name}」没有这个组。`,
          '请把组别加进赛项，或改适用范围。'
        )
      )
  ]
}

/** What differs from group to group is about groups of the race, each once. */
function checkVariants(
  at: string,
  { code, byGroup }: { code: string; byGroup: readonly { group: string }[] },
  race: RaceDefinition
): Problem[] {
  return [...new Set(byGroup.map((entry) => entry.group))]
    .filter((group) => !race.groups.includes(group))
    .map((group) =>
      schemeProblem(
        'error',
        'GROUP_NOT_IN_RACE',
        `${code}:${group}`,
        `${at}对组别 ${group} 另有规定，但赛项「${race.name}」没有这个组。`,
        '请把组别加进赛项，或删去这条分组规定。'
      )
    )
}

function unknown(at: string, what: string, known: ReadonlySet<string>, used: readonly string[]): Problem[] {
  return [...new Set(used)]
    .filter((code) => !known.has(code))
    .map((code) =>
      schemeProblem(
        'error',
        'UNKNOWN_REFERENCE',
        `${what}:${code}`,
        `${at}用到的${what} ${code} 不在方案里。`,
        `请改正代码，或在方案里加上这个${what}。`
      )
    )
}
