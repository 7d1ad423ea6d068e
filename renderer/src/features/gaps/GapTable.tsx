import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { parseGap } from '#shared/domain/number/format.ts'
import type { GroupResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { noScoreWord } from '../../text/status.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { againstTargetText, gapsText as text } from '../../text/gaps.ts'
import { biggestLoss } from './gapRows.ts'
import { GapBar } from './GapBar.tsx'

/** One row a unit: how far to the first, to the one above, to the mean, and where the most points were lost. */
export function GapTable({ group, decimals }: { group: GroupResult; decimals: number }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(group.units.length)
  const navigate = useNavigate()
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.title}
        rows={group.units}
        columns={columns(group, decimals)}
        rowKey={(unit) => unit.unit}
        selected={selected}
        onSelect={setSelected}
        onOpen={(unit) => void navigate(paths.unit(unit.unit))}
        scroll={{ x: 956, y: height }}
      />
    </div>
  )
}

/** Half the bar's width stands for this many points; only for drawing. */
function spanOf(group: GroupResult): number {
  const gaps = group.units.flatMap((unit) =>
    unit.gapToMean === null ? [] : [parseGap(unit.gapToMean).abs().toNumber()]
  )
  return Math.max(1, ...gaps)
}

/** Units without a number come last. */
const byGap = (a: string | null, b: string | null): number =>
  a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : parseGap(a).comparedTo(parseGap(b))

function gap(title: string, key: 'gapToFirst' | 'gapToAbove'): TableColumnsType<UnitResult>[number] {
  return {
    title,
    key,
    width: 96,
    align: 'right',
    sorter: (a, b) => byGap(a[key], b[key]),
    render: (_, unit) => <ScoreText value={unit[key]} signed muteZero />
  }
}

function columns(group: GroupResult, decimals: number): TableColumnsType<UnitResult> {
  const span = spanOf(group)
  return [
    {
      title: text.head.rank,
      key: 'rank',
      width: 56,
      align: 'center',
      fixed: 'left',
      render: (_, unit) => <RankBadge rank={unit.rank} tied={unit.tied} />
    },
    {
      title: text.head.unit,
      key: 'unit',
      width: 150,
      fixed: 'left',
      ellipsis: true,
      render: (_, unit) => <b title={unit.name}>{unit.name}</b>
    },
    {
      title: text.head.total,
      key: 'total',
      width: 90,
      align: 'right',
      sorter: (a, b) => byGap(a.total?.exact ?? null, b.total?.exact ?? null),
      render: (_, unit) =>
        unit.state === 'BLOCKED' ? (
          <StatusMark status="missing" word={noScoreWord(unit)} />
        ) : (
          <ScoreText value={unit.total?.printed ?? null} strong />
        )
    },
    gap(text.head.first, 'gapToFirst'),
    gap(text.head.above, 'gapToAbove'),
    {
      title: text.head.mean,
      key: 'gapToMean',
      width: 210,
      sorter: (a, b) => byGap(a.gapToMean, b.gapToMean),
      render: (_, unit) => <GapBar value={unit.gapToMean} span={span} name={unit.name} />
    },
    {
      title: text.head.weakest,
      key: 'weakest',
      ellipsis: true,
      render: (_, unit) => {
        if (unit.state === 'BLOCKED') return <span className="soft">{unit.reasons.join('；')}</span>
        const loss = biggestLoss(unit, decimals)
        return loss === null ? (
          <span className="good">{text.nothingLost}</span>
        ) : (
          <>
            <Link
              to={paths.unitIndicator(unit.unit, loss.indicator.indicator)}
              title={againstTargetText(loss.indicator) ?? undefined}
            >
              {loss.indicator.name}
            </Link>
            <span className="soft gap-lost">{text.lost(loss.lost)}</span>
          </>
        )
      }
    },
    {
      title: text.head.review,
      key: 'review',
      width: 96,
      align: 'center',
      render: (_, unit) => <Link to={paths.selfReviewOf(unit.unit)}>{text.review}</Link>
    }
  ]
}
