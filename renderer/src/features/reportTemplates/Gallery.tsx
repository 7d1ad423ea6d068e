import { Button } from 'antd'
import { useEffect, useMemo, type ReactElement } from 'react'
import type { PresetView } from '#shared/ipc/reportTemplate.ts'
import { reportTemplatesText as text } from '../../text/reportTemplates.ts'

interface Props {
  presets: readonly PresetView[]
  busy: boolean
  onUse: (preset: PresetView) => void
  onSave: (preset: PresetView) => void
  onTake: (preset: PresetView) => void
}

/** Presets with a picture of each. */
export function Gallery({ presets, ...actions }: Props): ReactElement {
  return (
    <ul className="rt-gallery">
      {presets.map((preset) => (
        <Card key={preset.id} preset={preset} {...actions} />
      ))}
    </ul>
  )
}

function Card({
  preset,
  busy,
  onUse,
  onSave,
  onTake
}: Omit<Props, 'presets'> & { preset: PresetView }): ReactElement {
  return (
    <li aria-label={preset.name}>
      <Picture preset={preset} />
      <h3>
        {preset.name} <span className="soft small">{text.formats[preset.format]}</span>
      </h3>
      <p className="small soft">{preset.description}</p>
      <div className="rt-actions">
        <Button size="small" type="primary" ghost onClick={() => onUse(preset)}>
          {text.use}
        </Button>
        <Button size="small" onClick={() => onSave(preset)}>
          {text.save}
        </Button>
        <button type="button" className="link" disabled={busy} onClick={() => onTake(preset)}>
          {text.take}
        </button>
      </div>
    </li>
  )
}

function Picture({ preset: { name, picture } }: { preset: PresetView }): ReactElement {
  const url = useMemo(
    () =>
      picture === null
        ? null
        : URL.createObjectURL(new Blob([new Uint8Array(picture)], { type: 'image/png' })),
    [picture]
  )
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url)
    },
    [url]
  )
  return <div className="rt-picture">{url === null ? null : <img src={url} alt={text.picture(name)} />}</div>
}
