import { Checkbox, Modal, Select } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { FORMAT_NAMES, type ReportKind } from '#shared/ipc/report.ts'
import type { RouteOutput } from '#shared/ipc/contract.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Notice } from '../../components/Notice.tsx'
import { call } from '../../ipc/client.ts'
import { exportedSet, exportSet, reportText as text } from '../../text/report.ts'

type Format = ReportKind['formats'][number]
type Done = NonNullable<RouteOutput<'report.exportSet'>>

/** What a meeting usually takes along. */
const USUAL: ReadonlySet<string> = new Set(['circular', 'ranking', 'deck', 'unitCard', 'display'])

interface Props {
  period: PeriodKey
  kinds: readonly ReportKind[]
  onClose: () => void
}

/** 会议材料: the reports of a meeting in one go, each as it was last set up, into a new folder. */
export function SetDialog({ period, kinds, onClose }: Props): ReactElement {
  const client = useQueryClient()
  const possible = kinds.filter((kind) => kind.unavailable === null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Format>>(
    () => new Map(possible.filter(({ id }) => USUAL.has(id)).map((kind) => [kind.id, kind.formats[0]!]))
  )
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const { error, fail, dismiss, tell } = useSavedFile()

  const choose = (id: string, format: Format | null): void =>
    setChosen((now) => {
      const next = new Map(now)
      if (format === null) next.delete(id)
      else next.set(id, format)
      return next
    })

  async function run(): Promise<void> {
    setBusy(true)
    dismiss()
    try {
      const items = possible.flatMap(({ id }) => {
        const format = chosen.get(id)
        return format === undefined ? [] : [{ report: id, format }]
      })
      const set = await call('report.exportSet', { period, items })
      if (set === null) return
      void client.invalidateQueries({ queryKey: ['report.history'] })
      if (set.files.length > 0)
        tell(exportedSet(set.files.length), { ticket: set.ticket, fileName: '', folder: set.folder })
      if (set.skipped.length === 0) onClose()
      else setDone(set)
    } catch (reason) {
      fail(reason)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={text.setTitle}
      okText={exportSet(chosen.size)}
      okButtonProps={{ disabled: chosen.size === 0, loading: busy }}
      onOk={() => void run()}
      onCancel={onClose}
      width={520}
    >
      <p className="small quiet">{text.setHint}</p>
      {error === null ? null : <ErrorPanel error={error} />}
      {done === null ? null : (
        <Notice title={text.setSkipped}>
          {done.skipped.map(({ title, reason }) => `${title}：${reason}`).join(' ')}
        </Notice>
      )}
      <ul className="rp-set">
        {kinds.map((kind) => (
          <li key={kind.id}>
            <Checkbox
              disabled={kind.unavailable !== null}
              checked={chosen.has(kind.id)}
              onChange={(event) => choose(kind.id, event.target.checked ? kind.formats[0]! : null)}
            >
              {kind.title}
            </Checkbox>
            {kind.unavailable === null ? (
              <Select<Format>
                size="small"
                aria-label={`${kind.title} ${text.format}`}
                disabled={!chosen.has(kind.id)}
                value={chosen.get(kind.id) ?? kind.formats[0]!}
                onChange={(format) => choose(kind.id, format)}
                options={kind.formats.map((format) => ({ value: format, label: FORMAT_NAMES[format] }))}
              />
            ) : (
              <span className="small quiet">{kind.unavailable}</span>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
