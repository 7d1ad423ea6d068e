import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { StreakState, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { Panel } from '../../components/Panel.tsx'
import { boardsText as text } from '../../text/boards.ts'

interface Row {
  unit: UnitResult
  streak: StreakState
}

/** Reached ones first, then the longest; one row a unit and streak. */
export function StreakTable({ units }: { units: readonly UnitResult[] }): ReactElement {
  const rows: Row[] = units
    .flatMap((unit) => unit.streaks.map((streak) => ({ unit, streak })))
    .sort((a, b) => Number(b.streak.reached) - Number(a.streak.reached) || b.streak.count - a.streak.count)
  return (
    <Panel title={text.streaks} hint={text.streaksHint} className="boards-streaks">
      {rows.length === 0 ? (
        <p className="board-none quiet">{text.noStreaks}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              {(['unit', 'name', 'count', 'outcome', 'sentence'] as const).map((key) => (
                <th key={key}>{text.streakHead[key]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, streak }) => (
              <tr key={`${unit.group}.${unit.unit}.${streak.code}.${streak.indicator ?? ''}`}>
                <td className="nowrap">
                  <Link to={paths.unit(unit.unit)}>{unit.name}</Link>
                </td>
                <td>{streak.name}</td>
                <td className="nowrap">{text.running(streak.count, streak.times)}</td>
                <td className="nowrap">
                  {streak.reached ? (
                    <span className={streak.tone === 'GOOD' ? 'tag tag-good' : 'tag tag-ask'}>
                      {streak.outcome} · {text.reached}
                    </span>
                  ) : (
                    <span className="quiet">{streak.outcome}</span>
                  )}
                </td>
                <td className="soft">{streak.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
