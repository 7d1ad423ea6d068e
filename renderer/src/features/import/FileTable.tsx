import type { ReactElement } from 'react'
import type { ImportFileView } from '#shared/ipc/importViews.ts'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { printBytes } from '../../text/format.ts'
import { importText } from '../../text/import.ts'
import { pickText, sheetsText } from '../../text/importPick.ts'
import { EncodingSelect } from './pick/EncodingSelect.tsx'
import { PasswordField } from './pick/PasswordField.tsx'
import type { ImportWork } from './useImportSession.ts'

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
  work: ImportWork
  onOpen: (file: string) => void
}

/** Every file of the running import: can it be read, how much is in it, what is open. */
export function FileTable({ files, work, onOpen }: Props): ReactElement {
  return (
    <table className="plain ip-files" aria-label={text.title}>
      <thead>
        <tr>
          <th>{text.name}</th>
          <th>{pickText.format}</th>
          <th>{text.status}</th>
          <th className="num">{text.cells}</th>
          <th className="num">{text.errors}</th>
          <th className="num">{text.confirms}</th>
          <th aria-label={text.skip} />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <Row key={file.id} file={file} work={work} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ file, work, onOpen }: Omit<Props, 'files'> & { file: ImportFileView }): ReactElement {
  const ready = file.status === 'READY'
  const skippable = ready || file.status === 'SKIPPED'
  return (
    <tr data-file={file.id}>
      <td className="ip-file-name">
        <Name file={file} onOpen={onOpen} />
      </td>
      <td className="nowrap small soft">
        {file.encoding === null ? (
          (file.format ?? '')
        ) : (
          <EncodingSelect file={file} busy={work.busy} onEncoding={work.encoding} />
        )}
      </td>
      <td className="nowrap">
        <FileStatus file={file} />
      </td>
      <td className="num">{ready ? file.counts.cells : null}</td>
      <td className={file.counts.errors > 0 ? 'num ask bold' : 'num quiet'}>
        {ready ? file.counts.errors : null}
      </td>
      <td className={file.counts.confirms > 0 ? 'num check' : 'num quiet'}>
        {ready ? file.counts.confirms : null}
      </td>
      <td className="num nowrap">
        {file.needsPassword ? (
          <PasswordField file={file} busy={work.busy} onPassword={work.password} />
        ) : file.status === 'FAILED' && !file.pasted ? (
          <button
            type="button"
            className="link small"
            disabled={work.busy}
            onClick={() => work.reread(file.id)}
          >
            {pickText.reread}
          </button>
        ) : null}
        {skippable ? (
          <button
            type="button"
            className="link small"
            disabled={work.busy}
            onClick={() => work.skipFile(file.id, ready)}
          >
            {ready ? text.skip : text.unskip}
          </button>
        ) : null}
      </td>
    </tr>
  )
}

function Name({ file, onOpen }: { file: ImportFileView; onOpen: (file: string) => void }): ReactElement {
  const reason = fileReason(file)
  return (
    <>
      <span className="ip-file-line">
        {file.status === 'READY' ? (
          <button type="button" className="link ellipsis" title={file.name} onClick={() => onOpen(file.id)}>
            {file.name}
          </button>
        ) : (
          <span className="ellipsis" title={file.name}>
            {file.name}
          </span>
        )}
        <span className="small quiet nowrap">
          {[
            file.folder === '' ? null : file.folder,
            printBytes(file.bytes),
            file.sheets.length > 1 ? sheetsText(file) : null
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      {reason === null ? null : (
        <p className={file.status === 'FAILED' ? 'small ask' : 'small soft'}>{reason}</p>
      )}
    </>
  )
}
