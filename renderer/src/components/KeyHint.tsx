import type { ReactElement } from 'react'

/** `[Enter] 打开单位`. */
export function KeyHint({ keys, children }: { keys: string; children: string }): ReactElement {
  return (
    <span className="keyhint">
      <kbd>{keys}</kbd>
      {children}
    </span>
  )
}
