import { Button, Dropdown, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { FORMAT_NAMES } from '#shared/ipc/report.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { registersText as text } from '../../text/registers.ts'

type Export = RouteInput<'registerFile.export'>

const FORMATS = ['xlsx', 'docx', 'pdf'] as const satisfies Export['format'][]
const TEMPLATES = 'templates'

/** Lists of what the filter shows, each as workbook, document or PDF; and the forms that units fill in. */
export function ExportMenu({ period, filter }: { period: PeriodKey; filter: RegisterFilter }): ReactElement {
  const kinds = useRoute('registerFile.kinds', {}).data ?? []
  const saved = useSavedFile()
  const [busy, setBusy] = useState(false)

  async function run(key: string): Promise<void> {
    setBusy(true)
    try {
      if (key === TEMPLATES) {
        const made = await call('registerFile.templates', { period, filter })
        if (made !== null) {
          const { ticket, folder, files } = made
          saved.tell(text.templatesMade(files.length), { ticket, folder, fileName: '' })
        }
        return
      }
      const [list, format] = key.split('.') as [Export['list'], Export['format']]
      const file = await call('registerFile.export', { list, period, filter, format })
      if (file !== null) saved.tell(text.exported(file.fileName), file)
    } catch (error) {
      saved.fail(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...kinds.map(({ kind, title, hint }) => ({
              key: kind,
              label: <span title={hint}>{title}</span>,
              children: FORMATS.map((format) => ({
                key: `${kind}.${format}`,
                label: FORMAT_NAMES[format]
              }))
            })),
            { type: 'divider' as const },
            { key: TEMPLATES, label: text.templates }
          ],
          onClick: ({ key }) => void run(key)
        }}
      >
        <Button loading={busy}>
          {text.export}
          <Icon name="down" />
        </Button>
      </Dropdown>
      {saved.error === null ? null : (
        <Modal
          open
          width={520}
          title={text.exportFailed}
          onCancel={saved.dismiss}
          footer={<Button onClick={saved.dismiss}>{common.close}</Button>}
        >
          <ErrorPanel error={saved.error} />
        </Modal>
      )}
    </>
  )
}
