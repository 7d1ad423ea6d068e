import { canonical, dec } from '#shared/domain/number/decimal.ts'
import type { CatalogueParts, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { partsOfRule, readsPlaces } from '#shared/domain/importing/names/partsOfRule.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { IndicatorDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import { judgeParams } from '#shared/domain/scoring/kinds/judgeParams.ts'
import { fieldsOfRule, ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'

/** Aliases that people have confirmed: text → unit code. */
export interface KnownAlias {
  text: string
  unit: string
}

/**
 * The highest mark that a rater may give: `max` or `outOf` of the rule. A score given directly without either lies within the
 * full mark; for other rules the importer's own default holds.
 */
function ratingMaxOf(indicator: IndicatorDefinition): string | null {
  const { rule } = indicator
  const params = ruleKindOf(rule.kind)?.params.safeParse(rule.params)
  if (params?.success !== true) return null
  const { max, outOf } = params.data as { max?: unknown; outOf?: unknown }
  const most = [max, outOf].find((value) => typeof value === 'string')
  return most ?? (rule.kind === 'DIRECT_SCORE' ? highestFullMark(indicator) : null)
}

/** Evaluator groups of a rule whose raters mark one by one. */
function raterGroupsOf({ kind, params }: IndicatorDefinition['rule']): string[] {
  if (kind !== 'JUDGE_MEAN') return []
  const parsed = judgeParams.safeParse(params)
  return parsed.success ? parsed.data.groups.map(({ name }) => name) : []
}

/** Parts of the indicator's own rule and of those that groups have instead, as far as these are of the same kind. */
function partsOf(indicator: IndicatorDefinition): CatalogueParts | null {
  const found = rulesOf(indicator).flatMap((rule) => partsOfRule(rule, indicator.unit) ?? [])
  const [first] = found
  if (first === undefined) return null
  const alike = found.filter(({ kind }) => kind === first.kind)
  const parts = new Map(alike.flatMap((one) => one.parts).map((part) => [part.name, part]))
  return {
    kind: first.kind,
    parts: [...parts.values()],
    groups: [...new Set(alike.flatMap(({ groups }) => groups))]
  }
}

/** The rules by which an indicator is scored: its own, and what some group has instead (S4). */
function rulesOf({ rule, byGroup }: IndicatorDefinition): IndicatorDefinition['rule'][] {
  return [rule, ...byGroup.flatMap((variant) => variant.rule ?? [])]
}

/** The most points that any group has for it (S10). A mark above its own group's is told when scores are computed. */
function highestFullMark({ fullMark, byGroup }: IndicatorDefinition): string {
  return byGroup
    .flatMap((variant) => variant.fullMark ?? [])
    .reduce((highest, mark) => (dec(mark).greaterThan(dec(highest)) ? mark : highest), fullMark)
}

/** All names that an import of `period` may meet. */
export function catalogueOf(
  scheme: SchemeDefinition,
  period: PeriodKey,
  aliases: readonly KnownAlias[]
): ImportCatalogue {
  const indicators = scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.map((indicator) => {
        const units = unitsOfIndicator(scheme, race, indicator, period)
        const targets = units.flatMap((unit) => {
          const target = effectiveTarget(indicator, unit, period)
          return target === null ? [] : [[unit, canonical(target.value)] as const]
        })
        return {
          code: indicator.code,
          name: indicator.name,
          aliases: indicator.aliases,
          dimension: dimension.code,
          dimensionName: dimension.name,
          unit: indicator.unit,
          direction: indicator.direction,
          nature: indicator.nature,
          ratingMax: ratingMaxOf(indicator),
          parts: partsOf(indicator),
          raterGroups: raterGroupsOf(indicator.rule),
          readsPlaces: rulesOf(indicator).some(readsPlaces),
          fullMark: highestFullMark(indicator),
          ruleKind: indicator.rule.kind,
          fields: [...new Set(rulesOf(indicator).flatMap((rule) => fieldsOfRule(rule)))],
          units: new Set(units),
          targets: new Map(targets),
          provider: indicator.provider ?? null
        }
      })
    )
  )
  return {
    period,
    organisation: scheme.organisation,
    units: scheme.units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName ?? null,
      aliases: [
        ...unit.aliases,
        ...aliases.filter((alias) => alias.unit === unit.code).map((alias) => alias.text)
      ],
      groups: scheme.groups
        .filter((group) => group.members.some((m) => m.unit === unit.code))
        .map((group) => group.code)
    })),
    indicators,
    dimensions: scheme.races.flatMap((race) => race.dimensions.map(({ code, name }) => ({ code, name }))),
    adjustmentClasses: scheme.races.flatMap((race) => race.adjustments.classes),
    emptyWords: scheme.emptyWords
  }
}
