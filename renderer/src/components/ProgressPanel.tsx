import { Button } from 'antd'
import type { ReactElement } from 'react'
import { common, ofTotal } from '../text/common.ts'

interface Props {
  label: string
  done: number
  /** 0 while unknown. */
  total: number
  onCancel?: () => void
}

/** Work longer than a second: what, how far, 取消. */
export function ProgressPanel({ label, done, total, onCancel }: Props): ReactElement {
  return (
    <div className="progress" role="status">
      <span className="nowrap">
        {label}
        {total > 0 ? ` · ${ofTotal(done, total)}` : ''}
      </span>
      <span className={total > 0 ? 'progress-bar' : 'progress-bar progress-bar-unknown'}>
        <i style={total > 0 ? { width: `${Math.min(100, (done / total) * 100)}%` } : undefined} />
      </span>
      {onCancel === undefined ? null : (
        <Button size="small" onClick={onCancel}>
          {common.cancel}
        </Button>
      )}
    </div>
  )
}
