import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function RegistersPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="清单台账" />
    </div>
  )
}
