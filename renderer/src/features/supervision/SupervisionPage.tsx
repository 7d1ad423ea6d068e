import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function SupervisionPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="督办单" />
    </div>
  )
}
