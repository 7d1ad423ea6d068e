import type { ReactElement } from 'react'
import { common } from '../text/common.ts'

/** Grey lines where the content will stand; never a bare spinner. */
export function Skeleton({ rows = 6 }: { rows?: number }): ReactElement {
  return (
    <div className="bones" role="status" aria-label={common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="bone" />
      ))}
    </div>
  )
}
