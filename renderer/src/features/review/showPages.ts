import { revealSteps, type RevealStep, type Speaker } from '#shared/domain/cadence/reviewPlan.ts'
import type { GroupResult, RaceResult, ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { listedUnits } from '#shared/domain/report/namedUnits.ts'
import type { Review } from './useReview.ts'

/** A page of the wall: the board of a group, or a unit that speaks. */
export type ShowPage =
  | {
      kind: 'BOARD'
      race: RaceResult
      group: GroupResult
      /** Ranked units that are named, first place first. */
      units: readonly UnitResult[]
      steps: readonly RevealStep[]
      /** Ranked, but not named. */
      rest: number
    }
  | { kind: 'UNIT'; no: number; speaker: Speaker; next: string | null }

/** Boards of all groups, then everybody who speaks, in the order of the plan. */
export function showPages({
  results,
  plan,
  speakers
}: Pick<Review, 'results' | 'plan' | 'speakers'>): ShowPage[] {
  const boards = results.races.flatMap((race) =>
    race.groups.flatMap((group): ShowPage[] => {
      const ranked = group.units.filter(({ rank }) => rank !== null)
      const units = listedUnits(group, { topOnly: null, bottom: plan.bottom }).filter(
        ({ rank }) => rank !== null
      )
      if (ranked.length === 0) return []
      const rest = ranked.length - units.length
      return [{ kind: 'BOARD', race, group, units, steps: revealSteps(units), rest }]
    })
  )
  const speaking = speakers.map((speaker, index): ShowPage => ({
    kind: 'UNIT',
    no: index + 1,
    speaker,
    next: speakers[index + 1]?.unit.name ?? null
  }))
  return [...boards, ...speaking]
}

export interface ShowState {
  page: number
  /** Steps uncovered on each board. */
  revealed: readonly number[]
}

export type ShowMove = 'FORWARD' | 'BACK' | 'ALL' | 'NEXT' | 'PREVIOUS'

const stepsOf = (page: ShowPage | undefined): number => (page?.kind === 'BOARD' ? page.steps.length : 0)

/** FORWARD uncovers, and turns the page where nothing is covered any more; BACK undoes exactly that. */
export function moveShow(pages: readonly ShowPage[], state: ShowState, move: ShowMove): ShowState {
  const { page, revealed } = state
  const shown = revealed[page] ?? 0
  const all = stepsOf(pages[page])
  const turn = (to: number): ShowState => ({ revealed, page: Math.min(pages.length - 1, Math.max(0, to)) })
  const show = (steps: number): ShowState => ({
    page,
    revealed: pages.map((_, index) => (index === page ? steps : (revealed[index] ?? 0)))
  })
  switch (move) {
    case 'FORWARD':
      return shown < all ? show(shown + 1) : turn(page + 1)
    case 'BACK':
      return shown > 0 && pages[page]?.kind === 'BOARD' ? show(shown - 1) : turn(page - 1)
    case 'ALL':
      return show(all)
    case 'NEXT':
      return turn(page + 1)
    case 'PREVIOUS':
      return turn(page - 1)
  }
}

/** Where the show begins: with the boards, or with the first unit. */
export function startOf(pages: readonly ShowPage[], from: string | null): ShowState {
  const first = from === 'units' ? pages.findIndex(({ kind }) => kind === 'UNIT') : 0
  return { page: Math.max(0, first), revealed: [] }
}

/** Full mark of a group, which may differ from the race's. */
export function fullMarkOf({ races }: ResultSet, { race, group }: Speaker): string {
  return group.fullMark ?? races.find((each) => each.race === race)?.fullMark ?? '100'
}
