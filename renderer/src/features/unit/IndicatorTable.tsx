import { Checkbox, type TableColumnsType } from 'antd'
import { useMemo, useState, type ReactElement } from 'react'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { UnitView } from '#shared/ipc/results.ts'
import { useRateMarks, type RateMarks } from '../../app/useRateMarks.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber, printRate } from '../../text/format.ts'
import { indicatorCount, unitText } from '../../text/unit.ts'
import { mainInputs } from './mainInputs.ts'
import { Sparkline } from './Sparkline.tsx'

interface Line {
  order: number
  dimension: string
  /** Rows of one dimension follow each other; only the first names it. */
  first: boolean
  result: IndicatorResult
  target: string | null
  actual: string | null
  mean: string | null
  history: (string | null)[]
}

/** A scheme of 47 indicators asks a unit for a dozen: the rest is named on demand only. */
function lines(view: UnitView, withNa: boolean): Line[] {
  let order = 0
  return view.result.dimensions.flatMap((dimension) =>
    dimension.indicators
      .filter((result) => withNa || result.status !== 'NA')
      .map((result, index): Line => {
        order += 1
        return {
          order,
          dimension: dimension.name,
          first: index === 0,
          result,
          ...mainInputs(result),
          mean: view.meanByIndicator[result.indicator] ?? null,
          history: (view.indicatorHistory[result.indicator] ?? []).map((point) => point.score)
        }
      })
  )
}

const { columns: heads } = unitText

function columns(narrow: boolean, progress: RateMarks): TableColumnsType<Line> {
  const all: TableColumnsType<Line> = [
    {
      key: 'name',
      title: heads.name,
      fixed: 'left',
      width: 210,
      ellipsis: true,
      render: (_, { result, dimension }) => <span title={`${dimension} · ${result.name}`}>{result.name}</span>
    },
    {
      key: 'target',
      title: heads.target,
      align: 'right',
      width: 92,
      ellipsis: true,
      render: (_, line) => <Input text={line.target} />
    },
    {
      key: 'actual',
      title: heads.actual,
      align: 'right',
      width: 92,
      ellipsis: true,
      render: (_, line) => <Input text={line.actual} />
    },
    {
      key: 'rate',
      title: heads.rate,
      align: 'right',
      width: 76,
      render: (_, { result }) => (result.rate === null ? <ScoreText value={null} /> : printRate(result.rate))
    },
    {
      key: 'score',
      title: heads.score,
      align: 'right',
      width: 96,
      render: (_, { result }) => <Score result={result} />
    },
    {
      key: 'mean',
      title: heads.mean,
      align: 'right',
      width: 64,
      render: (_, { mean }) => (
        <span className="soft">
          <ScoreText value={mean} />
        </span>
      )
    },
    {
      key: 'trend',
      title: heads.trend,
      width: 76,
      render: (_, { history, result }) => (
        <Sparkline
          values={history}
          label={`${result.name}${heads.trend}：${history.map((score) => score ?? '/').join('、')}`}
        />
      )
    },
    {
      key: 'status',
      title: heads.status,
      width: 84,
      render: (_, { result }) => (
        <span className="row">
          <StatusMark {...progress.ofIndicator(result)} />
          {result.estimated ? <StatusMark status="estimated" /> : null}
        </span>
      )
    }
  ]
  return narrow ? all.filter((column) => column.key !== 'trend') : all
}

function Input({ text }: { text: string | null }): ReactElement {
  return text === null ? <ScoreText value={null} /> : <span title={text}>{text}</span>
}

function Score({ result }: { result: IndicatorResult }): ReactElement {
  if (result.score === null) return <ScoreText value={null} />
  return (
    <span className="nowrap">
      <ScoreText value={result.score.printed} strong />
      <span className="quiet small">/{printNumber(result.fullMark)}</span>
    </span>
  )
}

interface Props {
  view: UnitView
  selected: string | null
  narrow: boolean
  onAsk: (indicator: string) => void
  onSelect: (indicator: string) => void
}

/** 指标 of one unit; a row opens its trace, Space too. */
export function IndicatorTable({ view, selected, narrow, onAsk, onSelect }: Props): ReactElement {
  const [withNa, setWithNa] = useState(false)
  const rows = useMemo(() => lines(view, withNa), [view, withNa])
  const progress = useRateMarks()
  const shown = columns(narrow, progress)
  const lacking = view.result.dimensions.some((dimension) =>
    dimension.indicators.some((result) => result.status === 'NA')
  )
  return (
    <section className="panel unit-indicators" aria-label={unitText.indicators}>
      <div className="panel-head">
        <h2>{unitText.indicators}</h2>
        <span className="panel-hint" title={progress.legend}>
          {indicatorCount(rows.length)}；{progress.legend}
        </span>
        {lacking ? (
          <span className="panel-extra">
            <Checkbox checked={withNa} onChange={(event) => setWithNa(event.target.checked)}>
              <span className="small">{unitText.showNa}</span>
            </Checkbox>
          </span>
        ) : null}
      </div>
      <div className="unit-indicators-body" onClick={(event) => askRow(event.target, onAsk)}>
        <DataTable
          rows={rows}
          columns={shown}
          rowKey={(line) => line.result.indicator}
          selected={selected}
          onSelect={onSelect}
          onOpen={(line) => onAsk(line.result.indicator)}
          onSpace={(line) => onAsk(line.result.indicator)}
          label={unitText.indicators}
          scroll={{ x: 'max-content' }}
          rowClassName={(line) => (line.first && line.order > 1 ? 'unit-new-dimension' : '')}
        />
      </div>
    </section>
  )
}

// The shared table tells a selection by keyboard and by mouse alike; only a click opens the trace.
function askRow(target: EventTarget, onAsk: (indicator: string) => void): void {
  const key =
    target instanceof Element ? target.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey'] : undefined
  if (key !== undefined) onAsk(key)
}
