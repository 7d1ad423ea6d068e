import type { ReactElement } from 'react'
import type { RedMatrixView } from '#shared/ipc/race.ts'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import type { Status } from '../../text/status.ts'
import { redText, statementsText as text } from '../../text/statements.ts'

const SHAPES: Record<RedMatrixView['rows'][number]['cells'][number]['state'], Status> = {
  RED: 'on_track',
  PARTLY: 'slightly_behind',
  NOT: 'behind',
  MISSING: 'missing',
  NONE: 'na'
}

/** 指标全年红: indicators down, the year's quarters across. Red is praise here, and always said by shape and word too. */
export function RedTable({ matrix }: { matrix: RedMatrixView }): ReactElement {
  if (matrix.rows.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.noQuarters} hint={text.noQuartersHint} />
      </Panel>
    )
  }
  return (
    <Panel className="red-panel" scroll>
      <table className="red-table">
        <thead>
          <tr>
            <th>{text.head.indicator}</th>
            {matrix.periods.map(({ period, preview }) => (
              <th key={period} className="center">
                {periodShort(period)}
                {preview ? <small>{text.previewQuarter}</small> : null}
              </th>
            ))}
            <th className="center">{text.head.red}</th>
            <th className="center">{text.head.allYear}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, index) => (
            <tr
              key={row.indicator}
              className={index > 0 && matrix.rows[index - 1]!.dimension !== row.dimension ? 'red-opens' : ''}
            >
              <th scope="row">
                {row.name}
                <span className="quiet small">{row.dimensionName}</span>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.period} className="center">
                  <StatusMark status={SHAPES[cell.state]} word={redText(cell)} />
                </td>
              ))}
              <td className="center num">
                {row.red}/{row.counted}
              </td>
              <td className="center">
                {row.allYear ? <StatusMark status="ahead" word={text.head.allYear} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.redFoot}</th>
            {matrix.allRed.map(({ period, red, of, all }) => (
              <td key={period} className="center num">
                {all ? <StatusMark status="ahead" word={text.allRed} /> : `${red}/${of}`}
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </Panel>
  )
}
