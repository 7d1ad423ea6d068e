import { policies, type Policies } from '#shared/domain/scheme/policies.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import {
  adjustmentRules,
  direction,
  nature,
  rankMode,
  unitKind,
  type IndicatorDefinition,
  type RaceDefinition,
  type SchemeDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import { yearRules } from '#shared/domain/scheme/yearRules.ts'
import type { Draft, DraftIndicator, DraftRace } from '../editorTab.ts'
import { markOf } from './markOf.ts'

const mark = (text: unknown): string => markOf(text)?.toFixed() ?? '0'

/** A draft's indicator with what is missing filled in, for the rule kinds' sentences, checks and pictures. */
export function filledIndicator(indicator: DraftIndicator): IndicatorDefinition {
  return {
    code: indicator.code ?? '',
    name: indicator.name ?? '',
    aliases: indicator.aliases ?? [],
    unit: typeof indicator.unit === 'string' ? indicator.unit : '',
    direction: direction.safeParse(indicator.direction).data ?? 'UP',
    nature: nature.safeParse(indicator.nature).data ?? 'PERIOD',
    precision: typeof indicator.precision === 'number' ? indicator.precision : 2,
    fullMark: mark(indicator.fullMark),
    appliesTo: {
      groups: indicator.appliesTo?.groups,
      units: indicator.appliesTo?.units,
      exceptUnits: indicator.appliesTo?.exceptUnits
    },
    rule: { kind: indicator.rule?.kind ?? '', params: indicator.rule?.params ?? {} },
    byGroup: [],
    targets: []
  }
}

/** The switches of the scheme; all of them as they are by default where the draft's own cannot be read. */
export function filledPolicies(draft: Draft): Policies {
  const own = policies.safeParse(draft.policies)
  return own.success ? own.data : policies.parse({})
}

export function filledRace(race: DraftRace): RaceDefinition {
  const participants = race.participants?.filter((kind) => unitKind.safeParse(kind).success)
  return {
    code: race.code ?? '',
    name: race.name ?? '',
    groups: race.groups ?? [],
    fullMark: mark(race.fullMark ?? '100'),
    byGroup: [],
    ...(participants === undefined || participants.length === 0 ? {} : { participants }),
    dimensions: [],
    adjustments: adjustmentRules.parse({}),
    tieBreak: [],
    alsoRank: [],
    boards: [],
    streaks: [],
    year: yearRules.parse({})
  }
}

/**
 * Units and groups of a draft as a scheme, so that the domain itself says who takes part in what. What cannot be read is
 * left out; races come one by one (`filledRace`).
 */
export function filledScheme(draft: Draft): SchemeDefinition {
  return {
    format: 'liangji-scheme',
    formatVersion: 1,
    code: draft.code ?? '',
    title: draft.title ?? '',
    organisation: draft.organisation ?? '',
    year: draft.year ?? 0,
    lines: [],
    units: (draft.units ?? []).flatMap(({ code, name, kind, from, until }) =>
      code === undefined
        ? []
        : [
            {
              code,
              name: name ?? code,
              kind: unitKind.safeParse(kind).data ?? 'DEPARTMENT',
              aliases: [],
              ...(from === undefined ? {} : { from }),
              ...(until === undefined ? {} : { until })
            }
          ]
    ),
    groups: (draft.groups ?? []).map((group) => ({
      code: group.code ?? '',
      name: group.name ?? '',
      members: (group.members ?? []).flatMap((member) =>
        member.unit === undefined
          ? []
          : [{ unit: member.unit, rankMode: rankMode.safeParse(member.rankMode).data ?? 'RANKED' }]
      )
    })),
    races: (draft.races ?? []).map(filledRace),
    totals: [],
    successions: [],
    vetoKinds: [],
    progress: progressRules.parse({}),
    policies: filledPolicies(draft),
    emptyWords: {},
    sample: false
  }
}
