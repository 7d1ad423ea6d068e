import { Select } from 'antd'
import type { ReactElement } from 'react'
import { textEncoding, type ImportFileView, type TextEncoding } from '#shared/ipc/importViews.ts'
import { ENCODING_NAMES, pickText as text } from '../../../text/importPick.ts'

interface Props {
  file: ImportFileView
  busy: boolean
  onEncoding: (file: string, encoding: TextEncoding) => void
}

/** How the bytes of a text file are read; another choice reads it again. */
export function EncodingSelect({ file, busy, onEncoding }: Props): ReactElement {
  return (
    <span className="ip-encoding" title={text.encodingHint}>
      {file.format ?? ''}
      <Select<TextEncoding>
        size="small"
        variant="filled"
        aria-label={`${file.name} ${text.encoding}`}
        value={file.encoding?.name ?? null}
        disabled={busy}
        popupMatchSelectWidth={false}
        options={textEncoding.options.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
        onChange={(encoding) => onEncoding(file.id, encoding)}
      />
    </span>
  )
}
