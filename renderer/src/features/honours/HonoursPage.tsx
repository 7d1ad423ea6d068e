import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function HonoursPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="荣誉典型" />
    </div>
  )
}
