import { useState, type ReactElement } from 'react'
import type { Problem } from '#shared/problem.ts'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'

const text = schemeEditorText.pane
/** More would push the rule itself out of sight. */
const SHOWN = 3

/** Problems of the thing that the panel is about, so its name in front is left out; each with what to do. */
export function ProblemList({ problems }: { problems: readonly Problem[] }): ReactElement | null {
  const [all, setAll] = useState(false)
  if (problems.length === 0) return null
  const shown = all ? problems : problems.slice(0, SHOWN)
  return (
    <ul className="se-problems">
      {shown.map((problem, index) => (
        <li key={index}>
          <IssueMark level={problem.level} />
          <span>
            {problem.message.replace(/^(指标|板块|赛项)「.*?」：?/, '')}
            {problem.suggestion === undefined ? null : <span className="soft">{problem.suggestion}</span>}
          </span>
        </li>
      ))}
      {problems.length > SHOWN ? (
        <li>
          <button type="button" className="link small" onClick={() => setAll(!all)}>
            {all ? text.fewerProblems : text.moreProblems(problems.length - SHOWN)}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
