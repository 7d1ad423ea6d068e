import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { RedMatrixView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import type { Status } from '../../text/status.ts'
import { statementsText as text, TASK_WORDS } from '../../text/statements.ts'

type Cell = RedMatrixView['tasks'][number]['cells'][number]

const SHAPES: Record<Cell['state'], Status> = {
  RED: 'on_track',
  BEHIND: 'behind',
  SILENT: 'missing',
  NONE: 'na'
}

/** 任务全线红: matters down, months across, plan against what had been reported by the month's end. */
export function TaskTable({ matrix }: { matrix: RedMatrixView }): ReactElement {
  const navigate = useNavigate()
  if (matrix.tasks.length === 0) {
    return (
      <Panel>
        <EmptyState title={text.noTasks} hint={text.noTasksHint}>
          <Button onClick={() => void navigate(paths.registers)}>{text.toRegisters}</Button>
        </EmptyState>
      </Panel>
    )
  }
  return (
    <Panel className="red-panel" scroll>
      <table className="red-table task-table">
        <thead>
          <tr>
            <th>{text.head.task}</th>
            {matrix.months.map((month) => (
              <th key={month} className="center">
                {Number(month.slice(5))}月
              </th>
            ))}
            <th className="center">{text.head.all}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.tasks.map((row) => (
            <tr key={row.item}>
              <th scope="row">
                <Link to={paths.registerItem(row.item)} className="ellipsis" title={row.title}>
                  {row.title}
                </Link>
                <span className="quiet small">
                  {row.number} {row.ownerName ?? ''}
                </span>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.month} className="center" title={planText(cell)}>
                  {cell.state === 'NONE' ? (
                    <span className="quiet">/</span>
                  ) : (
                    <StatusMark status={SHAPES[cell.state]} word={TASK_WORDS[cell.state]} shapeOnly />
                  )}
                </td>
              ))}
              <td className="center num nowrap">
                {row.all ? <StatusMark status="ahead" word={text.allRed} /> : `${row.red}/${row.counted}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function planText({ state, planned, done }: Cell): string {
  if (planned === null) return TASK_WORDS[state]
  return `${TASK_WORDS[state]}：计划 ${planned}%，${done === null ? '没有报' : `完成 ${done}%`}`
}
