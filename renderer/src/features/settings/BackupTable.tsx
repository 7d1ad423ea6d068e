import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { BackupView } from '#shared/ipc/app.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { useCall } from '../../ipc/queries.ts'
import { printBytes, printStamp } from '../../text/format.ts'
import { settingsText } from '../../text/settings.ts'

const text = settingsText.backups

/** Backups, newest first, each with 恢复 behind a blocking question. */
export function BackupTable({ backups }: { backups: readonly BackupView[] }): ReactElement {
  const [chosen, setChosen] = useState<BackupView | null>(null)
  const restore = useCall('app.restore')
  const { message } = App.useApp()
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{text.head.at}</th>
            <th>{text.head.reason}</th>
            <th className="num">{text.head.size}</th>
            <th aria-label={text.restore} />
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.name} title={backup.name}>
              <td className="nowrap">{printStamp(backup.at)}</td>
              <td className="soft">{backup.reason}</td>
              <td className="num soft nowrap">{printBytes(backup.bytes)}</td>
              <td className="num">
                <Button
                  size="small"
                  aria-label={text.restoreTitle(backup.at)}
                  onClick={() => {
                    restore.reset()
                    setChosen(backup)
                  }}
                >
                  {text.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmWithReason
        open={chosen !== null}
        title={chosen === null ? '' : text.restoreTitle(chosen.at)}
        consequence={text.restoreText}
        verb={text.restoreVerb}
        busy={restore.isPending}
        error={restore.error}
        onCancel={() => setChosen(null)}
        onConfirm={() =>
          chosen === null
            ? undefined
            : restore.mutate(
                { name: chosen.name },
                {
                  onSuccess: () => {
                    setChosen(null)
                    void message.success(text.restored)
                  }
                }
              )
        }
      />
    </>
  )
}
