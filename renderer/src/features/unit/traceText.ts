import type { IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { sourceText } from '../../components/SourceTag.tsx'
import { printNumber } from '../../text/format.ts'
import { unitText } from '../../text/unit.ts'

const { trace: words } = unitText
/** The full-width space of Chinese typesetting. */
const INDENT = '\u3000'

/** 复制说明: the trace of one indicator as plain text that answers a unit's question by itself. */
export function indicatorAsText(period: string, unit: UnitResult, result: IndicatorResult): string {
  const { trace } = result
  const inputs = trace.inputs.map((input) => {
    const value = input.value === null ? stateWord(input.state) : `${printNumber(input.value)}${input.unit}`
    const left = input.leftOut === undefined ? '' : `（${words.leftOut}：${input.leftOut}）`
    return `${INDENT}${input.label}：${value}${left}，${sourceText(input.source)}`
  })
  return [
    `${period} ${unit.name}`,
    `${result.name}：${result.score === null ? (result.reason ?? '') : `${result.score.printed} / ${printNumber(result.fullMark)}`}`,
    `${words.rule}：${trace.ruleInWords}`,
    `${words.calculation}：${trace.sentence}`,
    ...(inputs.length === 0 ? [] : [`${words.inputs}：`, ...inputs]),
    ...trace.notes.map((note) => `${words.notes}：${note}`)
  ].join('\n')
}

/** The way from the dimensions to the total. */
export function totalAsText(period: string, unit: UnitResult): string {
  const dimensions = unit.dimensions.map(
    (dimension) =>
      `${INDENT}${dimension.name}（${printNumber(dimension.fullMark)}）：${dimension.score?.printed ?? stateOfDimension(unit, dimension.dimension)}`
  )
  return [
    `${period} ${unit.name}`,
    `${unitText.total}：${unit.total?.printed ?? unit.reasons.join('；')}`,
    ...(unit.totalSentence === '' ? [] : [`${words.calculation}：${unit.totalSentence}`]),
    `${words.base}：${unit.baseSentence}`,
    ...dimensions,
    `${words.adjustments}：${unit.adjustments.sentence}`
  ].join('\n')
}

export function stateWord(state: 'VALUE' | 'NA' | 'MISSING' | 'ESTIMATED'): string {
  if (state === 'MISSING') return words.missing
  return state === 'NA' ? words.na : '/'
}

function stateOfDimension(unit: UnitResult, code: string): string {
  const dimension = unit.dimensions.find((candidate) => candidate.dimension === code)
  return dimension?.indicators.some((indicator) => indicator.status === 'MISSING') === true
    ? words.missing
    : words.na
}
