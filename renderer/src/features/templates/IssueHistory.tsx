import type { ReactElement } from 'react'
import type { IssuedView } from '#shared/ipc/template.ts'
import { Panel } from '../../components/Panel.tsx'
import { printMoment } from '../../text/format.ts'
import { templatesText as text } from '../../text/templates.ts'

/** Every workbook that was issued this quarter, newest first. */
export function IssueHistory({ issued }: { issued: readonly IssuedView[] }): ReactElement {
  return (
    <Panel title={text.history} scroll pad={issued.length === 0}>
      {issued.length === 0 ? (
        <p className="soft">{text.historyNone}</p>
      ) : (
        <table className="plain">
          <tbody>
            {issued.map(({ id, unitName, fileName, at, superseded, returned }) => (
              <tr key={id} title={fileName}>
                <td>{unitName ?? text.forAll}</td>
                <td className="soft nowrap">{printMoment(at)}</td>
                <td className={returned ? 'done nowrap' : 'soft nowrap'}>
                  {returned ? text.returned : superseded ? text.superseded : text.notReturned}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
