import { computeYear } from '#shared/domain/period/computeYear.ts'
import { nextPeriod, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { quartersOfSpan } from '#shared/domain/period/spans.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { pastStandings } from '#shared/domain/ranking/pastStandings.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { FrozenYear, ReportFacts, SubmissionFact } from '#shared/domain/report/reportFacts.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { AdjustmentEntry, Reading } from '#shared/domain/scoring/reading.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { largeOffice } from '../bench/largeQuarter.ts'

/** An office of any size, computed by the engine: what reports are tried on at 3, 23 and 200 units. */
export interface OfficeSize {
  units: number
  /** Dimensions of two indicators each. */
  dimensions?: number
  /** Names that are long, or look like formulas and markup. */
  hostileNames?: boolean
  /** Quarters computed; the last one is the report's. */
  quarters?: number
  frozen?: boolean
}

export const AT = new Date('2026-10-15T12:00:00+08:00')
const FIRST: PeriodKey = '2026Q1'

export const OPTIONS: ReportOptions = reportOptions.parse({})

const HOSTILE = [
  '科教宣传与国际交流合作处（港澳台事务办公室、外事服务中心）',
  '=1+1处',
  '@组织人事处',
  '<b>政策法规处</b>&"审计"',
  '-场馆管理处',
  '全市经济社会发展综合评价与目标管理绩效考核工作领导小组办公室驻高新技术产业开发区联络处'
]

const DIMENSIONS = [
  '目标任务',
  '承诺事项',
  '体育讲堂',
  '整改测评',
  '党建引领',
  '平安建设',
  '项目攻坚',
  '民生实事'
]

function schemeOf({ units, dimensions = 4, hostileNames = false }: OfficeSize): SchemeDefinition {
  const { scheme } = largeOffice(units, dimensions * 2)
  const [race] = scheme.races
  const indicators = race!.dimensions[0]!.indicators
  const groups =
    units < 8
      ? [{ ...scheme.groups[0]!, members: scheme.groups.flatMap((group) => group.members) }]
      : scheme.groups
  return schemeDefinition.parse({
    ...scheme,
    title: '“季度赛马”考评办法（2026年版）',
    organisation: '江澜市体育局',
    basisDocument: '江体发〔2026〕1号',
    units: scheme.units.map((unit, index) => ({
      ...unit,
      name: hostileNames
        ? `${HOSTILE[index % HOSTILE.length]!}${index < HOSTILE.length ? '' : index + 1}`
        : unit.name
    })),
    groups: groups.map((group, index) => ({
      ...group,
      // The first unit of the last group is scored and not ranked.
      members: group.members.map((member, place) =>
        units >= 8 && index === groups.length - 1 && place === 0
          ? { ...member, rankMode: 'LISTED_NOT_RANKED' }
          : member
      )
    })),
    races: [
      {
        ...race!,
        groups: groups.map((group) => group.code),
        dimensions: Array.from({ length: dimensions }, (_, index) => ({
          code: `d${index}`,
          name: `${DIMENSIONS[index % DIMENSIONS.length]!}${index < DIMENSIONS.length ? '' : index + 1}`,
          fullMark: '10',
          indicators: indicators.slice(index * 2, index * 2 + 2)
        })),
        adjustments: {
          classes: [
            { code: 'commend', name: '表彰奖励', sign: 'BONUS', cap: '3' },
            { code: 'late', name: '迟报扣分', sign: 'DEDUCTION' }
          ],
          bonusCap: '5'
        }
      }
    ]
  })
}

function adjustmentsOf(scheme: SchemeDefinition, quarter: number): AdjustmentEntry[] {
  return scheme.units.flatMap((unit, index): AdjustmentEntry[] => {
    const entry = {
      unit: unit.code,
      date: '2026-08-12',
      evidence: '市发〔2026〕8号',
      approver: '考核办',
      source: null
    }
    if (index % 3 === quarter % 3)
      return [
        {
          ...entry,
          id: index * 2 + 1,
          classCode: 'commend',
          points: String(1 + (index % 4)),
          reason: '获省级表彰'
        }
      ]
    if (index % 5 === quarter % 5)
      return [{ ...entry, id: index * 2 + 2, classCode: 'late', points: '0.5', reason: '材料迟报 2 天' }]
    return []
  })
}

/** The last unit but one hands in nothing for its first indicator: it is blocked. */
function withGap(readings: Reading[], scheme: SchemeDefinition): Reading[] {
  const unit = scheme.units.at(-2)!.code
  const gap = (reading: Reading): boolean => reading.unit === unit && reading.indicator === 'i0'
  return scheme.units.length < 8 ? readings : readings.filter((reading) => !gap(reading))
}

function submissionOf(scheme: SchemeDefinition): SubmissionFact[] {
  return scheme.units.map((unit, index): SubmissionFact => {
    const gap = scheme.units.length >= 8 && index === scheme.units.length - 2
    return {
      unit: unit.code,
      name: unit.name,
      group: scheme.groups.find((group) => group.members.some((member) => member.unit === unit.code))!.name,
      state: gap ? 'PARTLY' : 'COMPLETE',
      filled: gap ? 7 : 8,
      expected: 8,
      missing: gap ? ['指标 1'] : [],
      files: ['汇总表.xlsx'],
      lastAt: '2026-10-09T02:00:00.000Z',
      late: index % 11 === 10
    }
  })
}

/** Facts for every report, from the engine over several quarters; nothing of it is written by hand but the submissions. */
export function officeFacts(size: OfficeSize): ReportFacts {
  const { quarters = 3, frozen = true } = size
  const scheme = schemeOf(size)
  const office = largeOffice(size.units, (size.dimensions ?? 4) * 2)
  const all: ResultSet[] = []
  let period = FIRST
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const last = all.at(-1)
    const input: ScoringInput = {
      period,
      month: null,
      scheme,
      schemeVersion: 1,
      readings:
        quarter === quarters - 1 ? withGap(office.readings(quarter), scheme) : office.readings(quarter),
      adjustments: adjustmentsOf(scheme, quarter),
      decisions: [],
      previous: last === undefined ? null : { period: last.period, standings: pastStandings(last) },
      history: all.map((results) => ({ period: results.period, standings: pastStandings(results) })),
      before: []
    }
    all.push({ ...computeResults(input), inputsHash: `${quarter}`.repeat(64) })
    period = nextPeriod(period)
  }
  const results = all.at(-1)!
  return {
    results,
    snapshot: frozen ? { id: `${results.period}-r1-7c3e5a11`, frozenAt: '2026-10-14T09:30:00.000Z' } : null,
    scheme,
    earlier: all.slice(0, -1),
    submissions: submissionOf(scheme),
    submissionCounts: all.map((each, index) => ({
      period: each.period,
      missing: index === all.length - 1 ? 0 : 4 - index,
      partly: index === all.length - 1 ? 1 : 2,
      late: 3 - index
    })),
    dueDate: '2026-10-08',
    year: yearOf(scheme, all, 'YEAR'),
    half: yearOf(scheme, all, quarterOf(results.period).quarter <= 2 ? 'H1' : 'H2'),
    circularEdits: {},
    comments: [],
    generatedAt: AT,
    appVersion: '0.1.0'
  }
}

function yearOf(scheme: SchemeDefinition, all: readonly ResultSet[], span: YearSpan): FrozenYear {
  const { year } = quarterOf(all[0]!.period)
  const result = computeYear({
    year,
    span,
    scheme,
    schemeVersion: 1,
    quarters: quartersOfSpan(year, span).map((period) => {
      const results = all.find((each) => each.period === period)
      return results === undefined
        ? { period, state: 'TO_COME' }
        : { period, state: 'FROZEN', snapshot: `${period}-r1-00000000`, results }
    }),
    decisions: []
  })
  return { result, snapshot: null }
}
