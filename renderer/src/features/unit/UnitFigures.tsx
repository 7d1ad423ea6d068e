import type { ReactElement, ReactNode } from 'react'
import type { UnitView } from '#shared/ipc/results.ts'
import { MovementMark } from '../../components/MovementMark.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'
import { groupMeanIs, ofGroup, previousRank, unitText } from '../../text/unit.ts'

/** 名次, 总得分, the gaps to the first, to the unit above and to the group mean. */
export function UnitFigures(props: {
  view: UnitView
  /** Printed mean of the group's totals. */
  mean: string | null
  onAskTotal: () => void
}): ReactElement {
  const { view, mean, onAskTotal } = props
  const { result, above, first } = view
  const gap = result.gapToAbove?.replace(/^[-−]/, '') ?? null
  return (
    <section className="panel unit-figures">
      <Figure title={unitText.rank}>
        <Rank view={view} />
        <p className="small">
          {result.rank === null ? (
            (result.remarks[0] ?? unitText.listed)
          ) : (
            <>
              <MovementMark movement={result.movement} />{' '}
              {result.previousRank === null ? null : previousRank(result.previousRank)}
            </>
          )}
        </p>
      </Figure>
      <Figure title={unitText.total}>
        {result.total === null ? (
          <p className="unit-figure">
            <StatusMark status="missing" />
          </p>
        ) : (
          <button type="button" className="unit-figure unit-figure-ask" onClick={onAskTotal}>
            <ScoreText value={result.total.printed} />
          </button>
        )}
        <p className="small soft ellipsis" title={result.totalSentence}>
          {result.totalSentence}
        </p>
      </Figure>
      <Figure title={unitText.toFirst}>
        <p className="unit-figure">{result.total === null ? '/' : <ScoreText value={result.gapToFirst} />}</p>
        <Beside unit={first} fallback={null} />
      </Figure>
      <Figure title={unitText.toAbove}>
        <p className="unit-figure">{result.rank === 1 ? '/' : <ScoreText value={gap} />}</p>
        <Beside unit={above} fallback={result.rank === 1 ? unitText.leading : null} />
      </Figure>
      <Figure title={unitText.toMean}>
        <p className="unit-figure">
          <ScoreText value={result.gapToMean} signed />
        </p>
        <p className="small soft">{mean === null ? null : groupMeanIs(printNumber(mean))}</p>
      </Figure>
    </section>
  )
}

function Figure({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <p className="small soft">{title}</p>
      {children}
    </div>
  )
}

function Rank({ view: { result, groupSize } }: { view: UnitView }): ReactElement {
  if (result.rank === null) return <p className="unit-figure">/</p>
  return (
    <p className="unit-figure unit-figure-rank">
      <b className={result.rank === 1 ? 'good' : undefined}>{result.rank}</b>{' '}
      <small>{ofGroup(groupSize)}</small>
    </p>
  )
}

function Beside({ unit, fallback }: { unit: UnitView['above']; fallback: string | null }): ReactElement {
  return (
    <p className="small soft ellipsis" title={unit?.name}>
      {unit === null ? fallback : `${unit.name} ${printNumber(unit.total)}`}
    </p>
  )
}
