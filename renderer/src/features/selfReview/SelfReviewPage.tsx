import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function SelfReviewPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="六问对标" />
    </div>
  )
}
