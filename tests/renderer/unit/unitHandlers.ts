import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { dec, mean } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import type { GroupResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { SourceSnippet, UnitView } from '#shared/ipc/results.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { periodView, results, resultsView } from '../fixtures/views.ts'

const QUARTERS: PeriodKey[] = ['2026Q1', '2026Q2', '2026Q3']

function find(period: PeriodKey, code: string): { group: GroupResult; unit: UnitResult } | null {
  for (const group of results(period).races[0]!.groups) {
    const unit = group.units.find((one) => one.unit === code)
    if (unit !== undefined) return { group, unit }
  }
  return null
}

const indicators = (unit: UnitResult) => unit.dimensions.flatMap((dimension) => dimension.indicators)

/** One unit as main shows it, out of the bureau's results. */
export function unitView(period: PeriodKey, code: string): UnitView {
  const found = find(period, code)
  if (found === null) throw new Refusal('NOT_FOUND', '这一季度没有这个单位的成绩。')
  const { group, unit } = found
  const order = group.units.map((one) => one.unit)
  const at = order.indexOf(code)
  const ranked = group.units.filter((one) => one.rank !== null)
  const above = unit.rank === null ? undefined : ranked.filter((one) => one.rank! < unit.rank!).at(-1)
  const standing = (one: UnitResult | undefined) =>
    one?.total == null ? null : { unit: one.unit, name: one.name, total: one.total.printed }
  const before = find('2026Q2', code)?.unit
  return {
    period: periodView(period),
    preview: period === '2026Q3',
    result: unit,
    groupName: group.name,
    groupSize: group.rankedCount,
    meanByDimension: group.mean?.dimensions ?? {},
    meanByIndicator: Object.fromEntries(
      indicators(unit).flatMap(({ indicator }) => {
        const scores = ranked.flatMap(
          (one) => indicators(one).find((two) => two.indicator === indicator)?.score ?? []
        )
        return scores.length === 0
          ? []
          : [[indicator, printFixed(mean(scores.map((one) => dec(one.exact))), 2)]]
      })
    ),
    previousByDimension: Object.fromEntries(
      (before?.dimensions ?? []).flatMap((one) =>
        one.score === null ? [] : [[one.dimension, one.score.printed]]
      )
    ),
    indicatorHistory: Object.fromEntries(
      indicators(unit).map(({ indicator }) => [
        indicator,
        QUARTERS.filter((quarter) => quarter <= period).map((quarter) => {
          const own = indicators(find(quarter, code)!.unit).find((one) => one.indicator === indicator)!
          return {
            period: quarter,
            score: own.score?.printed ?? null,
            value: own.trace.inputs.find((input) => input.key === 'actual')?.value ?? null
          }
        })
      ])
    ),
    history: resultsView(period).history.find((one) => one.unit === code)!,
    above: standing(above),
    first: standing(ranked[0]),
    previousUnit: order[at - 1] ?? null,
    nextUnit: order[at + 1] ?? null
  }
}

export function snippet(address: string, sheet = '表1 机关处室'): SourceSnippet {
  const row = Number(address.slice(1))
  const names = ['青少年体育处', '体育产业科', '场馆管理处']
  return {
    file: '目标任务完成情况汇总表.xlsx',
    sheet,
    address,
    batch: 3,
    importedAt: '2026-10-08T10:20:00',
    importedBy: '考核办',
    columns: ['A', 'B', 'C', 'D', 'E'],
    rows: [-1, 0, 1].map((offset, index) => ({
      row: row + offset,
      cells: ['A', 'B', 'C', 'D', 'E'].map((letter) => ({
        address: `${letter}${row + offset}`,
        text:
          letter === 'A'
            ? String(7 + index)
            : letter === 'B'
              ? names[index]!
              : letter === 'C'
                ? '4'
                : letter === 'D'
                  ? '3'
                  : '6000万元',
        here: `${letter}${row + offset}` === address
      }))
    }))
  }
}

export const CHANGES = [
  { at: '2026-10-09T10:20:00', who: '经办岗', text: '单位名「体育产业科」记为别名' },
  { at: '2026-10-09T09:12:00', who: '考核办', text: '第 2 次报送：完成 2 → 3' }
]

export function unitHandlers(): Handlers {
  return {
    'unit.get': ({ period, unit }) => unitView(period, unit),
    'unit.source': ({ address, sheet }) => snippet(address, sheet),
    'unit.changes': () => CHANGES
  }
}
