import {
  schemeDefinition,
  type IndicatorDefinition,
  type SchemeDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Draft } from '../editorTab.ts'

const text = schemeEditorText.difference

interface Coded {
  code: string
}

/**
 * What a draft changes against the version in force, one line a kind of thing, with counts. Both are compared with all
 * defaults filled in, so that a default that is written out is no change. Null when the draft cannot be read as a whole.
 */
export function schemeDifference(before: SchemeDefinition, draft: Draft): string[] | null {
  const parsed = schemeDefinition.safeParse(draft)
  if (!parsed.success) return null
  const after = parsed.data
  const old = indicatorsOf(before)
  const now = indicatorsOf(after)
  const withoutTargets = (list: readonly IndicatorDefinition[]): Coded[] =>
    list.map(({ targets: _, ...rest }) => rest)
  const targets = (list: readonly IndicatorDefinition[]): Coded[] =>
    list.map(({ code, targets: own }) => ({ code, own }))
  const kept = now.filter(({ code }) => old.some((one) => one.code === code))
  const lines = [
    listLine(text.units, before.units, after.units),
    listLine(text.groups, before.groups, after.groups),
    listLine(text.races, racesOf(before), racesOf(after)),
    listLine(text.dimensions, dimensionsOf(before), dimensionsOf(after)),
    listLine(text.indicators, withoutTargets(old), withoutTargets(now)),
    listLine(
      text.targets,
      targets(old).filter(({ code }) => kept.some((one) => one.code === code)),
      targets(kept)
    ),
    same(before.policies, after.policies) ? null : text.policies,
    same(restOf(before), restOf(after)) ? null : text.rest
  ]
  return lines.filter((line) => line !== null)
}

const indicatorsOf = (scheme: SchemeDefinition): IndicatorDefinition[] =>
  scheme.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))

/** Settings of a race; its dimensions are counted by themselves. */
const racesOf = (scheme: SchemeDefinition): Coded[] => scheme.races.map(({ dimensions: _, ...rest }) => rest)

const dimensionsOf = (scheme: SchemeDefinition): Coded[] =>
  scheme.races.flatMap((race) =>
    race.dimensions.map(({ indicators, ...rest }) => ({
      ...rest,
      code: `${race.code}/${rest.code}`,
      order: indicators.map(({ code }) => code)
    }))
  )

function restOf(scheme: SchemeDefinition): unknown {
  const { units: _u, groups: _g, races: _r, policies: _p, ...rest } = scheme
  return rest
}

function listLine(what: string, before: readonly Coded[], after: readonly Coded[]): string | null {
  const added = after.filter(({ code }) => !before.some((one) => one.code === code)).length
  const removed = before.filter(({ code }) => !after.some((one) => one.code === code)).length
  const changed = after.filter((one) => {
    const old = before.find(({ code }) => code === one.code)
    return old !== undefined && !same(old, one)
  }).length
  return added + removed + changed === 0 ? null : text.line(what, added, removed, changed)
}

/** Equal apart from the order of fields. */
function same(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
}
