import { dec, HUNDRED, mean, type D } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { GroupResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import { freezeChecks, shortened } from './freezeChecks.ts'
import { originalName } from './importing/returnedName.ts'
import type { Library } from './library.ts'
import { requirePeriod, toPeriodView } from './periods.ts'
import { earlierResults, standingResults } from './results.ts'
import { periodSubmissions } from './submissions.ts'
import { indicatorsOf } from './unitDetail.ts'

interface IndicatorRates {
  name: string
  dimension: string
  fullMark: string
  rates: D[]
}

/** Score rates of every indicator over the ranked units. */
function ratesOf(results: ResultSet): Map<string, IndicatorRates> {
  const all = new Map<string, IndicatorRates>()
  for (const unit of results.races.flatMap((race) => race.groups.flatMap((group) => group.units))) {
    if (unit.rank === null) continue
    for (const dimension of unit.dimensions) {
      for (const indicator of dimension.indicators) {
        if (indicator.rate === null) continue
        const entry = all.get(indicator.indicator) ?? {
          name: indicator.name,
          dimension: dimension.name,
          fullMark: indicator.fullMark,
          rates: []
        }
        entry.rates.push(dec(indicator.rate))
        all.set(indicator.indicator, entry)
      }
    }
  }
  return all
}

function gapsOf(results: ResultSet, previous: ResultSet | undefined): OverviewView['gaps'] {
  const before = previous === undefined ? new Map<string, IndicatorRates>() : ratesOf(previous)
  return [...ratesOf(results)]
    .map(([code, entry]) => {
      const rate = mean(entry.rates).times(HUNDRED)
      const last = before.get(code)
      const change = last === undefined ? null : rate.minus(mean(last.rates).times(HUNDRED))
      return {
        rate,
        row: {
          indicator: code,
          name: entry.name,
          dimension: entry.dimension,
          fullMark: entry.fullMark,
          scoredUnits: entry.rates.length,
          fullUnits: entry.rates.filter((value) => value.greaterThanOrEqualTo(1)).length,
          meanRate: printFixed(rate, 2),
          change: change === null ? null : printFixed(change, 2)
        }
      }
    })
    .sort((a, b) => a.rate.comparedTo(b.rate))
    .map(({ row }) => row)
}

function groupView(group: GroupResult): OverviewView['groups'][number] {
  const moved = (kind: 'UP' | 'DOWN') => {
    const list = group.units.flatMap((unit) =>
      unit.movement.kind === kind ? [{ unit: unit.unit, name: unit.name, by: unit.movement.by }] : []
    )
    const most = Math.max(0, ...list.map((entry) => entry.by))
    return list.filter((entry) => entry.by === most)
  }
  return {
    group: group.group,
    name: group.name,
    rankedCount: group.rankedCount,
    mean: group.mean?.total ?? null,
    rows: group.units.map((unit) => ({
      unit: unit.unit,
      name: unit.name,
      rank: unit.rank,
      tied: unit.tied,
      total: unit.total?.printed ?? null,
      movement: unit.movement,
      remark: unit.remarks.join('；')
    })),
    risers: moved('UP'),
    fallers: moved('DOWN'),
    missing: group.units
      .filter((unit) => unit.state === 'BLOCKED')
      .map((unit) => ({
        unit: unit.unit,
        name: unit.name,
        refused: indicatorsOf(unit).some((indicator) => indicator.status === 'REFUSED')
      }))
  }
}

/** A batch that counts, or will once it is confirmed. */
const stands = ({ state }: { state: string }): boolean => state !== 'undone' && state !== 'rejected'

/** Cells that were left out and not sent again since: the newest import of each file speaks for it. */
function openRejections(library: Library, period: PeriodKey): number {
  const newest = new Map<string, number>()
  for (const batch of listBatches(library.db, period).filter(stands)) {
    const name = originalName(batch.fileName)
    if (!newest.has(name)) newest.set(name, batch.counts.left)
  }
  return [...newest.values()].reduce((total, left) => total + left, 0)
}

/** Where the quarter stands and what to do next. */
export function overviewView(library: Library, period: PeriodKey): OverviewView {
  const row = requirePeriod(library, period)
  const submissions = periodSubmissions(library, period)
  const standing = row.schemeVersionId === null ? null : standingResults(library, period)
  const frozen = isFrozenState(row.state)
  const missing = submissions.filter((unit) => unit.state === 'MISSING')
  const partly = submissions.filter((unit) => unit.state === 'PARTLY')
  const rejected = openRejections(library, period)
  const earlier = standing === null ? [] : earlierResults(library, period)
  const previous = earlier.find((results) => results.period === standing?.results.previousPeriod)

  return {
    period: toPeriodView(library, row),
    today: library.now().toISOString(),
    units: {
      expected: submissions.length,
      complete: submissions.filter((unit) => unit.state === 'COMPLETE').length,
      partly: partly.length,
      missing: missing.map((unit) => unit.name)
    },
    problems: { rejected, estimated: standing?.results.counts.estimated ?? 0 },
    computed:
      standing === null
        ? null
        : {
            at: standing.computedAt,
            stale: standing.stale,
            tiedRanks: standing.results.counts.tiedRanks,
            blocked: standing.results.counts.blocked
          },
    groups: standing === null ? [] : standing.results.races.flatMap((race) => race.groups.map(groupView)),
    gaps: standing === null ? [] : gapsOf(standing.results, previous),
    todo:
      frozen || row.schemeVersionId === null
        ? []
        : todoOf(library, period, { missing, partly, rejected, standing })
  }
}

type Submissions = ReturnType<typeof periodSubmissions>

function todoOf(
  library: Library,
  period: PeriodKey,
  now: {
    missing: Submissions
    partly: Submissions
    rejected: number
    standing: ReturnType<typeof standingResults>
  }
): OverviewView['todo'] {
  const todo: OverviewView['todo'] = []
  const list = (units: Submissions): string => units.map((unit) => unit.name).join('、')
  const batches = listBatches(library.db, period)
  if (!batches.some(stands)) {
    // Before the first import everyone is missing and nothing can be computed: one step, not three.
    return [
      {
        code: 'IMPORT',
        level: 'confirm',
        title: '导入各单位报来的表',
        detail: `共 ${now.missing.length} 个单位，可以一次选整个文件夹。`,
        action: '导入',
        href: '/import'
      }
    ]
  }
  const waiting = batches.filter((batch) => batch.state === 'confirmed')
  if (waiting.length > 0) {
    todo.push({
      code: 'WAITING_REVIEW',
      level: 'error',
      title: `${waiting.length} 次导入等待复核`,
      detail: `${shortened(waiting.map((batch) => `《${batch.fileName}》`))}还没有计入成绩，请另一位同志复核。`,
      action: '去复核',
      href: '/import'
    })
  }
  if (now.missing.length > 0) {
    todo.push({
      code: 'MISSING_UNITS',
      level: 'error',
      title: `催 ${now.missing.length} 个单位报送`,
      detail: list(now.missing),
      action: '催报',
      href: '/submissions'
    })
  }
  if (now.rejected > 0) {
    todo.push({
      code: 'REJECTED',
      level: 'error',
      title: `${now.rejected} 处没有导入`,
      detail: '导入时有必须修的问题没有修，改好后重新导入原表即可。',
      action: '去看',
      href: '/import'
    })
  }
  if (now.partly.length > 0) {
    todo.push({
      code: 'PARTLY',
      level: 'confirm',
      title: `${now.partly.length} 个单位还缺部分指标`,
      detail: list(now.partly),
      action: '查看',
      href: '/submissions'
    })
  }
  if (now.standing === null || now.standing.stale) {
    todo.push({
      code: 'COMPUTE',
      level: 'confirm',
      title: now.standing === null ? '计算本季度成绩' : '数据有变动，重新计算',
      detail: '名次在冻结前都是预览。',
      action: '计算',
      href: '/ranking'
    })
  } else {
    const open = freezeChecks(library, period).filter((check) => !check.ok)
    todo.push({
      code: 'FREEZE',
      level: 'info',
      title: open.some((check) => check.blocking) ? '冻结前还有事要做' : '可以冻结本季度',
      detail: open.length === 0 ? '冻结前检查全部通过。' : open.map((check) => check.detail).join('；'),
      action: '冻结',
      href: '/ranking?freeze'
    })
  }
  return todo
}
