import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { GroupResult } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { listCount, unitText } from '../../text/unit.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import './unit.css'

/** Every unit by group, each a link to its page. */
export function UnitListPage(): ReactElement {
  return <WithScheme title={unitText.listTitle}>{(period) => <UnitList period={period} />}</WithScheme>
}

function UnitList({ period }: { period: string }): ReactElement {
  const [text, setText] = useState('')
  const ranking = useRoute('ranking.get', { period })
  return (
    <div className="page">
      <PageHead title={unitText.listTitle}>
        <Input
          allowClear
          value={text}
          placeholder={unitText.listFilter}
          aria-label={unitText.listFilter}
          style={{ width: 220 }}
          onChange={(event) => setText(event.target.value)}
        />
      </PageHead>
      <Loaded query={ranking} rows={14}>
        {({ results }) =>
          results === null ? (
            <Panel>
              <EmptyState
                title="这一季度还没有计算成绩"
                hint={<Link to={paths.ranking}>{unitText.notComputed}</Link>}
              />
            </Panel>
          ) : (
            <Groups
              groups={results.races.flatMap((race) => race.groups)}
              text={text.trim()}
              onClear={() => setText('')}
            />
          )
        }
      </Loaded>
    </div>
  )
}

function Groups(props: { groups: readonly GroupResult[]; text: string; onClear: () => void }): ReactElement {
  const shown = props.groups
    .map((group) => ({ ...group, units: group.units.filter((unit) => unit.name.includes(props.text)) }))
    .filter((group) => group.units.length > 0)
  if (shown.length === 0) {
    return (
      <Panel>
        <EmptyState title={unitText.listEmpty}>
          <button type="button" className="link" onClick={props.onClear}>
            {common.clearFilter}
          </button>
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className="unit-groups">
      {shown.map((group) => (
        <Panel key={group.group} title={group.name} hint={listCount(group.units.length)}>
          <table className="plain" aria-label={group.name}>
            <tbody>
              {group.units.map((unit) => (
                <tr key={unit.unit}>
                  <td className="mid unit-list-rank">
                    {unit.state === 'BLOCKED' ? null : <RankBadge rank={unit.rank} tied={unit.tied} />}
                  </td>
                  <td className="unit-list-name">
                    <Link to={paths.unit(unit.unit)} className="bold" title={unit.name}>
                      {unit.name}
                    </Link>
                  </td>
                  <td className="num">
                    {unit.total === null ? (
                      <StatusMark status="missing" />
                    ) : (
                      <ScoreText value={unit.total.printed} strong />
                    )}
                  </td>
                  <td className="mid">
                    <MovementMark movement={unit.movement} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      ))}
    </div>
  )
}
