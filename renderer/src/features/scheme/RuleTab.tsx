import { Drawer, Select, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { padDecimals } from '../../text/format.ts'
import { schemeText as text } from '../../text/scheme.ts'
import { IndicatorPane } from './IndicatorPane.tsx'
import { problemsOf, schemeRows, unitName, type SchemeRow } from './schemeRows.ts'

interface Props {
  view: SchemeView
  period: string
  /** Indicator that a link asks for. */
  wanted: string | null
}

/** Tree of dimensions and indicators left, what one of them means right (a drawer where there is no room). */
export function RuleTab({ view, period, wanted }: Props): ReactElement {
  const [unit, setUnit] = useState<string | null>(null)
  const rows = schemeRows(view.definition, unit)
  const firstIndicator = rows.find((row) => row.kind === 'indicator')?.key ?? null
  const [chosen, setChosen] = useState<string | null>(wanted)
  const narrow = useMedia(NARROW)
  const { attach, height, style } = useTableHeight(rows.length)
  const selected = rows.some((row) => row.key === chosen) ? chosen : firstIndicator
  const row = rows.find((item) => item.key === selected)
  const all = view.definition.races.flatMap((race) => race.dimensions)
  const pane =
    row?.kind === 'indicator' ? (
      <IndicatorPane view={view} period={period} row={row} unit={unit} />
    ) : (
      <EmptyState title={row?.dimension.name ?? text.tree} hint={text.choose} />
    )
  return (
    <div className={narrow ? 'split' : 'split scheme-split'}>
      <Panel
        title={text.tree}
        hint={text.treeHint(all.length, all.flatMap((dimension) => dimension.indicators).length)}
        extra={
          <Select
            size="small"
            className="scheme-unit"
            aria-label={text.forUnit}
            showSearch={{ optionFilterProp: 'label' }}
            value={unit ?? ''}
            options={[
              { value: '', label: text.anyUnit },
              ...view.definition.units.map((item) => ({ value: item.code, label: item.name }))
            ]}
            onChange={(value) => setUnit(value === '' ? null : value)}
          />
        }
      >
        <div className="fill" ref={attach} style={style}>
          <DataTable<SchemeRow>
            label={text.tree}
            rows={rows}
            columns={columns(view)}
            rowKey={(item) => item.key}
            selected={narrow ? chosen : selected}
            onSelect={setChosen}
            scroll={{ y: height, x: 440 }}
            rowClassName={(item) => (item.kind === 'dimension' ? 'scheme-dimension' : '')}
          />
        </div>
      </Panel>
      {narrow ? (
        <Drawer
          open={chosen !== null && row?.kind === 'indicator'}
          onClose={() => setChosen(null)}
          size={520}
          title={text.pane}
          closable={{ placement: 'end' }}
          rootClassName="below-bar"
          mask={false}
          classNames={{ body: 'scheme-drawer' }}
        >
          {pane}
        </Drawer>
      ) : (
        <Panel className="scheme-pane">{pane}</Panel>
      )}
    </div>
  )
}

function columns(view: SchemeView): TableColumnsType<SchemeRow> {
  const { definition, rules, problems } = view
  return [
    {
      title: text.head.name,
      key: 'name',
      ellipsis: true,
      render: (_, row) =>
        row.kind === 'dimension' ? (
          <b>{row.dimension.name}</b>
        ) : (
          <span className="scheme-name" title={row.indicator.name}>
            {row.indicator.name}
          </span>
        )
    },
    {
      title: text.head.full,
      key: 'full',
      width: 66,
      align: 'right',
      render: (_, row) =>
        row.kind === 'dimension' ? (
          <b>{padDecimals(row.dimension.fullMark, 2)}</b>
        ) : (
          padDecimals(row.indicator.fullMark, 2)
        )
    },
    {
      title: text.head.kind,
      key: 'kind',
      width: 100,
      ellipsis: true,
      render: (_, row) => (
        <span className="soft">
          {row.kind === 'dimension'
            ? text.composition[row.dimension.composition]
            : (rules[row.indicator.code]?.kindName ?? row.indicator.rule.kind)}
        </span>
      )
    },
    {
      title: text.head.provider,
      key: 'provider',
      width: 96,
      ellipsis: true,
      render: (_, row) =>
        row.kind === 'dimension' ? null : (
          <span className="soft">{unitName(definition, row.indicator.provider) ?? text.noProvider}</span>
        )
    },
    {
      title: text.head.check,
      key: 'check',
      width: 48,
      align: 'center',
      render: (_, row) =>
        row.kind === 'dimension' ? null : problemsOf(problems, row.indicator).some(
            (item) => item.level === 'error'
          ) ? (
          <StatusMark status="refused" word={text.faulty} shapeOnly />
        ) : (
          <StatusMark status="done" word={text.complete} shapeOnly />
        )
    }
  ]
}
