import type { Draft, DraftDimension, DraftIndicator, DraftRace } from '../editorTab.ts'
import { replaceAt } from './listEdits.ts'

export type DraftPolicies = NonNullable<Draft['policies']>
export type DraftProgress = NonNullable<Draft['progress']>

export function editRace(draft: Draft, index: number, update: (race: DraftRace) => DraftRace): Draft {
  return { ...draft, races: replaceAt(draft.races, index, update) }
}

export function editEveryRace(draft: Draft, update: (race: DraftRace) => DraftRace): Draft {
  return draft.races === undefined ? draft : { ...draft, races: draft.races.map(update) }
}

export function editEveryDimension(
  race: DraftRace,
  update: (dimension: DraftDimension) => DraftDimension
): DraftRace {
  return race.dimensions === undefined ? race : { ...race, dimensions: race.dimensions.map(update) }
}

export function editEveryIndicator(
  race: DraftRace,
  update: (indicator: DraftIndicator) => DraftIndicator
): DraftRace {
  return editEveryDimension(race, (dimension) =>
    dimension.indicators === undefined
      ? dimension
      : { ...dimension, indicators: dimension.indicators.map(update) }
  )
}

/** One switch of the scheme; `undefined` takes the answer back. */
export function editPolicies(draft: Draft, changes: DraftPolicies): Draft {
  const policies = Object.fromEntries(
    Object.entries({ ...draft.policies, ...changes }).filter(([, value]) => value !== undefined)
  ) as DraftPolicies
  return { ...draft, policies }
}

export function editProgress(draft: Draft, changes: DraftProgress): Draft {
  return { ...draft, progress: { ...draft.progress, ...changes } }
}
