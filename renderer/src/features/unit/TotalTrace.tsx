import type { ReactElement } from 'react'
import type { DimensionResult, IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'
import { adjustmentCounts, notApplicable, unitText } from '../../text/unit.ts'
import { AdjustmentList } from './AdjustmentList.tsx'
import { Section } from './IndicatorTrace.tsx'
import type { TraceView } from './traceView.ts'

const { trace: words } = unitText

interface Props {
  view: TraceView
  /** Only this dimension's indicators; null shows all. */
  dimension: string | null
  onAsk: (indicator: string) => void
}

/** The way of the total: dimensions and their indicators, the base, the adjustments. */
export function TotalTrace({ view, dimension, onAsk }: Props): ReactElement {
  const { result } = view
  const shown = result.dimensions.filter((one) => dimension === null || one.dimension === dimension)
  const entries = (sign: 'BONUS' | 'DEDUCTION'): number =>
    result.adjustments.entries.filter((entry) => entry.sign === sign).length
  return (
    <>
      {dimension !== null ? null : (
        <Section title={words.calculation}>
          <p className="trace-calc">
            {result.totalSentence === '' ? result.reasons.join('；') : result.totalSentence}
          </p>
          <p className="small soft">{result.baseSentence}</p>
          {result.deciding === null ? null : (
            <p className="small soft">
              {unitText.deciding}：{result.deciding.label} {printNumber(result.deciding.mine)} /{' '}
              {printNumber(result.deciding.theirs)}
            </p>
          )}
        </Section>
      )}
      <Section title={words.indicators}>
        <table className="plain trace-indicators">
          {shown.map((one) => (
            <DimensionRows key={one.dimension} dimension={one} onAsk={onAsk} />
          ))}
        </table>
      </Section>
      {dimension !== null ? null : (
        <Section title={words.adjustments} hint={adjustmentCounts(entries('BONUS'), entries('DEDUCTION'))}>
          <p>{result.adjustments.sentence}</p>
          {(['BONUS', 'DEDUCTION'] as const).map((sign) =>
            entries(sign) === 0 ? null : (
              <AdjustmentList key={sign} adjustments={result.adjustments} sign={sign} />
            )
          )}
        </Section>
      )}
    </>
  )
}

function DimensionRows({
  dimension,
  onAsk
}: {
  dimension: DimensionResult
  onAsk: Props['onAsk']
}): ReactElement {
  const applying = dimension.indicators.filter((indicator) => indicator.status !== 'NA')
  const rest = dimension.indicators.length - applying.length
  return (
    <tbody>
      <tr className="trace-dimension">
        <td>{dimension.name}</td>
        <td className="num">
          {dimension.score === null ? null : <ScoreText value={dimension.score.printed} />}
          <span className="quiet small"> / {printNumber(dimension.effectiveFullMark)}</span>
        </td>
      </tr>
      {applying.map((indicator) => (
        <tr key={indicator.indicator}>
          <td>
            <button
              type="button"
              className="link ellipsis"
              title={indicator.name}
              onClick={() => onAsk(indicator.indicator)}
            >
              {indicator.name}
            </button>
          </td>
          <td className="num">
            <IndicatorScore indicator={indicator} />
          </td>
        </tr>
      ))}
      {rest === 0 ? null : (
        <tr>
          <td colSpan={2} className="small quiet">
            {notApplicable(rest)}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function IndicatorScore({ indicator }: { indicator: IndicatorResult }): ReactElement {
  if (indicator.status === 'MISSING') return <StatusMark status="missing" />
  if (indicator.status === 'REFUSED') return <StatusMark status="refused" />
  return (
    <span className="nowrap">
      <ScoreText value={indicator.score?.printed ?? null} />
      <span className="quiet small"> / {printNumber(indicator.fullMark)}</span>
    </span>
  )
}
