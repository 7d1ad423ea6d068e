import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.aliases

/** Spellings that imports know. Removing one only means that the next import asks again. */
export function AliasPanel(): ReactElement {
  const aliases = useRoute('settings.aliases', {})
  const remove = useCall('settings.removeAlias')
  const { message } = App.useApp()
  return (
    <Panel title={text.title} hint={text.hint} scroll>
      {remove.error === null ? null : <ErrorPanel error={remove.error} />}
      <Loaded query={aliases}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={text.none} hint={text.noneHint} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{text.head.text}</th>
                  <th>{text.head.name}</th>
                  <th>{text.head.source}</th>
                  <th aria-label={text.remove} />
                </tr>
              </thead>
              <tbody>
                {list.map((alias) => (
                  <tr key={alias.text}>
                    <td>{alias.text}</td>
                    <td>{alias.name}</td>
                    <td className="soft nowrap">{text.sources[alias.source] ?? alias.source}</td>
                    <td className="num">
                      <Button
                        size="small"
                        aria-label={`${text.remove} ${alias.text}`}
                        disabled={remove.isPending}
                        onClick={() =>
                          remove.mutate(
                            { text: alias.text },
                            { onSuccess: () => void message.success(text.removed(alias.text)) }
                          )
                        }
                      >
                        {text.remove}
                      </Button>
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
