import type { ReactElement } from 'react'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { noScoreReason } from '#shared/domain/ranking/noScoreReason.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { leftOutUnits, meanOf, pageNumber, paperTitle, reportText, snapshotOf } from '../../text/report.ts'
import { paperColumns, type PaperColumn } from './paperColumns.ts'
import type { PaperPage } from './paperPages.ts'

const { paper: words } = reportText
/** The full-width space of Chinese typesetting. */
const SPACE = '\u3000'

interface Props {
  page: PaperPage
  number: number
  results: ResultSet
  hide: readonly string[]
  issuer: string
  issuedOn: string
  /** Null marks the page as a preview. */
  snapshot: string | null
}

/** One A4 landscape page as it will be printed: black text, hairlines, no tints. */
export function Paper({ page, number, results, hide, issuer, issuedOn, snapshot }: Props): ReactElement {
  const { race, group } = page
  const columns = paperColumns(race, group, hide)
  return (
    <article className="paper" aria-label={pageNumber(number)}>
      {snapshot === null ? <p className="paper-mark">{words.previewMark}</p> : null}
      {page.first ? (
        <>
          <h2>{paperTitle(periodTitle(results.period), group.name, race.name)}</h2>
          <p className="paper-line">
            <span>
              {`${words.issuer}：${issuer === '' ? results.scheme.organisation : issuer}`}
              <span className="paper-date">{issuedOn}</span>
            </span>
            <span>{words.unit}</span>
          </p>
        </>
      ) : null}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key}>{column.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.units.map((unit) => (
            <Row key={unit.unit} unit={unit} columns={columns} />
          ))}
          {page.last && group.mean !== null ? (
            <tr className="paper-mean">
              {columns.map((column) => (
                <td key={column.key} className={column.align}>
                  {column.key === 'unit' ? meanOf(group.rankedCount) : column.mean(group.mean!)}
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      {page.last ? (
        <>
          <p className="paper-note">
            {page.unnamed > 0 ? leftOutUnits(page.unnamed) : null}
            {results.footer.slice(0, 3).join(SPACE)}
            {snapshot === null ? null : `${SPACE}${snapshotOf(snapshot)}`}
          </p>
          <p className="paper-signs">
            {words.makers.map((maker) => (
              <span key={maker}>{maker}</span>
            ))}
          </p>
        </>
      ) : null}
      <p className="paper-number">{pageNumber(number)}</p>
    </article>
  )
}

function Row({ unit, columns }: { unit: UnitResult; columns: readonly PaperColumn[] }): ReactElement {
  const scored = columns.filter((column) => column.score)
  const blocked = unit.state === 'BLOCKED'
  return (
    <tr>
      {columns.map((column) => {
        if (blocked && column.score) {
          return column === scored[0] ? (
            <td key={column.key} colSpan={scored.length} className="mid">
              {noScoreReason(unit)}
            </td>
          ) : null
        }
        return (
          <td key={column.key} className={column.bold === true ? `${column.align} bold` : column.align}>
            {column.text(unit)}
          </td>
        )
      })}
    </tr>
  )
}
