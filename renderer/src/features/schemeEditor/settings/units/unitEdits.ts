import type { UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Draft, DraftIndicator, DraftRace, DraftUnit } from '../../editorTab.ts'
import { editEveryIndicator, editEveryRace } from '../draftEdits.ts'
import { moveAt, put } from '../listEdits.ts'
import { newCode } from '../../draft/newCode.ts'
import { addGroup, assign } from './groupEdits.ts'
import type { PastedUnit } from './parseUnitList.ts'

export interface NewUnit {
  name: string
  kind: UnitKind
  shortName?: string
  staff?: number
  /** Code of the group that it joins. */
  group?: string
}

/** Adds units behind row `after` (at the end without it), each with a code of its own. Returns their codes as well. */
export function addUnits(
  draft: Draft,
  added: readonly NewUnit[],
  after?: number
): { draft: Draft; codes: string[] } {
  const units = [...(draft.units ?? [])]
  const codes: string[] = []
  const fresh: DraftUnit[] = []
  for (const { name, kind, shortName, staff } of added) {
    const code = newCode('unit', [...units.map((unit) => unit.code), ...codes])
    codes.push(code)
    fresh.push({
      code,
      name,
      kind,
      ...(shortName === undefined ? {} : { shortName }),
      ...(staff === undefined ? {} : { staff })
    })
  }
  units.splice(after === undefined ? units.length : after + 1, 0, ...fresh)
  const withUnits: Draft = { ...draft, units }
  return {
    codes,
    draft: added.reduce<Draft>(
      (next, unit, index) =>
        unit.group === undefined ? next : assign(next, undefined, [codes[index]!], unit.group),
      withUnits
    )
  }
}

/**
 * Adds the units of a pasted list. A group that the list names and the scheme lacks is made, in the first race; `rest`
 * counts where the list says nothing.
 */
export function addListed(
  draft: Draft,
  listed: readonly PastedUnit[],
  rest: { kind: UnitKind; group?: string }
): Draft {
  const missing = listed.flatMap((row) => (row.group === undefined ? (row.groupName ?? []) : []))
  const withGroups = [...new Set(missing)].reduce(
    (next, name) => addGroup(next, next.races?.[0], name),
    draft
  )
  const made = (withGroups.groups ?? []).slice(draft.groups?.length ?? 0)
  const units = listed.map(({ name, shortName, staff, kind, ...row }): NewUnit => {
    const group = row.group ?? made.find((item) => item.name === row.groupName)?.code ?? rest.group
    return {
      name,
      kind: kind ?? rest.kind,
      ...(shortName === undefined ? {} : { shortName }),
      ...(staff === undefined ? {} : { staff }),
      ...(group === undefined ? {} : { group })
    }
  })
  return addUnits(withGroups, units).draft
}

export function moveUnit(draft: Draft, code: string, by: number): Draft {
  const at = (draft.units ?? []).findIndex((unit) => unit.code === code)
  return { ...draft, units: moveAt(draft.units, at, at + by) }
}

/**
 * Takes units out with everything that only makes sense with them: places in groups, targets, exceptions, shares. What
 * they were provider or owner of stands open again, for the checks to tell. Parameters of rules are left alone.
 */
export function removeUnits(draft: Draft, codes: readonly string[]): Draft {
  const gone = new Set(codes)
  const stays = (code: string | undefined): boolean => code === undefined || !gone.has(code)
  const without: Draft = {
    ...draft,
    units: (draft.units ?? []).filter((unit) => stays(unit.code)),
    groups: (draft.groups ?? []).map((group) => ({
      ...group,
      members: (group.members ?? []).filter((member) => stays(member.unit))
    }))
  }
  const races = editEveryRace(without, (race) =>
    editEveryIndicator(withoutHonours(race, stays), (indicator) => indicatorWithout(indicator, stays))
  )
  if (draft.successions === undefined) return races
  return {
    ...races,
    successions: draft.successions
      .map((entry) => ({
        ...entry,
        from: entry.from?.filter(stays),
        to: entry.to?.filter(stays),
        inherit: entry.inherit?.filter((share) => stays(share.from) && stays(share.to))
      }))
      .filter((entry) => entry.from === undefined || entry.from.length > 0)
  }
}

type Stays = (code: string | undefined) => boolean

function withoutHonours(race: DraftRace, stays: Stays): DraftRace {
  const honours = race.personQuotas?.honours
  if (honours === undefined) return race
  return {
    ...race,
    personQuotas: {
      ...race.personQuotas,
      honours: honours.map((honour) => ({ ...honour, units: honour.units?.filter(stays) }))
    }
  }
}

function indicatorWithout(indicator: DraftIndicator, stays: Stays): DraftIndicator {
  let next = indicator
  if (!stays(indicator.provider)) next = put(next, 'provider', undefined)
  if (!stays(indicator.owner)) next = put(next, 'owner', undefined)
  if (next.targets !== undefined)
    next = { ...next, targets: next.targets.filter((target) => stays(target.unit)) }
  const { units, exceptUnits } = next.appliesTo ?? {}
  if (units !== undefined) next = { ...next, appliesTo: { ...next.appliesTo, units: units.filter(stays) } }
  if (exceptUnits !== undefined) {
    next = { ...next, appliesTo: { ...next.appliesTo, exceptUnits: exceptUnits.filter(stays) } }
  }
  const works = next.shared?.works
  if (works === undefined) return next
  return {
    ...next,
    shared: {
      ...next.shared,
      works: works
        .filter((work) => stays(work.from))
        .map((work) => ({ ...work, shares: work.shares?.filter((share) => stays(share.unit)) }))
    }
  }
}

/** What goes with some units, for the sentence after they were deleted. */
export function targetsOf(draft: Draft, codes: readonly string[]): number {
  return (draft.races ?? [])
    .flatMap((race) => race.dimensions ?? [])
    .flatMap((dimension) => dimension.indicators ?? [])
    .flatMap((indicator) => indicator.targets ?? [])
    .filter((target) => target.unit !== undefined && codes.includes(target.unit)).length
}
