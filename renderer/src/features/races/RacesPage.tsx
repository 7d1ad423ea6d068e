import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'

export function RacesPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title="六比" />
    </div>
  )
}
