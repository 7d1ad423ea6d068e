import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { Panel } from '../../components/Panel.tsx'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.todo
type Todo = OverviewView['todo'][number]

const MARKS: Record<string, IconName> = { MISSING_UNITS: 'diamond' }
const LEVEL_MARKS: Record<Todo['level'], IconName> = { error: 'triangle', confirm: 'half', info: 'ring' }

function tone(item: Todo): string {
  if (item.code === 'MISSING_UNITS' || item.level === 'info') return ''
  return item.level === 'error' ? 'ask' : 'check'
}

/** 接下来做什么, in the order that leads to freezing. 计算 is done here at once, the rest opens its page. */
export function TodoPanel({
  overview,
  onCompute
}: {
  overview: OverviewView
  onCompute: () => void
}): ReactElement {
  const navigate = useNavigate()
  const { todo, period } = overview
  const frozen = isFrozenState(period.state)
  return (
    <Panel
      title={text.title}
      extra={frozen ? undefined : <span className="quiet">{text.hint}</span>}
      className="ov-todo"
      scroll
    >
      {frozen ? (
        <EmptyState title={text.frozen} hint={text.frozenHint(period.snapshot)}>
          <Button onClick={() => void navigate(paths.ranking)}>{text.seeRanking}</Button>
          <Button onClick={() => void navigate(paths.report)}>{text.makeReport}</Button>
        </EmptyState>
      ) : todo.length === 0 ? (
        <EmptyState title={text.nothing} hint={text.nothingHint} />
      ) : (
        <ol className="todo">
          {todo.map((item) => (
            <li key={item.code}>
              <Icon name={MARKS[item.code] ?? LEVEL_MARKS[item.level]} className={tone(item)} />
              <div className="grow">
                <b>{item.title}</b>
                <p className="ellipsis" title={item.detail}>
                  {item.detail}
                </p>
              </div>
              {item.code === 'COMPUTE' ? (
                <button type="button" className="link" onClick={onCompute}>
                  {item.action}
                </button>
              ) : (
                <Link to={item.href}>{item.action}</Link>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
