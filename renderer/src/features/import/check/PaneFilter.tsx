import { Input } from 'antd'
import type { ReactElement } from 'react'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { checkText } from '../../../text/importCheck.ts'
import { LEVELS } from '../problemOrder.ts'
import { foundGroups, toggledLevel, type CheckView, type ListedGroup } from './checkView.ts'

interface Props {
  groups: readonly ListedGroup[]
  view: CheckView
  onView: (change: Partial<CheckView>) => void
}

/** Search, and which levels are listed; the numbers count kinds of problems. */
export function PaneFilter({ groups, view, onView }: Props): ReactElement {
  const found = foundGroups(groups, view.search)
  return (
    <div className="pf-bar">
      <Input
        size="small"
        allowClear
        placeholder={checkText.search}
        aria-label={checkText.search}
        value={view.search}
        onChange={(event) => onView({ search: event.target.value })}
      />
      {LEVELS.map((level) => {
        const count = found.filter((group) => group.level === level).length
        const shown = !view.hidden.includes(level)
        return (
          <button
            key={level}
            type="button"
            className={shown ? 'pf-level pf-level-on' : 'pf-level'}
            aria-pressed={shown}
            title={shown ? checkText.hideLevel : checkText.showLevel}
            onClick={() => onView({ hidden: toggledLevel(view, level) })}
          >
            <IssueMark level={level} shapeOnly /> {count}
          </button>
        )
      })}
    </div>
  )
}
