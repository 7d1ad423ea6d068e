import { Button } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { describePlace } from '#shared/problem.ts'
import { toCallError } from '../ipc/client.ts'
import { common } from '../text/common.ts'
import { Icon } from './Icon.tsx'

interface Props {
  error: unknown
  /** What was not changed; null where nothing could have been. */
  unchanged?: string | null
  onRetry?: () => void
  children?: ReactNode
}

/** A failure that the clerk can act on: sentence, what to do, what was not changed, place, code. */
export function ErrorPanel({
  error,
  unchanged = common.nothingChanged,
  onRetry,
  children
}: Props): ReactElement {
  const { code, message, details } = toCallError(error)
  const where = details.place === undefined ? '' : describePlace(details.place)
  const problems = details.problems ?? []
  // Many sentences of main end with it themselves.
  const alreadySaid = /没有(任何)?改动/.test(message)
  return (
    <div className="blank" role="alert">
      <p className="blank-title">
        <Icon name="triangle" className="ask" />
        {message}
      </p>
      <p className="blank-text">
        {details.action ?? ''}
        {alreadySaid ? '' : (unchanged ?? '')}
      </p>
      {problems.length === 0 ? null : (
        <ul className="blank-text">
          {problems.slice(0, 8).map((problem, index) => (
            <li key={index}>{[describePlace(problem.place), problem.message].filter(Boolean).join('：')}</li>
          ))}
        </ul>
      )}
      {onRetry === undefined && children === undefined ? null : (
        <div className="blank-actions">
          {onRetry === undefined ? null : <Button onClick={onRetry}>{common.retry}</Button>}
          {children}
        </div>
      )}
      <p className="blank-code">
        {where === '' ? null : `${common.place}：${where}\u3000`}
        {common.code} {code}
      </p>
    </div>
  )
}
