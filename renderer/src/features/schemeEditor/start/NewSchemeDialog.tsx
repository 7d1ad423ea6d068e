import { Button, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { common } from '../../../text/common.ts'
import { schemeStartText } from '../../../text/schemeStart.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import type { StartDraft } from './useStartDraft.ts'

const text = schemeStartText
type From = keyof typeof text.froms

/** 新建方案: a copy of one that was used, a preset, or an empty one. */
export function NewSchemeDialog({
  starting,
  onClose
}: {
  starting: StartDraft
  onClose: () => void
}): ReactElement {
  const versions = useRoute('scheme.versions', {}).data ?? []
  const presets = useRoute('scheme.presets', {}).data ?? []
  const [from, setFrom] = useState<From | null>(null)
  const [version, setVersion] = useState<number | null>(null)
  const [preset, setPreset] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [year, setYear] = useState<number | null>(() => new Date().getFullYear())
  const way: From = from ?? (versions.length > 0 ? 'VERSION' : 'PRESET')
  const versionId = version ?? versions[0]?.versionId
  const presetId = preset ?? presets[0]?.id

  const start = ((): RouteInput<'draft.create'> | null => {
    if (way === 'VERSION') return versionId === undefined ? null : { from: way, versionId }
    if (way === 'PRESET') return presetId === undefined ? null : { from: way, id: presetId }
    return title.trim() === '' || year === null ? null : { from: way, title: title.trim(), year }
  })()

  return (
    <Modal
      open
      width={560}
      title={text.createTitle}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {common.cancel}
        </Button>,
        <Button
          key="go"
          type="primary"
          disabled={start === null}
          loading={starting.busy}
          onClick={() => (start === null ? undefined : starting.start(start))}
        >
          {text.go}
        </Button>
      ]}
    >
      <Radio.Group
        className="se-new"
        aria-label={text.from}
        value={way}
        onChange={(event) => setFrom(event.target.value as From)}
      >
        <Way way="VERSION">
          {way !== 'VERSION' ? null : versions.length === 0 ? (
            <p className="quiet small">{text.noVersions}</p>
          ) : (
            <Select
              aria-label={text.version}
              value={versionId}
              options={versions.map((one) => ({
                value: one.versionId,
                label: text.versionLabel(one.title, one.number, one.year)
              }))}
              onChange={setVersion}
            />
          )}
        </Way>
        <Way way="PRESET">
          {way !== 'PRESET' ? null : (
            <Select
              aria-label={text.preset}
              value={presetId}
              options={presets.map((one) => ({ value: one.id, label: one.title }))}
              onChange={setPreset}
            />
          )}
        </Way>
        <Way way="BLANK">
          {way !== 'BLANK' ? null : (
            <div className="row">
              <Input
                aria-label={text.name}
                placeholder={text.namePlaceholder}
                maxLength={120}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
              <InputNumber
                aria-label={text.year}
                min={1990}
                max={2100}
                precision={0}
                value={year}
                onChange={setYear}
              />
            </div>
          )}
        </Way>
      </Radio.Group>
      {starting.error === null ? null : <ErrorPanel error={starting.error} />}
    </Modal>
  )
}

function Way({ way, children }: { way: From; children: ReactNode }): ReactElement {
  return (
    <div className="se-new-way">
      <Radio value={way}>{text.froms[way]}</Radio>
      <div className="se-new-more">
        <p className="quiet small">{text.fromHints[way]}</p>
        {children}
      </div>
    </div>
  )
}
