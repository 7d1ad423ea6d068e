import { fullMarksOf } from '#shared/domain/ranking/fullMarksOf.ts'
import { gradeText } from '#shared/domain/ranking/gradeText.ts'
import type { GroupResult, RaceResult, ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { printNumber, printSigned } from '../../text/format.ts'
import { reportText } from '../../text/report.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'

/** Codes of `ReportOptions.hide` that this report knows. */
const HIDEABLE = ['DIMENSIONS', 'PREVIOUS', 'MOVEMENT', 'GAP_FIRST', 'GAP_MEAN', 'GRADE', 'REMARKS'] as const
export type Hideable = (typeof HIDEABLE)[number]

/** What the clerk can switch for these results; without grades there is no 等次 to switch. */
export function hideable(results: ResultSet | null): readonly Hideable[] {
  const graded = results?.races.some((race) => race.grades.length > 0) ?? false
  return HIDEABLE.filter((column) => column !== 'GRADE' || graded)
}

export interface PaperColumn {
  key: string
  head: string
  align: 'left' | 'mid' | 'num'
  /** Replaced by one merged cell with the reason where a unit has no score. */
  score: boolean
  bold?: boolean
  text(unit: UnitResult): string
  mean(group: NonNullable<GroupResult['mean']>): string
}

const or = (text: string | null | undefined): string => (text == null ? '/' : printNumber(text))
const none = (): string => ''
const { columns: words } = reportText.paper

/** `基础分` with its full mark beneath. */
const headWithMark = (name: string, fullMark: string | null): string =>
  fullMark === null ? name : `${name}\n(${fullMark})`

/** The columns as they will be printed (domain.md §3.3): the group's full marks in brackets, hidden ones left out. */
export function paperColumns(race: RaceResult, group: GroupResult, hide: readonly string[]): PaperColumn[] {
  const hidden = new Set(hide)
  const marks = fullMarksOf(race, [group])
  const all: (PaperColumn & { hide?: Hideable })[] = [
    {
      key: 'rank',
      head: words.rank,
      align: 'mid',
      score: false,
      text: (unit) => (unit.rank === null ? '/' : String(unit.rank)),
      mean: none
    },
    { key: 'unit', head: words.unit, align: 'left', score: false, text: (unit) => unit.name, mean: none },
    {
      key: 'base',
      head: headWithMark(words.base, marks.base),
      align: 'num',
      score: true,
      text: (unit) => or(unit.base?.printed),
      mean: (mean) => or(mean.base)
    },
    ...marks.dimensions.map(({ code, name, fullMark }) => ({
      key: `dimension ${code}`,
      hide: 'DIMENSIONS' as const,
      head: headWithMark(name, fullMark),
      align: 'num' as const,
      score: true,
      text: (unit: UnitResult) => or(unit.dimensions.find((one) => one.dimension === code)?.score?.printed),
      mean: (mean: NonNullable<GroupResult['mean']>) => or(mean.dimensions[code])
    })),
    {
      key: 'bonus',
      head: words.bonus,
      align: 'num',
      score: true,
      text: (unit) => or(unit.adjustments.bonus.printed),
      mean: (mean) => or(mean.bonus)
    },
    {
      key: 'deduction',
      head: words.deduction,
      align: 'num',
      score: true,
      text: (unit) => or(unit.adjustments.deduction.printed),
      mean: (mean) => or(mean.deduction)
    },
    {
      key: 'total',
      head: words.total,
      align: 'num',
      score: true,
      bold: true,
      text: (unit) => or(unit.total?.printed),
      mean: (mean) => or(mean.total)
    },
    {
      key: 'previous',
      hide: 'PREVIOUS',
      head: words.previous,
      align: 'mid',
      score: false,
      text: (unit) => (unit.previousRank === null ? '/' : String(unit.previousRank)),
      mean: none
    },
    {
      key: 'movement',
      hide: 'MOVEMENT',
      head: words.movement,
      align: 'mid',
      score: false,
      text: (unit) => movementText(unit.movement),
      mean: none
    },
    {
      key: 'gapFirst',
      hide: 'GAP_FIRST',
      head: words.gapFirst,
      align: 'num',
      score: false,
      text: (unit) => or(unit.gapToFirst),
      mean: none
    },
    {
      key: 'gapMean',
      hide: 'GAP_MEAN',
      head: words.gapMean,
      align: 'num',
      score: false,
      text: (unit) => (unit.gapToMean === null ? '/' : printSigned(unit.gapToMean)),
      mean: none
    },
    ...(race.grades.length === 0
      ? []
      : [
          {
            key: 'grade',
            hide: 'GRADE' as const,
            head: words.grade,
            align: 'mid' as const,
            score: false,
            text: (unit: UnitResult) => gradeText(race, unit) ?? '/',
            mean: none
          }
        ]),
    {
      key: 'remarks',
      hide: 'REMARKS',
      head: words.remarks,
      align: 'left',
      score: false,
      text: (unit) => unit.remarks.join('；'),
      mean: none
    }
  ]
  return all.filter((column) => column.hide === undefined || !hidden.has(column.hide))
}
