import { previousPeriod, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CarryOverView } from '#shared/ipc/period.ts'
import { countsOfPeriod, runningCounts, type PeriodCounts } from '#db/repos/carryOverRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { schemeVersionInfo } from '#db/repos/schemeRepo.ts'
import { scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

const ZEROED: readonly { what: keyof PeriodCounts; name: string; unit: string }[] = [
  { what: 'readings', name: '报送的数', unit: '个' },
  { what: 'adjustments', name: '加减分', unit: '条' },
  { what: 'decisions', name: '补分、裁定等决定', unit: '个' },
  { what: 'evaluations', name: '讲堂评分、民主测评', unit: '场' },
  { what: 'comments', name: '讲评', unit: '条' },
  { what: 'selfReviewRows', name: '六问对标的差距', unit: '个' }
]

const NOTHING: PeriodCounts = {
  readings: 0,
  adjustments: 0,
  decisions: 0,
  evaluations: 0,
  comments: 0,
  selfReviewRows: 0
}

/**
 * 翻篇归零: what a quarter takes over from the one before, and what starts from nothing. It only tells; carrying over is
 * how the data are kept: registers, slips and memories belong to no quarter, the rest to exactly one.
 */
export function carryOver(library: Library, period: PeriodKey): CarryOverView {
  const row = requirePeriod(library, period)
  const before = previousPeriod(period)
  const hasBefore = getPeriod(library.db, before) !== null
  const earlier = hasBefore ? countsOfPeriod(library.db, before) : NOTHING
  const now = countsOfPeriod(library.db, period)
  return {
    from: hasBefore ? before : null,
    carried: [
      ...schemeLines(library, row.schemeVersionId),
      ...runningLines(library),
      ...(row.schemeVersionId === null ? [] : standingLines(library, period)),
      ...(earlier.selfReviewRows === 0
        ? []
        : [
            {
              code: 'FOLLOW_UP',
              title: '上季度的六问对标',
              detail: `${periodTitle(before)}找出的 ${earlier.selfReviewRows} 个差距，本季度看结果`,
              href: '/self-review'
            }
          ])
    ],
    zeroed: ZEROED.map(({ what, name, unit }) => ({ name, unit, before: earlier[what], now: now[what] }))
  }
}

type Line = CarryOverView['carried'][number]

function schemeLines(library: Library, version: number | null): Line[] {
  const scheme = version === null ? null : schemeVersionInfo(library.db, version)
  if (scheme === null) return []
  const detail = `《${scheme.title}》第 ${scheme.number} 版，目标、规则照旧`
  return [{ code: 'SCHEME', title: '考核方案', detail, href: '/scheme' }]
}

function runningLines(library: Library): Line[] {
  const { items, slips, memories } = runningCounts(library.db)
  const lines: Line[] = [
    { code: 'ITEMS', title: '清单台账', detail: `${items} 件没有销号的事项继续办`, href: '/registers' },
    { code: 'SLIPS', title: '督办单', detail: `${slips} 张没有办结的督办单继续督办`, href: '/slips' },
    {
      code: 'MEMORIES',
      title: '表头对应关系',
      detail: `记住的 ${memories} 种表头，导入时自动沿用`,
      href: '/settings'
    }
  ]
  const kept: Record<string, number> = { ITEMS: items, SLIPS: slips, MEMORIES: memories }
  return lines.filter(({ code }) => kept[code]! > 0)
}

/** What the engine looks back on: places, running streaks, cumulative values, vetoes that last. */
function standingLines(library: Library, period: PeriodKey): Line[] {
  const { previous, history, before, decisions } = scoringInputOf(library, period)
  const vetoes = decisions.filter((entry) => entry.subject.type === 'VETO' && entry.period !== period).length
  return [
    ...(previous === null
      ? []
      : [
          {
            code: 'RANKS',
            title: '上季度名次',
            detail: `${periodTitle(previous.period)}的 ${previous.standings.length} 个名次，用来算升降`,
            href: '/ranking'
          }
        ]),
    ...(history.length === 0
      ? []
      : [
          {
            code: 'STREAKS',
            title: '连续记录',
            detail: `往前 ${history.length} 个冻结的季度，连续达标、警示接着数`,
            href: '/boards'
          }
        ]),
    ...(before.length === 0
      ? []
      : [
          {
            code: 'CUMULATIVE',
            title: '累计指标',
            detail: `${before.length} 个年内累计的数，本季新增从它们之后算起`,
            href: '/scheme'
          }
        ]),
    ...(vetoes === 0
      ? []
      : [
          {
            code: 'VETOES',
            title: '延续的否决',
            detail: `${vetoes} 个否决的期限延续到本季度`,
            href: '/decisions'
          }
        ])
  ]
}
