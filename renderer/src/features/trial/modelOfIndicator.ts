import type {
  GroupDefinition,
  IndicatorDefinition,
  RaceDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import type { TrialModel } from './trialModel.ts'

export interface TakenIndicator {
  model: TrialModel
  /** Name of the one group whose units were taken; null for all units. */
  group: string | null
}

/**
 * An indicator of the scheme in force as a trial: its rule, and its units with the targets that count this quarter. Units go by
 * name here; parameters that name units by code are put into names as well. Where units are compared, only one group's are
 * taken: groups never compare with each other.
 */
export function modelOfIndicator(view: SchemeView, indicator: IndicatorDefinition): TakenIndicator {
  const { definition, targets } = view
  const race = definition.races.find((item) =>
    item.dimensions.some((dimension) => dimension.indicators.includes(indicator))
  )
  const all = race === undefined ? [] : unitsOfIndicator(definition, race, indicator)
  const group = ruleKindOf(indicator.rule.kind)?.comparesUnits === true ? firstGroup(view, race, all) : null
  const units = group === null ? all : all.filter((unit) => memberOf(group, unit))
  const nameOf = (code: string): string => definition.units.find((unit) => unit.code === code)?.name ?? code
  const listed = new Set(
    definition.groups
      .filter((group) => race?.groups.includes(group.code) === true)
      .flatMap((group) => group.members)
      .filter((member) => member.rankMode !== 'RANKED')
      .map((member) => member.unit)
  )
  const own = new Map(indicator.targets.map((target) => [target.unit, target]))
  const model: TrialModel = {
    kind: indicator.rule.kind,
    params: withNames(indicator.rule.params, nameOf),
    indicator: {
      name: indicator.name,
      unit: indicator.unit,
      direction: indicator.direction,
      nature: indicator.nature,
      precision: indicator.precision,
      fullMark: indicator.fullMark
    },
    extra: [],
    rows: units.map((code) => {
      const target = own.get(code) ?? own.get('*')
      const cells = {
        target: targets[indicator.code]?.[code]?.value,
        stretch: target?.stretch,
        rankTarget: target?.rankTarget === undefined ? undefined : String(target.rankTarget)
      }
      return {
        unit: nameOf(code),
        ranked: !listed.has(code),
        cells: Object.fromEntries(
          Object.entries(cells).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
        )
      }
    })
  }
  return { model, group: group?.name ?? null }
}

/** The first group that any of the units stands in. */
function firstGroup(
  { definition }: SchemeView,
  race: RaceDefinition | undefined,
  units: readonly string[]
): GroupDefinition | null {
  const groups = definition.groups.filter((group) => race?.groups.includes(group.code) === true)
  const holding = groups.filter((group) => units.some((unit) => memberOf(group, unit)))
  return holding.length > 1 ? holding[0]! : null
}

function memberOf(group: GroupDefinition, unit: string): boolean {
  return group.members.some((member) => member.unit === unit)
}

function withNames(
  params: Readonly<Record<string, unknown>>,
  nameOf: (code: string) => string
): Record<string, unknown> {
  const named = (row: unknown): unknown =>
    typeof row === 'object' && row !== null && 'unit' in row && typeof row.unit === 'string'
      ? { ...row, unit: nameOf(row.unit) }
      : row
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value.map(named) : value])
  )
}
