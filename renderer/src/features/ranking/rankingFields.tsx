import type { ReactNode } from 'react'
import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import { gradeText } from '#shared/domain/ranking/gradeText.ts'
import type { GroupResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { MovementMark } from '../../components/MovementMark.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'
import { rankingText } from '../../text/ranking.ts'
import type { ColumnCode } from './rankingColumns.ts'

/** One switchable column: its head, its cell of a unit, its cell of the group mean. */
export interface RankingField {
  code: ColumnCode
  head: string
  /** Second line of the head: the full mark in brackets, a cap. */
  sub: string | null
  align: 'num' | 'mid' | 'left'
  /** Part of the score: a blocked unit shows one merged cell over these. */
  score: boolean
  cell(unit: UnitResult): ReactNode
  mean(mean: NonNullable<GroupResult['mean']>): ReactNode
}

/** `100` and not `100.00`: full marks in heads drop their zeros (S35). */
const full = (mark: string | null): string | null => (mark === null ? null : `(${printNumber(mark)})`)

const { head } = rankingText

function scoreFields(
  race: RaceResult,
  group: GroupResult,
  best: ReadonlyMap<string, ReadonlySet<string>>,
  bonusCap: string | null
): RankingField[] {
  const marks = fullMarksOf(race, [group])
  const dimensions = marks.dimensions.map(({ code, name, fullMark }): RankingField => ({
    code: `DIM:${code}`,
    head: name,
    sub: full(fullMark),
    align: 'num',
    score: true,
    cell: (unit) => <DimensionScore unit={unit} code={code} best={best.get(code)?.has(unit.unit) ?? false} />,
    mean: (mean) => <ScoreText value={mean.dimensions[code] ?? null} />
  }))
  return [
    {
      code: 'BASE',
      head: head.base,
      sub: full(marks.base),
      align: 'num',
      score: true,
      cell: (unit) => <ScoreText value={unit.base?.printed ?? null} />,
      mean: (mean) => <ScoreText value={mean.base ?? null} />
    },
    ...dimensions,
    {
      code: 'BONUS',
      head: head.bonus,
      sub: bonusCap === null ? null : `≤${printNumber(bonusCap)}`,
      align: 'num',
      score: true,
      cell: (unit) => <ScoreText value={unit.adjustments.bonus.printed} signed muteZero />,
      mean: (mean) => <ScoreText value={mean.bonus} signed muteZero />
    },
    {
      code: 'DEDUCTION',
      head: head.deduction,
      sub: null,
      align: 'num',
      score: true,
      cell: (unit) => <ScoreText value={negated(unit.adjustments.deduction.printed)} muteZero />,
      mean: (mean) => <ScoreText value={negated(mean.deduction)} muteZero />
    }
  ]
}

/** Deductions are stored positive and shown with a minus; a zero has no sign. */
function negated(printed: string): string {
  return /^0*(\.0*)?$/.test(printed) ? printed : `-${printed}`
}

const gradeField = (race: RaceResult): RankingField => ({
  code: 'GRADE',
  head: head.grade,
  sub: null,
  align: 'mid',
  score: false,
  cell: (unit) => <span title={unit.grade?.sentence}>{gradeText(race, unit) ?? '/'}</span>,
  mean: () => null
})

function standingFields(race: RaceResult): RankingField[] {
  const nothing = (): null => null
  return [
    {
      code: 'PREVIOUS',
      head: head.previous,
      sub: null,
      align: 'mid',
      score: false,
      cell: (unit) => <span className="soft">{unit.previousRank ?? '/'}</span>,
      mean: nothing
    },
    {
      code: 'MOVEMENT',
      head: head.movement,
      sub: null,
      align: 'mid',
      score: false,
      cell: (unit) => <MovementMark movement={unit.movement} />,
      mean: nothing
    },
    {
      code: 'GAP_FIRST',
      head: '与第一名',
      sub: '差距',
      align: 'num',
      score: false,
      cell: (unit) => <Gap value={unit.gapToFirst} />,
      mean: nothing
    },
    {
      code: 'GAP_MEAN',
      head: head.gapMean,
      sub: null,
      align: 'num',
      score: false,
      cell: (unit) => <Gap value={unit.gapToMean} signed />,
      mean: nothing
    },
    ...(race.grades.length === 0 ? [] : [gradeField(race)]),
    {
      code: 'REMARKS',
      head: head.remarks,
      sub: null,
      align: 'left',
      score: false,
      cell: (unit) => <Remarks unit={unit} />,
      mean: nothing
    }
  ]
}

/** All switchable columns of a group in the order of the ranking table (domain.md §3.3), the bump chart aside. */
export function rankingFields(
  race: RaceResult,
  group: GroupResult,
  best: ReadonlyMap<string, ReadonlySet<string>>,
  bonusCap: string | null
): { score: RankingField[]; standing: RankingField[] } {
  return { score: scoreFields(race, group, best, bonusCap), standing: standingFields(race) }
}

function Gap({ value, signed = false }: { value: string | null; signed?: boolean }): ReactNode {
  return (
    <span className="soft">
      <ScoreText value={value} signed={signed} />
    </span>
  )
}

function DimensionScore({ unit, code, best }: { unit: UnitResult; code: string; best: boolean }): ReactNode {
  const dimension = unit.dimensions.find((candidate) => candidate.dimension === code)
  const estimated = dimension?.indicators.some((indicator) => indicator.estimated) ?? false
  return (
    <span className="rk-score">
      {estimated ? <StatusMark status="estimated" /> : null}
      <ScoreText value={dimension?.score?.printed ?? null} strong={best} />
      {best ? (
        <i className="rk-best" title={rankingText.best}>
          <span className="visually-hidden">{rankingText.best}</span>
        </i>
      ) : null}
    </span>
  )
}

function Remarks({ unit }: { unit: UnitResult }): ReactNode {
  const text = unit.remarks.join('；')
  if (unit.state === 'BLOCKED') {
    return (
      <span className="rk-remark" title={unit.reasons.join('；')}>
        <StatusMark status="missing" /> {rankingText.missingRemark}
      </span>
    )
  }
  return (
    <span className="rk-remark" title={text}>
      {text}
    </span>
  )
}
