import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function StatementsPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="七大报表" />
    </div>
  )
}
