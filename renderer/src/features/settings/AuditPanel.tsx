import type { ReactElement } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { printStamp } from '../../text/format.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.audit

export function AuditPanel(): ReactElement {
  const audit = useRoute('settings.audit', { limit: 200 })
  return (
    <Panel title={text.title} hint={text.hint} scroll>
      <Loaded query={audit}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={text.none} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{text.head.at}</th>
                  <th>{text.head.who}</th>
                  <th>{text.head.what}</th>
                  <th>{text.head.subject}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((line, index) => (
                  <tr key={index}>
                    <td className="nowrap soft">{printStamp(line.at)}</td>
                    <td className="nowrap">{line.who}</td>
                    <td className="nowrap">{line.what}</td>
                    <td>
                      {line.subject}
                      {line.reason === null ? null : (
                        <span className="quiet small audit-reason">
                          {text.head.reason}：{line.reason}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Panel>
  )
}
