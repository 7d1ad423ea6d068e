import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function ReviewPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="讲评会" />
    </div>
  )
}
