import { Button, Dropdown, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { FORMAT_NAMES, type ExportedView } from '#shared/ipc/report.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { Icon } from '../components/Icon.tsx'
import { common } from '../text/common.ts'
import { useSavedFile, type SavedFile } from './useSavedFile.tsx'

export type FileFormat = 'xlsx' | 'docx' | 'pdf'

const ALL: readonly FileFormat[] = ['xlsx', 'docx', 'pdf']

export interface FileKind {
  key: string
  label: string
  /** Said under the pointer. */
  hint?: string
  formats?: readonly FileFormat[]
}

/** An entry below the kinds that writes files of its own; null when its dialog was cancelled. */
export interface OtherFiles {
  label: string
  save: () => Promise<{ title: string; file: SavedFile } | null>
}

const OTHER = '+'

/**
 * 导出: one entry a kind and format; asks where to, then says where the file is. `save` calls the route, null when the
 * dialog was cancelled. A single kind is not named, only its formats are.
 */
export function FileMenu(props: {
  kinds: readonly FileKind[]
  save: (key: string, format: FileFormat) => Promise<ExportedView | null>
  other?: OtherFiles
  label?: string
  disabled?: boolean
}): ReactElement {
  const [busy, setBusy] = useState(false)
  const saved = useSavedFile()
  const { kinds, other, disabled = false } = props

  async function run(key: string): Promise<void> {
    setBusy(true)
    try {
      if (key === OTHER) {
        const made = await other!.save()
        if (made !== null) saved.tell(made.title, made.file)
        return
      }
      const dot = key.lastIndexOf('.')
      const file = await props.save(key.slice(0, dot), key.slice(dot + 1) as FileFormat)
      if (file !== null) saved.tell(`${common.exported}《${file.fileName}》`, file)
    } catch (error) {
      saved.fail(error)
    } finally {
      setBusy(false)
    }
  }

  const formatsOf = ({ key, formats = ALL }: FileKind) =>
    formats.map((format) => ({ key: `${key}.${format}`, label: FORMAT_NAMES[format] }))
  const items = [
    ...(kinds.length === 1
      ? formatsOf(kinds[0]!)
      : kinds.map((kind) => ({
          key: kind.key,
          label: <span title={kind.hint}>{kind.label}</span>,
          children: formatsOf(kind)
        }))),
    ...(other === undefined ? [] : [{ type: 'divider' as const }, { key: OTHER, label: other.label }])
  ]
  return (
    <>
      <Dropdown trigger={['click']} disabled={disabled} menu={{ items, onClick: ({ key }) => void run(key) }}>
        <Button loading={busy} disabled={disabled}>
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
