import { App, Button } from 'antd'
import type { ReactElement } from 'react'
import type { MemoryView } from '#shared/ipc/memory.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printMoment } from '../../text/format.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.memory

/** How many answers a remembered mapping holds. */
function answersOf({ mapping }: MemoryView): number {
  const names = [mapping.columns, mapping.indicators, mapping.classes, mapping.emptyWords]
  const chosen = [mapping.layout, mapping.headerRows, mapping.unit, mapping.indicator]
  return (
    names.reduce((total, record) => total + Object.keys(record).length, 0) +
    chosen.filter((answer) => answer !== null).length
  )
}

/** Answers that imports go on using by the header of a sheet. Forgetting one only means that it is asked again. */
export function MemoryPanel(): ReactElement {
  const memories = useRoute('memory.list', {})
  const forget = useCall('memory.forget')
  const { message } = App.useApp()
  const drop = (id: number | null): void =>
    forget.mutate({ id }, { onSuccess: () => void message.success(text.forgotten) })
  const some = (memories.data?.length ?? 0) > 0
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      scroll
      extra={
        some ? (
          <Button size="small" disabled={forget.isPending} onClick={() => drop(null)}>
            {text.forgetAll}
          </Button>
        ) : undefined
      }
    >
      {forget.error === null ? null : <ErrorPanel error={forget.error} />}
      <Loaded query={memories}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={text.none} hint={text.noneHint} />
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{text.head.labels}</th>
                  <th>{text.head.from}</th>
                  <th>{text.head.answers}</th>
                  <th>{text.head.by}</th>
                  <th aria-label={text.forget} />
                </tr>
              </thead>
              <tbody>
                {list.map((memory) => (
                  <tr key={memory.id}>
                    <td className="settings-labels" title={memory.labels.join(' | ')}>
                      {memory.labels.join(' | ')}
                    </td>
                    <td title={memory.fileName}>
                      {memory.fileName} · {memory.sheet}
                    </td>
                    <td className="nowrap">{text.answers(answersOf(memory))}</td>
                    <td className="soft nowrap">
                      {memory.by} {printMoment(memory.at)}
                    </td>
                    <td className="num">
                      <Button size="small" disabled={forget.isPending} onClick={() => drop(memory.id)}>
                        {text.forget}
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
