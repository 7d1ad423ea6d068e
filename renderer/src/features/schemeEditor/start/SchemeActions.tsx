import { App, Button, Dropdown, Tooltip } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { Icon } from '../../../components/Icon.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useCall, useRoute } from '../../../ipc/queries.ts'
import { printStamp } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { schemeStartText } from '../../../text/schemeStart.ts'
import { newestFirst } from './DraftList.tsx'
import { NewSchemeDialog } from './NewSchemeDialog.tsx'
import { useStartDraft } from './useStartDraft.ts'
import './start.css'

const text = schemeStartText

/** On 考核方案: change the version in force (as a copy), make another scheme, write it to a file. */
export function SchemeActions({ period, frozen }: { period: string; frozen: boolean }): ReactElement {
  const { message } = App.useApp()
  const starting = useStartDraft()
  const [creating, setCreating] = useState(false)
  const exporting = useCall('scheme.export')
  function write(format: 'JSON' | 'XLSX'): void {
    exporting.mutate(
      { period, format },
      {
        onSuccess: (file) => {
          if (file !== null) void message.success(schemeEditorText.exported(file.fileName))
        },
        onError: (error) => void message.error(error.message)
      }
    )
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'json', label: schemeEditorText.exportJson, onClick: () => write('JSON') },
            { key: 'xlsx', label: schemeEditorText.exportXlsx, onClick: () => write('XLSX') }
          ]
        }}
      >
        <Button loading={exporting.isPending}>
          {text.export}
          <Icon name="down" />
        </Button>
      </Dropdown>
      <Button onClick={() => setCreating(true)}>{text.create}</Button>
      {frozen ? null : (
        <Tooltip title={text.editHint}>
          <Button
            type="primary"
            loading={starting.busy && !creating}
            onClick={() => starting.start({ from: 'PERIOD', period })}
          >
            {text.edit}
          </Button>
        </Tooltip>
      )}
      {creating ? <NewSchemeDialog starting={starting} onClose={() => setCreating(false)} /> : null}
    </>
  )
}

/** A scheme that somebody began and did not finish is told on the page, so that no second copy is begun by mistake. */
export function DraftNotice(): ReactElement | null {
  const drafts = newestFirst(useRoute('draft.list', {}).data ?? [])
  const latest = drafts[0]
  if (latest === undefined) return null
  return (
    <Notice
      tone="plain"
      title={text.notice(drafts.length)}
      end={<Link to={paths.schemeEdit(latest.id)}>{text.goOn}</Link>}
    >
      {text.noticeLatest(latest.title, printStamp(latest.updatedAt))}
    </Notice>
  )
}
