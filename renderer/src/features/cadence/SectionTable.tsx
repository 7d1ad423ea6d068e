import type { CSSProperties, ReactElement } from 'react'
import { cellText } from '#shared/domain/report/cellText.ts'
import type { CadenceSection, RowLink } from '#shared/domain/report/cadence/cadenceContent.ts'
import type { ReportColumn, ReportRow } from '#shared/domain/report/reportTable.ts'

const ALIGN = { left: undefined, center: 'mid', right: 'num' } as const

interface Props {
  section: CadenceSection
  onOpen: (link: RowLink) => void
}

/** At least as wide as on paper: half-width characters there, ems here. */
function widthOf({ min, max, bold }: ReportColumn): CSSProperties {
  return { minWidth: `${(bold === true ? Math.min(max, 24) : min) / 2}em` }
}

/** A table of a report on the screen: the same columns, words and numbers as on paper. Columns to fill by hand are left out. */
export function SectionTable({ section: { table, links, title }, onOpen }: Props): ReactElement {
  const columns = table.columns.filter(({ toFill }) => toFill !== true)
  const bands = columns.some(({ band }) => band !== undefined)
  return (
    <div className="cd-table">
      <table className="plain" aria-label={title}>
        <thead>
          {bands ? <BandRow columns={columns} /> : null}
          <tr>
            {columns.map((column) => (
              <th key={column.id} className={ALIGN[column.align]} style={widthOf(column)}>
                {column.head}
                {column.fullMark == null ? null : <span className="quiet">（{column.fullMark}）</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <Row key={index} row={row} columns={columns} link={links[index] ?? null} onOpen={onOpen} />
          ))}
        </tbody>
        {table.foot.length === 0 ? null : (
          <tfoot>
            {table.foot.map((row, index) => (
              <Row key={index} row={row} columns={columns} link={null} onOpen={onOpen} />
            ))}
          </tfoot>
        )}
      </table>
      {table.remarks.map((remark) => (
        <p key={remark} className="cd-remark">
          {remark}
        </p>
      ))}
    </div>
  )
}

function BandRow({ columns }: { columns: readonly ReportColumn[] }): ReactElement {
  const spans: { band: string; count: number; key: string }[] = []
  for (const { id, band = '' } of columns) {
    const last = spans.at(-1)
    if (last !== undefined && last.band === band && band !== '') last.count += 1
    else spans.push({ band, count: 1, key: id })
  }
  return (
    <tr>
      {spans.map(({ band, count, key }) => (
        <th key={key} colSpan={count} className="mid">
          {band}
        </th>
      ))}
    </tr>
  )
}

interface RowProps {
  row: ReportRow
  columns: readonly ReportColumn[]
  link: RowLink | null
  onOpen: (link: RowLink) => void
}

function Row({ row, columns, link, onOpen }: RowProps): ReactElement {
  if (row.band !== undefined)
    return (
      <tr className="cd-band">
        <td colSpan={columns.length}>{row.band}</td>
      </tr>
    )
  const { merged } = row
  const from = merged === undefined ? -1 : columns.findIndex(({ id }) => id === merged.from)
  const to = merged === undefined ? -1 : columns.findIndex(({ id }) => id === merged.to)
  const name = columns.find(({ bold }) => bold === true)?.id ?? columns[0]?.id
  return (
    <tr className={row.opens === true ? 'cd-opens' : undefined}>
      {columns.map((column, index) => {
        if (merged !== undefined && index >= from && (to < 0 || index <= to))
          return index === from || (from < 0 && index === 0) ? (
            <td key={column.id} colSpan={(to < 0 ? columns.length : to + 1) - index} className="cd-merged">
              {merged.text}
            </td>
          ) : null
        const content = cellText(row.cells[column.id])
        const isLink = link !== null && column.id === name
        const classes = [
          ALIGN[column.align] ?? '',
          column.bold === true ? 'bold' : '',
          column.tint === true ? 'cd-tint' : '',
          row.red?.includes(column.id) === true ? 'good' : ''
        ]
        return (
          <td key={column.id} className={classes.filter((each) => each !== '').join(' ')}>
            {isLink ? (
              <button type="button" className="link cd-link" onClick={() => onOpen(link)}>
                {content}
              </button>
            ) : (
              content
            )}
          </td>
        )
      })}
    </tr>
  )
}
