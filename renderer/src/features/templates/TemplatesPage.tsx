import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { templatesText as text } from '../../text/templates.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { IssueTab } from './IssueTab.tsx'
import { OwnTab } from './OwnTab.tsx'
import './templates.css'

type Tab = keyof typeof text.tabs

/** 下发模板: workbooks by the scheme, and departments' own ones. */
export function TemplatesPage(): ReactElement {
  const { period, view } = usePeriod()
  const [tab, setTab] = useState<Tab>('issue')
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={text.title} />
        <NoScheme />
      </div>
    )
  }
  const tabs = (
    <Segmented<Tab>
      aria-label={text.title}
      value={tab}
      options={(Object.keys(text.tabs) as Tab[]).map((value) => ({ value, label: text.tabs[value] }))}
      onChange={setTab}
    />
  )
  return (
    <div className="page">
      {tab === 'issue' ? (
        <IssueTab key={period} period={period} tabs={tabs} />
      ) : (
        <OwnTab key={period} period={period} tabs={tabs} />
      )}
    </div>
  )
}
