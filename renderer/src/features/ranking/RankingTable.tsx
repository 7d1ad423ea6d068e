import { useMemo, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { monthName } from '#shared/domain/period/spans.ts'
import type { GroupResult, RaceResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { RankHistory } from '#shared/ipc/results.ts'
import { rankingText } from '../../text/ranking.ts'
import { bestOfGroup } from './bestOfGroup.ts'
import { BumpChart } from './BumpChart.tsx'
import { bumpLines, bumpPeriods } from './bumpLines.ts'
import { isShown, rowBlocks, type ColumnChoice } from './rankingColumns.ts'
import { rankingFields } from './rankingFields.tsx'
import { RankingFoot } from './RankingFoot.tsx'
import { RankingHead } from './RankingHead.tsx'
import { RankingRow } from './RankingRow.tsx'
import { tieBrackets } from './tieBrackets.ts'
import { targetRow } from './useRowKeys.ts'
import { useShownRows } from './useShownRows.ts'
import type { ViewProps } from './viewProps.ts'

/** Head and footer of the table in px; the page keeps room for them. */
export const HEAD_HEIGHT = 42

interface Props extends ViewProps {
  race: RaceResult
  group: GroupResult
  history: readonly RankHistory[]
  period: PeriodKey
  /** Null unless a month's preview is shown. */
  month: number | null
  columns: ColumnChoice
  bonusCap: string | null
  rowHeight: number
  scroller: RefObject<HTMLElement | null>
  /** Said in the head's corner where several groups stand on one page. */
  showName: boolean
}

/** 排名 of one group: pinned 名次 and 单位, the four-quarter chart running into the rows, ties joined by a bracket. */
export function RankingTable(props: Props): ReactElement {
  const { race, group, columns, rowHeight } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, listed } = useMemo(() => rowBlocks(group), [group])
  const fields = useMemo(
    () => rankingFields(race, group, bestOfGroup(group.units), props.bonusCap),
    [race, group, props.bonusCap]
  )
  const score = fields.score.filter((field) => isShown(field.code, columns))
  const standing = fields.standing.filter((field) => isShown(field.code, columns))
  const ties = useMemo(() => tieBrackets(rows), [rows])
  const periods = useMemo(() => bumpPeriods(props.history, props.period), [props.history, props.period])
  const lines = useMemo(() => bumpLines(rows, props.history, periods), [rows, props.history, periods])
  const bump = isShown('BUMP', columns)
  const shownRows = useShownRows(rows.length, rowHeight, props.scroller)

  const order = [...rows, ...listed]
  // One drawn row is in the tab order: the selected one, or the first while that one is not there.
  const drawn = [...rows.slice(shownRows.start, shownRows.end), ...listed]
  const tabStop = (drawn.find((unit) => unit.unit === props.selected) ?? drawn[0])?.unit

  function move(index: number): void {
    const unit = order[index]!
    props.onSelect(unit.unit)
    if (index < rows.length) shownRows.reveal(index)
    // A row outside the virtual window exists only after the next paint.
    const focus = (): void => {
      const row = body.current?.parentElement?.querySelector<HTMLElement>(
        `[data-row-key="${CSS.escape(unit.unit)}"]`
      )
      row?.focus({ preventScroll: index < rows.length && shownRows.virtual })
      if (!shownRows.virtual) row?.scrollIntoView({ block: 'nearest' })
    }
    if (shownRows.virtual) requestAnimationFrame(focus)
    else focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, unit: UnitResult): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const target = targetRow(event.key, order.indexOf(unit), order.length)
    if (target !== null) move(target)
    else if (event.key === 'Enter') props.onOpen(unit.unit)
    else if (event.key === ' ') props.onTrace({ unit: unit.unit, dimension: null }, true)
    else return
    event.preventDefault()
  }

  const row = (unit: UnitResult, index: number, lead: ReactElement | null): ReactElement => (
    <RankingRow
      key={unit.unit}
      unit={unit}
      score={score}
      standing={standing}
      tie={ties[index] ?? null}
      height={rowHeight}
      selected={unit.unit === props.selected}
      inTabOrder={unit.unit === tabStop}
      lead={lead}
      listed={unit.rankMode === 'LISTED_NOT_RANKED'}
      onSelect={() => props.onSelect(unit.unit)}
      onOpen={() => props.onOpen(unit.unit)}
      onTrace={(dimension) => props.onTrace({ unit: unit.unit, dimension }, false)}
      onKeyDown={(event) => onKeyDown(event, unit)}
    />
  )

  const wide = score.length + standing.length + 3 + (bump ? 1 : 0)
  const { start, end, before, after } = shownRows
  return (
    <table className="rk-table" aria-label={group.name} aria-rowcount={order.length}>
      <RankingHead
        name={props.showName ? group.name : null}
        periods={bump ? periods : null}
        now={props.month === null ? rankingText.head.now : monthName(props.month)}
        score={score}
        standing={standing}
      />
      <tbody ref={body}>
        {before > 0 ? <Spacer height={before} span={wide} /> : null}
        {rows.slice(start, end).map((unit, offset) =>
          row(
            unit,
            start + offset,
            bump && offset === 0 ? (
              <td className="rk-bump" rowSpan={end - start} style={{ height: (end - start) * rowHeight }}>
                <BumpChart
                  lines={lines}
                  steps={periods.length}
                  rowHeight={rowHeight}
                  from={start}
                  to={end}
                  selected={props.selected}
                  label={`${group.name}${rankingText.bump}`}
                />
              </td>
            ) : null
          )
        )}
        {after > 0 ? <Spacer height={after} span={wide} /> : null}
        {listed.map((unit, index) =>
          row(
            unit,
            rows.length + index,
            bump ? <td className="rk-listed-lead">{index === 0 ? rankingText.listed : null}</td> : null
          )
        )}
      </tbody>
      <RankingFoot group={group} lead={bump} score={score} standing={standing} />
    </table>
  )
}

function Spacer({ height, span }: { height: number; span: number }): ReactElement {
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
