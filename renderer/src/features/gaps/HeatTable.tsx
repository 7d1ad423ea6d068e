import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { GroupResult, IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { useRateMarks, type RateMarks } from '../../app/useRateMarks.ts'
import { Icon } from '../../components/Icon.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { padDecimals, printRate } from '../../text/format.ts'
import { againstTargetText, gapsText as text } from '../../text/gaps.ts'
import { indicatorsOf, meanRate, ownWeakest, sharedIndicators, sortUnits } from './gapRows.ts'

/** Units down, shared indicators across; a head sorts its column from low to high. */
export function HeatTable({ group }: { group: GroupResult }): ReactElement {
  const progress = useRateMarks()
  const [by, setBy] = useState<string | null>(null)
  const columns = sharedIndicators(group)
  const rows = sortUnits(group.units, by)
  const { attach, style } = useTableHeight(rows.length + 1, 56)
  return (
    <div className="heat-scroll" ref={attach} style={style}>
      <table className="heat">
        <thead>
          <tr>
            <th className="heat-unit" aria-sort={by === null ? 'ascending' : 'none'}>
              <button type="button" className="heat-sort" title={text.sortByRank} onClick={() => setBy(null)}>
                {text.head.unit}
                {by === null ? <Icon name="down" /> : null}
              </button>
            </th>
            {columns.map((column) => (
              <th key={column.indicator} aria-sort={by === column.indicator ? 'ascending' : 'none'}>
                <button
                  type="button"
                  className="heat-sort"
                  title={text.sortBy(column.name)}
                  onClick={() => setBy((now) => (now === column.indicator ? null : column.indicator))}
                >
                  <span>
                    {column.name}
                    <small>({padDecimals(column.fullMark, 0)})</small>
                  </span>
                  {by === column.indicator ? <Icon name="down" /> : null}
                </button>
              </th>
            ))}
            <th>{text.own}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <Row key={unit.unit} unit={unit} columns={columns} progress={progress} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th className="heat-unit">{text.meanRow}</th>
            {columns.map((column) => {
              const rate = meanRate(group, column.indicator)
              return (
                <td key={column.indicator}>
                  {rate === null ? (
                    '/'
                  ) : (
                    <StatusMark status={progress.ofRate(rate).status} word={printRate(rate)} />
                  )}
                </td>
              )
            })}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Row({
  unit,
  columns,
  progress
}: {
  unit: UnitResult
  progress: RateMarks
  columns: ReturnType<typeof sharedIndicators>
}): ReactElement {
  const indicators = indicatorsOf(unit)
  const own = ownWeakest(unit, columns)
  return (
    <tr>
      <th className="heat-unit" scope="row">
        <RankBadge rank={unit.rank} tied={unit.tied} />
        <span className="ellipsis" title={unit.name}>
          {unit.name}
        </span>
      </th>
      {columns.map((column) => (
        <Cell
          key={column.indicator}
          unit={unit}
          indicator={indicators.find((item) => item.indicator === column.indicator)}
          progress={progress}
        />
      ))}
      <Cell unit={unit} indicator={own ?? undefined} progress={progress} named />
    </tr>
  )
}

function Cell(props: {
  unit: UnitResult
  indicator: IndicatorResult | undefined
  progress: RateMarks
  named?: boolean
}): ReactElement {
  const { unit, indicator, progress, named = false } = props
  if (indicator === undefined || indicator.status === 'NA') return <td className="heat-na">/</td>
  const mark = progress.ofIndicator(indicator)
  const { status } = mark
  if (indicator.rate === null) {
    return (
      <td>
        <StatusMark {...mark} />
      </td>
    )
  }
  return (
    <td className={`heat-${status}`}>
      <Link
        to={paths.unitIndicator(unit.unit, indicator.indicator)}
        title={[`${unit.name} · ${indicator.name}：${indicator.trace.sentence}`, againstTargetText(indicator)]
          .filter((line) => line !== null)
          .join('\n')}
        className="heat-cell"
      >
        {named ? <span className="ellipsis heat-name">{indicator.name}</span> : null}
        <StatusMark {...mark} shapeOnly />
        <span>{printRate(indicator.rate)}</span>
      </Link>
    </td>
  )
}
