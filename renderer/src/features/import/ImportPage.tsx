import type { ReactElement } from 'react'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { importText } from '../../text/import.ts'
import { BatchHistory } from '../batches/BatchHistory.tsx'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { Wizard } from './Wizard.tsx'
import './import.css'

/** 导入: 选文件 → 认表头 → 检查 → 确认. The session lives in main: leaving the page loses nothing. */
export function ImportPage(): ReactElement {
  const { period, view, frozen } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={importText.title} />
        <NoScheme />
      </div>
    )
  }
  if (frozen) {
    return (
      <div className="page">
        <PageHead title={importText.title} />
        <Panel>
          <EmptyState title={importText.frozen} hint={importText.frozenHint} />
        </Panel>
        <BatchHistory period={period} readOnly />
      </div>
    )
  }
  return <Wizard key={period} period={period} />
}
