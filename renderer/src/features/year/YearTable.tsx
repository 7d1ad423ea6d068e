import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import type { YearQuarter, YearResult, YearUnit } from '#shared/domain/period/yearResult.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { rankingText } from '../../text/ranking.ts'
import { QUARTER_STATES, yearText as text } from '../../text/year.ts'
import { tiesOf, type AskedTie } from '../ranking/ties.ts'

type Race = YearResult['races'][number]

/** One table a group; a row opens to its sentence, its quarters' sources and its items' yearly means. */
export function YearTable(props: {
  result: YearResult
  /** Null once the year is frozen. */
  onTie: ((tie: AskedTie) => void) | null
}): ReactElement {
  const { result, onTie } = props
  return (
    <div className="year-scroll">
      {result.races.flatMap((race) =>
        race.groups.map((group) => (
          <GroupTable
            key={`${race.race}.${group.group}`}
            title={result.races.length > 1 ? `${race.name} · ${group.name}` : group.name}
            group={group}
            quarters={result.quarters}
            ties={tiesOf(race.race, group)}
            onTie={onTie}
          />
        ))
      )}
    </div>
  )
}

function GroupTable(props: {
  title: string
  group: Race['groups'][number]
  quarters: YearResult['quarters']
  ties: readonly AskedTie[]
  onTie: ((tie: AskedTie) => void) | null
}): ReactElement {
  const { group, quarters } = props
  const [selected, setSelected] = useState<string | null>(null)
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (unit: string): void =>
    setOpen((now) => (now.includes(unit) ? now.filter((entry) => entry !== unit) : [...now, unit]))
  return (
    <Panel
      title={props.title}
      hint={group.mean === null ? undefined : `${text.mean} ${group.mean}`}
      className="year-group"
      extra={
        props.onTie === null
          ? undefined
          : props.ties.map((tie) => (
              <button key={tie.rank} type="button" className="link" onClick={() => props.onTie?.(tie)}>
                {rankingText.decideTie(tie.rank)}
              </button>
            ))
      }
    >
      <DataTable
        label={props.title}
        rows={group.units}
        columns={columns(
          quarters,
          group.units.some((unit) => unit.grade !== null)
        )}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => toggle(row.unit)}
        scroll={{ x: 1100 }}
        expandable={{
          expandedRowKeys: [...open],
          onExpand: (_, row) => toggle(row.unit),
          expandedRowRender: (row) => <Detail unit={row} />
        }}
      />
    </Panel>
  )
}

/** 等次 only where the year gives any. */
function columns(quarters: YearResult['quarters'], graded: boolean): TableColumnsType<YearUnit> {
  const { head } = text
  return [
    {
      title: head.rank,
      key: 'rank',
      width: 64,
      align: 'center',
      render: (_, row) => <RankBadge rank={row.rank} tied={row.tied} />
    },
    {
      title: head.unit,
      key: 'unit',
      width: 170,
      ellipsis: true,
      render: (_, row) => (
        <span className="bold" title={row.name}>
          {row.name}
        </span>
      )
    },
    ...quarters.map(({ period, snapshot }) => ({
      title: (
        <span title={snapshot ?? text.notFrozenQuarter}>
          {periodShort(period)}
          {snapshot === null ? <span className="small quiet"> {text.notFrozenQuarter}</span> : null}
        </span>
      ),
      key: period,
      width: 96,
      align: 'right' as const,
      render: (_: unknown, row: YearUnit) => (
        <Quarter quarter={row.quarters.find((entry) => entry.period === period)} />
      )
    })),
    {
      title: head.combined,
      key: 'combined',
      width: 84,
      align: 'right',
      render: (_, row) => <ScoreText value={row.quarterScore?.printed ?? null} />
    },
    {
      title: head.leadership,
      key: 'leadership',
      width: 84,
      align: 'right',
      render: (_, row) => <ScoreText value={row.leadership?.printed ?? null} />
    },
    {
      title: head.total,
      key: 'total',
      width: 88,
      align: 'right',
      render: (_, row) => <ScoreText value={row.total?.printed ?? null} strong />
    },
    ...(graded
      ? [
          {
            title: head.grade,
            key: 'grade',
            width: 72,
            render: (_: unknown, row: YearUnit) => row.grade?.grade ?? '/'
          }
        ]
      : []),
    {
      title: head.remarks,
      key: 'remarks',
      ellipsis: true,
      render: (_, row) => <span title={row.remarks.join('；')}>{row.remarks.join('；')}</span>
    }
  ]
}

function Quarter({ quarter }: { quarter: YearQuarter | undefined }): ReactElement | null {
  if (quarter === undefined) return null
  const { mark, name } = QUARTER_STATES[quarter.state]
  const dropped = quarter.state === 'DROPPED'
  return (
    <span className={dropped ? 'quiet year-quarter' : 'year-quarter'} title={`${name} · ${quarter.source}`}>
      {quarter.score === null ? null : <ScoreText value={quarter.score} />}
      {mark === '' ? null : <span className="year-mark">{mark}</span>}
    </span>
  )
}

function Detail({ unit }: { unit: YearUnit }): ReactElement {
  return (
    <div className="year-detail">
      <p>{unit.sentence}</p>
      {unit.grade === null ? null : <p className="soft">{unit.grade.sentence}</p>}
      <ul>
        {unit.quarters.map((quarter) => (
          <li key={quarter.period}>
            <b>{periodShort(quarter.period)}</b> {QUARTER_STATES[quarter.state].name}
            {quarter.weight === null ? '' : `，权重 ${quarter.weight}%`}
            {quarter.rank === null ? '' : `，第 ${quarter.rank} 名`}
            <span className="soft"> · {quarter.source}</span>
          </li>
        ))}
      </ul>
      {unit.indicators.length === 0 ? null : (
        <p className="small soft">
          {text.items}：{unit.indicators.map((item) => `${item.name} ${item.score ?? '/'}`).join('，')}
        </p>
      )}
    </div>
  )
}
