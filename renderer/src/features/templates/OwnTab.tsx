import { App, Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { OwnTemplateView } from '#shared/ipc/template.ts'
import { paths } from '../../app/paths.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printMoment } from '../../text/format.ts'
import { templatesText as text } from '../../text/templates.ts'
import { FillDialog } from './FillDialog.tsx'

/** 自有模板: departments' own workbooks, to be used again for another quarter. */
export function OwnTab({ period, tabs }: { period: PeriodKey; tabs: ReactNode }): ReactElement {
  const templates = useRoute('template.own', {})
  const [filling, setFilling] = useState<OwnTemplateView | null>(null)
  const [removing, setRemoving] = useState<OwnTemplateView | null>(null)
  const remove = useCall('template.removeOwn')
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <>
      <PageHead title={text.title} tags={tabs} note={text.ownHint} />
      <Panel scroll>
        <Loaded query={templates} rows={8}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={text.ownNone} hint={text.ownNoneHint}>
                <Button onClick={() => void navigate(paths.import)}>{text.goImport}</Button>
              </EmptyState>
            ) : (
              <OwnTable list={list} onFill={setFilling} onRemove={setRemoving} />
            )
          }
        </Loaded>
      </Panel>
      {filling === null ? null : (
        <FillDialog template={filling} period={period} onClose={() => setFilling(null)} />
      )}
      {removing === null ? null : (
        <ConfirmWithReason
          open
          title={text.removeTitle(removing.name)}
          consequence={text.removeText}
          verb={text.remove}
          reason="none"
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
    </>
  )
}

interface OwnTableProps {
  list: readonly OwnTemplateView[]
  onFill: (template: OwnTemplateView) => void
  onRemove: (template: OwnTemplateView) => void
}

function OwnTable({ list, onFill, onRemove }: OwnTableProps): ReactElement {
  const head = text.ownHead
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{head.name}</th>
          <th>{head.file}</th>
          <th>{head.period}</th>
          <th className="num">{head.places}</th>
          <th>{head.units}</th>
          <th>{head.by}</th>
          <th aria-label={text.fill} />
        </tr>
      </thead>
      <tbody>
        {list.map((template) => (
          <tr key={template.id}>
            <td>{template.name}</td>
            <td className="soft">{template.fileName}</td>
            <td className="nowrap">{periodTitle(template.period)}</td>
            <td className="num">{text.cells(template.places)}</td>
            <td className="tp-names" title={template.units.join('、')}>
              {template.units.join('、')}
            </td>
            <td className="soft nowrap">
              {printMoment(template.at)} {template.by}
            </td>
            <td className="num nowrap">
              <span className="row">
                <Button size="small" onClick={() => onFill(template)}>
                  {text.fill}
                </Button>
                <Button size="small" onClick={() => onRemove(template)}>
                  {text.remove}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
