import { Button, Dropdown, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ExportedView } from '#shared/ipc/report.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { Icon } from '../components/Icon.tsx'
import { common } from '../text/common.ts'
import { useSavedFile } from './useSavedFile.tsx'

export type FileFormat = 'xlsx' | 'docx' | 'pdf'

const NAMES: Record<FileFormat, string> = { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' }
const ALL: readonly FileFormat[] = ['xlsx', 'docx', 'pdf']

export interface FileKind {
  key: string
  label: string
  formats?: readonly FileFormat[]
}

/**
 * 导出: one entry a kind and format; asks where to, then says where the file is. `save` calls the route, null when the
 * dialog was cancelled. Where a kind has one format it is not named.
 */
export function FileMenu(props: {
  kinds: readonly FileKind[]
  save: (key: string, format: FileFormat) => Promise<ExportedView | null>
  label?: string
  disabled?: boolean
}): ReactElement {
  const [busy, setBusy] = useState(false)
  const saved = useSavedFile()

  async function run(key: string, format: FileFormat): Promise<void> {
    setBusy(true)
    try {
      const file = await props.save(key, format)
      if (file !== null) saved.tell(`${common.exported}《${file.fileName}》`, file)
    } catch (error) {
      saved.fail(error)
    } finally {
      setBusy(false)
    }
  }

  const entry = ({ key, label, formats = ALL }: FileKind) =>
    props.kinds.length === 1
      ? formats.map((format) => ({ key: `${key}.${format}`, label: NAMES[format] }))
      : [
          {
            key,
            label,
            children: formats.map((format) => ({ key: `${key}.${format}`, label: NAMES[format] }))
          }
        ]
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={props.disabled === true}
        menu={{
          items: props.kinds.flatMap(entry),
          onClick: ({ key }) => {
            const dot = key.lastIndexOf('.')
            void run(key.slice(0, dot), key.slice(dot + 1) as FileFormat)
          }
        }}
      >
        <Button loading={busy} disabled={props.disabled === true}>
          {props.label ?? common.export}
          <Icon name="down" />
        </Button>
      </Dropdown>
      <Modal open={saved.error !== null} footer={null} onCancel={saved.dismiss} destroyOnHidden>
        {saved.error === null ? null : <ErrorPanel error={saved.error} />}
      </Modal>
    </>
  )
}
