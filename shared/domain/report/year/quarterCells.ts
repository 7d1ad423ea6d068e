import type { YearQuarter, YearResult, YearUnit } from '../../period/yearResult.ts'
import { printedCell, rankCell } from '../ranking/columnSpec.ts'
import type { TableCell } from '../reportTable.ts'

const STATES: Record<YearQuarter['state'], string> = {
  COUNTED: '有成绩',
  IMPUTED: '补分',
  INHERITED: '取自前身',
  DROPPED: '去掉，不计入',
  MISSING: '没有成绩',
  NOT_A_MEMBER: '未设或未参加'
}

/** State of a quarter in words, and whether it counts. */
export function quarterStateText({ state, weight }: YearQuarter): string {
  if (weight === null) return STATES[state]
  return state === 'COUNTED' ? '计入' : `${STATES[state]}，计入`
}

const MARKS: Partial<Record<YearQuarter['state'], string>> = {
  IMPUTED: '补',
  INHERITED: '承',
  DROPPED: '去',
  MISSING: '缺'
}

/** What marks and words of the quarters' columns mean, as far as they stand there; [] for plain scores. */
export function quarterLegend(units: readonly Pick<YearUnit, 'quarters'>[], result: YearResult): string[] {
  const cells = units.flatMap(({ quarters }) => quarters.map((quarter) => quarterScoreCell(quarter, result)))
  const has = (mark: string): boolean =>
    cells.some((cell) => cell !== null && typeof cell === 'object' && cell.suffix === mark)
  const says = (word: string): boolean => cells.includes(word)
  const parts = [
    has('补') ? '得分后带「补」的按决定核定' : '',
    has('承') ? '带「承」的按沿革承继前身单位' : '',
    has('去') ? '带「去」的去掉不计入' : '',
    has('缺') ? '带「缺」的没有成绩、按 0 分计' : '',
    says('缺') ? '「缺」是该季度没有成绩' : '',
    says('未冻结') ? '「未冻结」是该季度没有冻结的成绩' : '',
    says('/') ? '「/」是该季度未设或未参加' : ''
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`季度得分：${parts.join('；')}。`]
}

/** The score as it goes into the year, marked with where it comes from; words where there is none. */
export function quarterScoreCell(
  quarter: YearQuarter | undefined,
  { quarters, decimals }: YearResult
): TableCell {
  if (quarter === undefined || quarter.state === 'NOT_A_MEMBER') return '/'
  const { state, score, period } = quarter
  if (score === null) {
    const isFrozen = quarters.some((each) => each.period === period && each.snapshot !== null)
    return isFrozen ? '缺' : '未冻结'
  }
  const mark = MARKS[state]
  return { ...printedCell(score, decimals), ...(mark === undefined ? {} : { suffix: mark }) }
}

export function quarterRankCell(quarter: YearQuarter | undefined): TableCell {
  return rankCell(quarter?.rank ?? null)
}
