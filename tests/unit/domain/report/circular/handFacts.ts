import type {
  DimensionResult,
  GroupResult,
  Movement,
  RaceResult,
  ResultSet,
  UnitResult
} from '#shared/domain/ranking/resultSet.ts'
import type { ReportFacts, SubmissionFact } from '#shared/domain/report/reportFacts.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { PLAIN_COUNTS, PLAIN_RACE, PLAIN_RESULT, PLAIN_UNIT } from '../../../../helpers/plainResults.ts'

/** Facts written by hand: every number here is a literal, so that a golden text owes nothing to the engine. */

const MARKS = [
  ['task', '目标任务', '60'],
  ['lecture', '体育讲堂', '40']
] as const

const score = (printed: string): { exact: string; printed: string } => ({
  exact: printed.replace(/\.?0+$/, ''),
  printed
})

export interface Line {
  code: string
  name: string
  /** 目标任务, 体育讲堂. */
  dimensions: [string, string]
  total: string
  rank: number | null
  tied?: boolean
  movement?: Movement
  toMean?: string
  bonus?: [points: string, reason: string]
  deduction?: [points: string, reason: string]
  more?: Partial<UnitResult>
}

export function unitOf(group: string, line: Line): UnitResult {
  const dimensions = MARKS.map(([dimension, name, fullMark], index): DimensionResult => ({
    dimension,
    name,
    fullMark,
    effectiveFullMark: fullMark,
    score: score(line.dimensions[index]!),
    indicators: []
  }))
  const entries = [
    { sign: 'BONUS' as const, own: line.bonus },
    { sign: 'DEDUCTION' as const, own: line.deduction }
  ].flatMap(({ sign, own }) =>
    own === undefined
      ? []
      : [
          {
            entry: {
              id: 1,
              unit: line.code,
              classCode: 'class',
              points: own[0].replace(/\.?0+$/, ''),
              reason: own[1],
              date: null,
              evidence: null,
              approver: null,
              source: null
            },
            className: '类别',
            sign
          }
        ]
  )
  return {
    unit: line.code,
    name: line.name,
    group,
    rankMode: 'RANKED',
    state: 'SCORED',
    reasons: [],
    dimensions,
    base: score(line.total),
    baseSentence: '',
    rescaledFrom: null,
    adjustments: {
      entries,
      classes: [],
      bonus: score(line.bonus?.[0] ?? '0.00'),
      deduction: score(line.deduction?.[0] ?? '0.00'),
      sentence: ''
    },
    total: score(line.total),
    totalSentence: '',
    rank: line.rank,
    tied: line.tied ?? false,
    previousRank: null,
    previousTotal: null,
    movement: line.movement ?? { kind: 'NEW' },
    gapToFirst: null,
    gapToAbove: null,
    gapToMean: line.toMean ?? null,
    deciding: null,
    ...PLAIN_UNIT,
    remarks: [],
    ...line.more
  }
}

/** A group whose means are given as printed: total, 目标任务, 体育讲堂. */
export function groupOf(
  group: string,
  name: string,
  means: [string, string, string] | null,
  lines: readonly Line[]
): GroupResult {
  const units = lines.map((line) => unitOf(group, line))
  return {
    group,
    name,
    units,
    rankedCount: units.filter((unit) => unit.rank !== null).length,
    mean:
      means === null
        ? null
        : {
            base: means[0],
            dimensions: { task: means[1], lecture: means[2] },
            bonus: '0.00',
            deduction: '0.00',
            total: means[0]
          }
  }
}

export function raceOf(groups: readonly GroupResult[], more: Partial<RaceResult> = {}): RaceResult {
  return {
    race: 'race',
    name: '亮绩赛马',
    fullMark: '100',
    dimensions: MARKS.map(([code, name, fullMark]) => ({ code, name, fullMark })),
    groups: [...groups],
    ...PLAIN_RACE,
    ...more
  }
}

export function resultsOf(races: readonly RaceResult[], more: Partial<ResultSet> = {}): ResultSet {
  return {
    format: 'liangji-result',
    formatVersion: 1,
    period: '2026Q3',
    previousPeriod: null,
    scheme: {
      code: 'scheme',
      title: '“亮绩赛马”考核办法（2026年版）',
      version: 1,
      organisation: '江澜市体育局'
    },
    inputsHash: '0'.repeat(64),
    decimals: 2,
    races: [...races],
    footer: [],
    counts: { units: 0, ranked: 0, blocked: 0, tiedRanks: 0, estimated: 0, ...PLAIN_COUNTS },
    ...PLAIN_RESULT,
    ...more
  }
}

function schemeOf(results: ResultSet): SchemeDefinition {
  const units = new Map(
    results.races.flatMap((race) =>
      race.groups.flatMap((group) => group.units.map((unit) => [unit.unit, unit]))
    )
  )
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'scheme',
    title: results.scheme.title,
    organisation: results.scheme.organisation,
    basisDocument: '江体发〔2026〕1号',
    year: 2026,
    units: [...units.values()].map(({ unit, name, group }) => ({
      code: unit,
      name,
      kind: group === 'affiliates' ? 'AFFILIATE' : 'DEPARTMENT'
    })),
    groups: [{ code: 'all', name: '全部', members: [] }],
    races: [
      {
        code: 'race',
        name: '亮绩赛马',
        groups: ['all'],
        dimensions: [{ code: 'task', name: '目标任务', fullMark: '100', indicators: [] }]
      }
    ]
  })
}

export function submission(unit: string, name: string, more: Partial<SubmissionFact> = {}): SubmissionFact {
  return {
    unit,
    name,
    group: '',
    state: 'COMPLETE',
    filled: 5,
    expected: 5,
    missing: [],
    files: [],
    lastAt: null,
    late: false,
    ...more
  }
}

export function factsOf(results: ResultSet, more: Partial<ReportFacts> = {}): ReportFacts {
  return {
    results,
    snapshot: { id: '2026Q3-r1-7c3e5a11', frozenAt: '2026-10-14T09:30:00.000Z' },
    scheme: schemeOf(results),
    earlier: [],
    submissions: [],
    submissionCounts: [],
    dueDate: null,
    year: null,
    half: null,
    circularEdits: {},
    comments: [],
    generatedAt: new Date(2026, 9, 15, 12),
    appVersion: '0.1.0',
    ...more
  }
}
