import { Button } from 'antd'
import type { ReactElement } from 'react'
import { ALL_GROUPS } from '#shared/domain/ranking/ties/tieRulings.ts'
import type { GradeTable, RaceResult, ResultSet, SideRanking } from '#shared/domain/ranking/resultSet.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { rankingText } from '../../text/ranking.ts'
import type { AskedTie } from './ties.ts'

const text = rankingText.standing

interface Props {
  results: ResultSet
  onOpen: (unit: string) => void
  /** Null where nothing may be settled: a month's preview. */
  onTie: ((tie: AskedTie) => void) | null
}

/** Whether this result has anything beside its groups' rankings. */
export function hasStandings({ races, totals }: ResultSet): boolean {
  return totals.length > 0 || races.some((race) => race.grades.length + race.sideRankings.length > 0)
}

/** 等次与总榜: places of each grade and who has them, rankings over groups and lines, totals over races. */
export function StandingTables({ results, onOpen, onTie }: Props): ReactElement {
  const several = results.races.length > 1
  return (
    <div className="rk-standings">
      {results.totals.map((ranking) => (
        <SideTable
          key={ranking.code}
          ranking={ranking}
          races={results.races}
          hint={text.total}
          onOpen={onOpen}
        />
      ))}
      {results.races.map((race) => (
        <RaceTables
          key={race.race}
          race={race}
          hint={several ? race.name : undefined}
          onOpen={onOpen}
          onTie={onTie}
        />
      ))}
    </div>
  )
}

function RaceTables(
  props: Omit<Props, 'results'> & { race: RaceResult; hint: string | undefined }
): ReactElement {
  const { race, hint } = props
  return (
    <>
      {race.grades.map((table) => (
        <Grades key={table.group ?? ''} race={race} table={table} hint={hint} onTie={props.onTie} />
      ))}
      {race.sideRankings.map((ranking) => (
        <SideTable key={ranking.code} ranking={ranking} races={[race]} hint={hint} onOpen={props.onOpen} />
      ))}
    </>
  )
}

function Grades(props: {
  race: RaceResult
  table: GradeTable
  hint: string | undefined
  onTie: Props['onTie']
}): ReactElement {
  const { race, table, onTie } = props
  const { frozen } = usePeriod()
  const units = race.groups.flatMap((group) => group.units)
  const nameOf = (code: string): string => units.find((unit) => unit.unit === code)?.name ?? code
  const group = race.groups.find((entry) => entry.group === table.group)?.name ?? text.allGroups
  return (
    <Panel title={`${text.grades} · ${group}`} hint={props.hint} className="rk-standing-table">
      <table className="plain">
        <thead>
          <tr>
            <th>{text.grade}</th>
            <th className="num">{text.places}</th>
            <th>{text.members}</th>
          </tr>
        </thead>
        <tbody>
          {table.levels.map((level) => (
            <tr key={level.grade}>
              <td className="bold nowrap">{level.grade}</td>
              <td className="num nowrap" title={level.sentence}>
                {level.places ?? '不限'}
              </td>
              <td>
                {level.members.length === 0 ? (
                  <span className="quiet">{text.noMember}</span>
                ) : (
                  level.members.map(nameOf).join('、')
                )}
                <span className="small soft rk-quota">{level.sentence}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {table.undecided.map((tie) => {
        const tied = units.filter((unit) => tie.units.includes(unit.unit))
        const first = tied[0]
        return (
          <p key={`${tie.grade}.${tie.units.join()}`} className="ask rk-undecided" role="status">
            {text.undecided(
              tie.grade,
              tie.places,
              tied.map((unit) => unit.name)
            )}
            {frozen || onTie === null || first?.rank == null ? null : (
              <Button
                size="small"
                onClick={() =>
                  onTie({
                    race: race.race,
                    group: table.group ?? ALL_GROUPS,
                    rank: first.rank!,
                    units: tied
                  })
                }
              >
                {text.decide}
              </Button>
            )}
          </p>
        )
      })}
    </Panel>
  )
}

function SideTable(props: {
  ranking: SideRanking
  /** Where its units' groups are named. */
  races: readonly RaceResult[]
  hint: string | undefined
  onOpen: (unit: string) => void
}): ReactElement {
  const { ranking } = props
  const groups = new Map(
    props.races.flatMap((race) => race.groups.map(({ group, name }) => [group, name] as const))
  )
  return (
    <Panel title={ranking.name} hint={props.hint} className="rk-standing-table">
      <table className="plain">
        <thead>
          <tr>
            <th className="mid">{rankingText.head.rank}</th>
            <th>{rankingText.head.unit}</th>
            <th>{rankingText.head.group}</th>
            <th className="num">{rankingText.head.total}</th>
            <th>{text.how}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.rows.map((row) => (
            <tr key={`${row.group}.${row.unit}`}>
              <td className="mid">
                <RankBadge rank={row.rank} tied={row.tied} />
              </td>
              <td className="nowrap">
                <button type="button" className="link" onClick={() => props.onOpen(row.unit)}>
                  {row.name}
                </button>
              </td>
              <td className="soft">{groups.get(row.group) ?? row.group}</td>
              <td className="num">
                <ScoreText value={row.total?.printed ?? null} strong />
              </td>
              <td className="soft small">{row.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
