import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import type { RegisterListView } from '#shared/ipc/register.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { registersText as text } from '../../text/registers.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { REGISTER_VIEWS, type RegisterTab, type RegisterView } from './registerQuery.ts'
import { TypeTabs } from './TypeTabs.tsx'

interface Props {
  tab: RegisterTab
  list: RegisterListView
  filter: RegisterFilter
  view: RegisterView
  onTab: (tab: RegisterTab) => void
  onView: (view: RegisterView) => void
  onAdd: () => void
}

/** Title, registers, view, and the ways in and out; 登记事项 is the one filled button. */
export function RegisterHead(props: Props): ReactElement {
  const navigate = useNavigate()
  const { period } = usePeriod()
  const { total, byType } = props.list.counts
  return (
    <div className="page-head rg-page-head">
      <h1>{text.title}</h1>
      <TypeTabs tab={props.tab} total={total} byType={byType} onTab={props.onTab} />
      <div className="page-head-actions">
        <Segmented<RegisterView>
          aria-label={text.viewLabel}
          value={props.view}
          options={REGISTER_VIEWS.map((value) => ({ value, label: text.views[value] }))}
          onChange={props.onView}
        />
        <Button onClick={() => void navigate(paths.import)}>{text.import}</Button>
        {period === null || total === 0 ? null : <ExportMenu period={period} filter={props.filter} />}
        <Button type="primary" onClick={props.onAdd}>
          {text.add}
        </Button>
      </div>
    </div>
  )
}
