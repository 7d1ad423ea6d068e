import type { ReactElement } from 'react'
import type { ImportFileView } from '#shared/ipc/import.ts'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { printBytes } from '../../text/format.ts'
import { importText } from '../../text/import.ts'

const { files: text } = importText

const LOOKS: Record<ImportFileView['status'], { icon: IconName; tone: string }> = {
  READY: { icon: 'box', tone: 'done' },
  SKIPPED: { icon: 'slash', tone: 'quiet' },
  FAILED: { icon: 'triangle', tone: 'ask' },
  DUPLICATE: { icon: 'half', tone: 'check' }
}

/** Why a file does not count, as a sentence; null when it does. */
export function fileReason(file: ImportFileView): string | null {
  if (file.status === 'FAILED') return [file.error?.message ?? '', file.error?.details.action ?? ''].join('')
  return file.status === 'DUPLICATE' ? file.duplicateOf : null
}

export function FileStatus({ file }: { file: ImportFileView }): ReactElement {
  const { icon, tone } = LOOKS[file.status]
  return (
    <span className={`status ${tone}`}>
      <Icon name={icon} />
      {text[file.status]}
    </span>
  )
}

interface Props {
  files: readonly ImportFileView[]
  busy: boolean
  onOpen: (file: string) => void
  onSkip: (file: string, skip: boolean) => void
}

/** Every file of the running import: can it be read, how much is in it, what is open. */
export function FileTable({ files, busy, onOpen, onSkip }: Props): ReactElement {
  return (
    <table className="plain ip-files" aria-label={text.title}>
      <thead>
        <tr>
          <th>{text.name}</th>
          <th>{text.status}</th>
          <th className="num">{text.cells}</th>
          <th className="num">{text.errors}</th>
          <th className="num">{text.confirms}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <Row key={file.id} file={file} busy={busy} onOpen={onOpen} onSkip={onSkip} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ file, busy, onOpen, onSkip }: Omit<Props, 'files'> & { file: ImportFileView }): ReactElement {
  const reason = fileReason(file)
  const ready = file.status === 'READY'
  return (
    <tr data-file={file.id}>
      <td className="ip-file-name">
        {ready ? (
          <button type="button" className="link ellipsis" title={file.name} onClick={() => onOpen(file.id)}>
            {file.name}
          </button>
        ) : (
          <span title={file.name}>{file.name}</span>
        )}
        <span className="small quiet nowrap"> {printBytes(file.bytes)}</span>
        {reason === null ? null : (
          <p className={file.status === 'FAILED' ? 'small ask' : 'small soft'}>{reason}</p>
        )}
      </td>
      <td>
        <FileStatus file={file} />
      </td>
      <td className="num">{ready ? file.counts.cells : null}</td>
      <td className={file.counts.errors > 0 ? 'num ask bold' : 'num quiet'}>
        {ready ? file.counts.errors : null}
      </td>
      <td className={file.counts.confirms > 0 ? 'num check' : 'num quiet'}>
        {ready ? file.counts.confirms : null}
      </td>
      <td className="num">
        {ready || file.status === 'SKIPPED' ? (
          <button type="button" className="link small" disabled={busy} onClick={() => onSkip(file.id, ready)}>
            {ready ? text.skip : text.unskip}
          </button>
        ) : null}
      </td>
    </tr>
  )
}
