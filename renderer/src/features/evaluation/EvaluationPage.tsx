import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function EvaluationPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="讲堂评分" />
    </div>
  )
}
