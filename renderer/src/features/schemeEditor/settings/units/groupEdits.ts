import type { RankMode } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Draft, DraftGroup, DraftRace, DraftUnit } from '../../editorTab.ts'
import { editEveryDimension, editEveryIndicator, editEveryRace } from '../draftEdits.ts'
import { newCode } from '../../draft/newCode.ts'

/** The groups of a race in the scheme's order; of the whole scheme without one. */
export function groupsOf(draft: Draft, race: DraftRace | undefined): DraftGroup[] {
  const groups = draft.groups ?? []
  if (race === undefined) return groups
  return groups.filter((group) => group.code !== undefined && race.groups?.includes(group.code) === true)
}

/** Groups that each unit stands in, of a race or of the whole scheme. A unit in none has no entry. */
export function placesOf(draft: Draft, race: DraftRace | undefined): Map<string, DraftGroup[]> {
  const places = new Map<string, DraftGroup[]>()
  for (const group of groupsOf(draft, race)) {
    for (const { unit } of group.members ?? []) {
      if (unit !== undefined) places.set(unit, [...(places.get(unit) ?? []), group])
    }
  }
  return places
}

/** Units that may take part in a race: all, or those of its kinds. */
export function candidatesOf(draft: Draft, race: DraftRace | undefined): DraftUnit[] {
  const kinds = race?.participants
  return (draft.units ?? []).filter(
    (unit) => kinds === undefined || (unit.kind !== undefined && kinds.includes(unit.kind))
  )
}

export interface MembershipFaults {
  /** Candidates of the race that stand in no group of it. */
  unassigned: string[]
  /** Units that stand in several groups of one race, or twice in one group. */
  double: string[]
}

/** Every unit has exactly one group per race (§6.5); who has none, who has several. */
export function membershipFaults(draft: Draft, race: DraftRace): MembershipFaults {
  const places = placesOf(draft, race)
  return {
    unassigned: candidatesOf(draft, race).flatMap((unit) =>
      unit.code === undefined || places.has(unit.code) ? [] : [unit.code]
    ),
    double: [...places].filter(([, groups]) => groups.length > 1).map(([unit]) => unit)
  }
}

/** Groups that no race uses, as a board of their own; null where there are none or no races yet. */
export function unusedGroups(draft: Draft): string[] | null {
  const races = draft.races ?? []
  if (races.length === 0) return null
  const used = new Set(races.flatMap((race) => race.groups ?? []))
  const unused = (draft.groups ?? []).flatMap((group) =>
    group.code === undefined || used.has(group.code) ? [] : [group.code]
  )
  return unused.length === 0 ? null : unused
}

/**
 * Puts units into a group of a race and out of the race's others (null: out of all of them). How they are ranked comes
 * along unless `rankMode` says otherwise. Groups of other races are left alone; without a race all groups are one board.
 */
export function assign(
  draft: Draft,
  race: DraftRace | undefined,
  units: readonly string[],
  group: string | null,
  rankMode?: RankMode
): Draft {
  const moving = new Set(units)
  const within = new Set(groupsOf(draft, race).map((item) => item.code))
  const before = new Map(
    groupsOf(draft, race).flatMap((item) =>
      (item.members ?? []).map((member) => [member.unit, member.rankMode] as const)
    )
  )
  return {
    ...draft,
    groups: (draft.groups ?? []).map((item) => {
      if (!within.has(item.code)) return item
      const rest = (item.members ?? []).filter(
        (member) => member.unit === undefined || !moving.has(member.unit)
      )
      if (item.code !== group) return { ...item, members: rest }
      const joined = units.map((unit) => {
        const mode = rankMode ?? before.get(unit)
        return mode === undefined ? { unit } : { unit, rankMode: mode }
      })
      return { ...item, members: [...rest, ...joined] }
    })
  }
}

/** How some members of a race's groups are ranked. */
export function setRankMode(
  draft: Draft,
  race: DraftRace | undefined,
  units: readonly string[],
  rankMode: RankMode
): Draft {
  const within = new Set(groupsOf(draft, race).map((item) => item.code))
  return {
    ...draft,
    groups: (draft.groups ?? []).map((group) =>
      within.has(group.code)
        ? {
            ...group,
            members: (group.members ?? []).map((member) =>
              member.unit !== undefined && units.includes(member.unit) ? { ...member, rankMode } : member
            )
          }
        : group
    )
  }
}

/** A new group, in the race as well. */
export function addGroup(draft: Draft, race: DraftRace | undefined, name: string): Draft {
  const code = newCode(
    'group',
    (draft.groups ?? []).map((group) => group.code)
  )
  const added: Draft = { ...draft, groups: [...(draft.groups ?? []), { code, name, members: [] }] }
  if (race === undefined) return added
  return editEveryRace(added, (item) =>
    item.code === race.code ? { ...item, groups: [...(item.groups ?? []), code] } : item
  )
}

/** Takes a group out with its full marks, rules and limits to it. */
export function removeGroup(draft: Draft, code: string): Draft {
  const others = <T extends { group?: string | undefined }>(list: T[] | undefined): T[] | undefined =>
    list?.filter((item) => item.group !== code)
  const without: Draft = { ...draft, groups: (draft.groups ?? []).filter((group) => group.code !== code) }
  return editEveryRace(without, (race) => {
    const dimensions = editEveryDimension(race, (dimension) => ({
      ...dimension,
      byGroup: others(dimension.byGroup)
    }))
    const indicators = editEveryIndicator(dimensions, (indicator) => ({
      ...indicator,
      byGroup: others(indicator.byGroup),
      ...(indicator.appliesTo?.groups === undefined
        ? {}
        : {
            appliesTo: {
              ...indicator.appliesTo,
              groups: indicator.appliesTo.groups.filter((group) => group !== code)
            }
          })
    }))
    return {
      ...indicators,
      groups: race.groups?.filter((group) => group !== code),
      byGroup: others(race.byGroup)
    }
  })
}
