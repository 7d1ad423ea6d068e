import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function CadencePage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="日清周统筹" />
    </div>
  )
}
