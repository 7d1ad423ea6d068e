import { Button, Dropdown } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SlipFilter } from '#shared/ipc/slip.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { supervisionText as text } from '../../text/supervision.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { SlipDrawer } from './SlipDrawer.tsx'
import { SlipTable } from './SlipTable.tsx'
import { emptyRequest } from './requests.ts'

interface Props {
  period: PeriodKey
  frozen: boolean
  tabs: ReactNode
}

/** Proposals above, the slips of the quarter below, one of them in a drawer. */
export function LedgerView({ period, frozen, tabs }: Props): ReactElement {
  const [params, setParams] = useSearchParams()
  const [filter, setFilter] = useState<SlipFilter>({})
  const [writing, setWriting] = useState(false)
  const list = useRoute('slip.list', { period, filter })
  const settings = useRoute('slip.settings', {}).data?.settings
  const exportList = useCall('slip.exportList')
  const saved = useSavedFile()
  const asked = numbers(params.get('propose'))
  const open = Number(params.get('slip'))

  function show(id: number | null): void {
    setParams(id === null ? {} : { slip: String(id) }, { replace: true })
  }

  function save(format: 'xlsx' | 'docx' | 'pdf'): void {
    exportList.mutate(
      { period, filter, format },
      {
        onSuccess: (file) => {
          if (file !== null) saved.tell(text.exported, file)
        }
      }
    )
  }

  const error = exportList.error ?? saved.error
  return (
    <div className="page">
      <PageHead title={text.title} tags={tabs} note={text.note}>
        <Dropdown
          menu={{
            items: [
              { key: 'xlsx', label: 'Excel' },
              { key: 'docx', label: 'Word' },
              { key: 'pdf', label: 'PDF' }
            ],
            onClick: ({ key }) => save(key as 'xlsx' | 'docx' | 'pdf')
          }}
        >
          <Button loading={exportList.isPending}>{text.exportList}</Button>
        </Dropdown>
        {frozen ? null : <Button onClick={() => setWriting(true)}>{text.create}</Button>}
      </PageHead>
      {error === null ? null : <ErrorPanel error={error} />}
      {frozen ? (
        <Notice tone="plain" title={common.frozen}>
          {text.past}
        </Notice>
      ) : (
        <ProposalPanel
          key={asked?.join() ?? ''}
          items={asked}
          onDone={() => setParams({}, { replace: true })}
          onShow={show}
        />
      )}
      <Loaded query={list} rows={8}>
        {(data) => (
          <SlipTable data={data} filter={filter} readOnly={frozen} onFilter={setFilter} onOpen={show} />
        )}
      </Loaded>
      {open > 0 ? <SlipDrawer id={open} readOnly={frozen} onClose={() => show(null)} /> : null}
      {writing && settings !== undefined ? (
        <IssueDialog start={emptyRequest(period, settings)} mode="CREATE" onClose={() => setWriting(false)} />
      ) : null}
    </div>
  )
}

/** `?propose=1,2,3` of the register. */
function numbers(value: string | null): number[] | undefined {
  const found = (value ?? '')
    .split(',')
    .flatMap((part) => (/^[1-9]\d{0,12}$/.test(part) ? [Number(part)] : []))
  return found.length === 0 ? undefined : found
}
