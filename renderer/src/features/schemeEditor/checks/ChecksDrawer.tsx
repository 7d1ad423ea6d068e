import { Drawer } from 'antd'
import type { ReactElement } from 'react'
import type { Problem, ProblemLevel } from '#shared/problem.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import './checks.css'

const text = schemeEditorText.checks
const LEVELS: readonly ProblemLevel[] = ['error', 'confirm', 'info']

interface Props {
  open: boolean
  problems: readonly Problem[]
  /** False while changes are not checked yet. */
  current: boolean
  onGo: (problem: Problem) => void
  onClose: () => void
}

/** 检查: everything that was found, by how urgent it is; a click leads to the field. */
export function ChecksDrawer({ open, problems, current, onGo, onClose }: Props): ReactElement {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={460}
      title={text.title}
      closable={{ placement: 'end' }}
      rootClassName="below-bar"
      mask={false}
    >
      <p className="quiet small">{current ? text.hint : text.stale}</p>
      {problems.length === 0 ? <EmptyState title={text.none} hint={text.noneHint} /> : null}
      {LEVELS.map((level) => {
        const list = problems.filter((problem) => problem.level === level)
        if (list.length === 0) return null
        return (
          <section key={level} className="se-check-group">
            <h3>
              <IssueMark level={level} />
              <span className="quiet small">{text.count(list.length)}</span>
            </h3>
            <ul>
              {list.map((problem, index) => (
                <li key={index}>
                  <button type="button" className="se-check" onClick={() => onGo(problem)}>
                    <span>{problem.message}</span>
                    {problem.suggestion === undefined ? null : (
                      <span className="soft small">{problem.suggestion}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Drawer>
  )
}
