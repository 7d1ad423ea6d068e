import type { PeriodState } from '#shared/domain/period/periodState.ts'
import type { YearUnit } from '#shared/domain/period/yearResult.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import type { YearView } from '#shared/ipc/year.ts'
import type { Handlers } from '../fakeApi.ts'
import { periodView } from '../fixtures/views.ts'
import { DIFF } from '../standings/revisionFixtures.ts'
import { standingHandlers, standingView, vetoScheme } from '../standings/standingHandlers.ts'
import { YEAR } from '../standings/yearFixture.ts'
import { unitView } from '../unit/unitHandlers.ts'

/** As many rows as a bureau has, so that the pictures show how full the pages get. */
function full(over: Partial<ResultsView> = {}): ResultsView {
  const view = standingView(over)
  const race = view.results!.races[0]!
  const group = race.groups[0]!
  const ranked = group.units.filter((unit) => unit.rank !== null)
  Object.assign(race.grades[0]!.levels[1]!, { places: 5, sentence: '14 个单位 × 40% = 5.60，去尾 5 个' })
  ranked.slice(3).forEach((unit, index) => {
    unit.grade = { grade: index < 4 ? '良好' : '合格', sentence: '其余单位', ruleGrade: null }
    race.grades[0]!.levels[index < 4 ? 1 : 2]!.members.push(unit.unit)
  })
  ranked[0]!.personQuota = {
    staff: 21,
    percent: '15',
    places: 3,
    sentence: '优秀 15%；在编 21 人 × 15% = 3.15，去尾 3 个'
  }
  const [board] = race.boards
  board!.entries = [
    ...ranked.slice(0, 5).map((unit) => entryOf(unit, 'GOOD', '超额完成，且在前 5 名')),
    ...ranked.slice(-4).map((unit) => entryOf(unit, 'BAD', '没有完成，且在后 4 名'))
  ]
  race.sideRankings[0]!.rows = race.groups
    .flatMap((each) => each.units)
    .filter((unit) => unit.rank !== null)
    .sort((a, b) => Number(b.total!.exact) - Number(a.total!.exact))
    .map((unit, index) => ({
      unit: unit.unit,
      name: unit.name,
      group: unit.group,
      rank: index + 1,
      tied: false,
      total: unit.total,
      sentence: `总得分 ${unit.total!.printed}`
    }))
  return view
}

type Unit = NonNullable<ResultsView['results']>['races'][number]['groups'][number]['units'][number]

function entryOf(unit: Unit, side: 'GOOD' | 'BAD', reason: string) {
  const { unit: code, name, rank } = unit
  return { unit: code, name, side, topic: null, rank, text: unit.total!.printed, reason }
}

/** The year of the whole group, out of the one unit that the tests know. */
function wholeYear(): YearView {
  const year = structuredClone(YEAR)
  const group = year.result.races[0]!.groups[0]!
  const [known] = group.units
  group.units = full()
    .results!.races[0]!.groups[0]!.units.filter((unit) => unit.rank !== null)
    .map((unit): YearUnit => ({
      ...known!,
      unit: unit.unit,
      name: unit.name,
      rank: unit.rank,
      tied: unit.tied,
      total: unit.total,
      quarters: known!.quarters.map((quarter, at) =>
        at === 2 ? { ...quarter, score: unit.total!.printed, rank: unit.rank } : quarter
      )
    }))
  return year
}

export function standingWorld(state: PeriodState = 'computed'): Handlers {
  const open = state === 'computed'
  return standingHandlers({
    'period.list': () => [periodView('2026Q2', 'published'), periodView('2026Q3', state)],
    'ranking.get': () => full(open ? {} : { period: periodView('2026Q3', state) }),
    'ranking.month': ({ month }) => ({ ...full().results!, month }),
    'unit.get': ({ period, unit }) => {
      const view = unitView(period, unit)
      const own = full()
        .results!.races[0]!.groups.flatMap((group) => group.units)
        .find((candidate) => candidate.unit === unit)
      return own === undefined ? view : { ...view, result: own }
    },
    'scheme.get': () => vetoScheme(),
    'revision.compare': () => DIFF,
    'revision.verify': ({ snapshot }) => ({
      snapshot,
      ok: true,
      inputs: { recorded: 'ab', found: 'ab' },
      results: { recorded: 'cd', found: 'cd' },
      differences: [],
      notes: []
    }),
    'year.get': () => wholeYear()
  })
}
