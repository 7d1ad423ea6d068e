import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PresetView, ReportTemplateView, TemplateSource } from '#shared/ipc/reportTemplate.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { reportTemplatesText as text } from '../../text/reportTemplates.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { FillDialog } from './FillDialog.tsx'
import { Gallery } from './Gallery.tsx'
import { TemplateTable } from './TemplateTable.tsx'
import './reportTemplates.css'

interface Filling {
  name: string
  source: TemplateSource
}

/** 报告模板: those of the unit's own, and the gallery. */
export function ReportTemplatesPage(): ReactElement {
  const { period, frozen } = usePeriod()
  const templates = useRoute('reportTemplate.list', {})
  const presets = useRoute('reportTemplate.gallery', {})
  const add = useCall('reportTemplate.add')
  const replace = useCall('reportTemplate.replace')
  const take = useCall('reportTemplate.addPreset')
  const remove = useCall('reportTemplate.remove')
  const savePreset = useCall('reportTemplate.savePreset')
  const [filling, setFilling] = useState<Filling | null>(null)
  const [removing, setRemoving] = useState<ReportTemplateView | null>(null)
  const saved = useSavedFile()
  const navigate = useNavigate()
  const { message } = App.useApp()
  if (period === null)
    return (
      <div className="page">
        <PageHead title={text.title} />
        <NoScheme />
      </div>
    )

  const pick = ({ id }: ReportTemplateView): void => void navigate(paths.reportTemplate(id))
  /** A template is no use before somebody has seen what it would be filled with. */
  const show = (view: ReportTemplateView | null): void => {
    if (view === null) return
    void message.success(text.added(view.name))
    if (view.format !== 'pptx') setFilling({ name: view.name, source: { template: view.id } })
  }
  const failed = [add, replace, take, savePreset].find(({ error }) => error !== null)

  return (
    <div className="page">
      <PageHead title={text.title} note={text.note}>
        <Button type="primary" loading={add.isPending} onClick={() => add.mutate({}, { onSuccess: show })}>
          {text.add}
        </Button>
      </PageHead>
      {failed === undefined ? null : (
        <Panel>
          <ErrorPanel error={failed.error}>
            <Button onClick={() => failed.reset()}>{common.close}</Button>
          </ErrorPanel>
        </Panel>
      )}
      {saved.error === null ? null : <ErrorPanel error={saved.error} />}
      <div className="rt-layout">
        <Panel title={text.own} hint={text.ownHint} scroll>
          <Loaded query={templates} rows={4}>
            {(list) =>
              list.length === 0 ? (
                <EmptyState title={text.none} hint={text.noneHint} />
              ) : (
                <TemplateTable
                  list={list}
                  onFill={({ id, name }) => setFilling({ name, source: { template: id } })}
                  onPick={pick}
                  onReplace={({ id, name }) =>
                    replace.mutate(
                      { id },
                      { onSuccess: (view) => view !== null && void message.success(text.replaced(name)) }
                    )
                  }
                  onRemove={setRemoving}
                />
              )
            }
          </Loaded>
        </Panel>
        <Panel title={text.gallery} hint={text.galleryHint} scroll pad>
          <Loaded query={presets} rows={6}>
            {(list) => (
              <Gallery
                presets={list}
                busy={take.isPending}
                onUse={({ id, name }: PresetView) => setFilling({ name, source: { preset: id } })}
                onTake={({ id }: PresetView) =>
                  take.mutate(
                    { preset: id },
                    { onSuccess: (view) => void message.success(text.added(view.name)) }
                  )
                }
                onSave={({ id }: PresetView) =>
                  savePreset.mutate(
                    { preset: id },
                    { onSuccess: (file) => file !== null && saved.tell(text.saved(file.fileName), file) }
                  )
                }
              />
            )}
          </Loaded>
        </Panel>
      </div>
      {filling === null ? null : (
        <FillDialog {...filling} period={period} frozen={frozen} onClose={() => setFilling(null)} />
      )}
      {removing === null ? null : (
        <ConfirmWithReason
          open
          title={text.removeTitle(removing.name)}
          consequence={text.removeText}
          verb={text.remove}
          busy={remove.isPending}
          error={remove.error}
          onCancel={() => setRemoving(null)}
          onConfirm={() =>
            remove.mutate(
              { id: removing.id },
              {
                onSuccess: () => {
                  setRemoving(null)
                  void message.success(text.removed(removing.name))
                }
              }
            )
          }
        />
      )}
    </div>
  )
}
