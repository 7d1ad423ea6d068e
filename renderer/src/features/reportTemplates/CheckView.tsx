import type { ReactElement } from 'react'
import type { TemplateCheck } from '#shared/domain/report/template/templateCheck.ts'
import { describePlace } from '#shared/problem.ts'
import { Icon } from '../../components/Icon.tsx'
import { reportTemplatesText as text } from '../../text/reportTemplates.ts'

/** What a template asks for this quarter, and what is wrong with it. */
export function CheckView({ check }: { check: TemplateCheck }): ReactElement {
  const { fields, rows, problems } = check
  return (
    <div className="rt-check">
      {problems.length === 0 ? (
        <p className="done">{text.noProblems}</p>
      ) : (
        <>
          <h3>{text.problems(problems.length)}</h3>
          <ul className="rt-problems">
            {problems.map((problem, index) => (
              <li key={index}>
                <Icon name="triangle" className={problem.level === 'error' ? 'ask' : 'soft'} />
                <span>
                  {[describePlace(problem.place), problem.message].filter((part) => part !== '').join('：')}
                  {problem.suggestion === undefined ? null : <b> {problem.suggestion}</b>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.length === 0 ? null : (
        <>
          <h3>{text.rows}</h3>
          <ul>
            {rows.map(({ where, list, count, fields: names }, index) => (
              <li key={index}>
                {text.rowLine(where, list, count)}
                <span className="soft">（{names.join('、')}）</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {fields.length === 0 ? null : (
        <>
          <h3>{text.fields}</h3>
          <table className="plain rt-values">
            <tbody>
              {fields.map(({ name, value }) => (
                <tr key={name}>
                  <td className="soft nowrap">{name}</td>
                  <td>{value === '' ? '—' : value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
