import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { useFreezeDialog } from '../../app/useFreezeDialog.ts'
import { overviewText as text } from '../../text/overview.ts'
import type { Compute } from './useCompute.ts'

/** One filled button: the next step. A frozen quarter can only be reopened. */
export function OverviewActions({
  overview,
  compute
}: {
  overview: OverviewView
  compute: Compute
}): ReactElement {
  const { openFreeze, openReopen } = useFreezeDialog()
  const navigate = useNavigate()
  const { period, computed, todo } = overview
  if (isFrozenState(period.state)) {
    return period.state === 'archived' ? <></> : <Button onClick={openReopen}>{text.reopen}</Button>
  }
  const due = computed === null || computed.stale
  const urgent = due ? undefined : todo.find((item) => item.level === 'error')
  return (
    <>
      <Button type={due ? 'primary' : 'default'} loading={compute.running} onClick={compute.start}>
        {compute.running ? text.computing : computed === null ? text.compute : text.recompute}
      </Button>
      {due ? null : (
        <Button type={urgent === undefined ? 'primary' : 'default'} onClick={openFreeze}>
          {text.freeze(period.key)}
        </Button>
      )}
      {urgent === undefined ? null : (
        <Button type="primary" onClick={() => void navigate(urgent.href)}>
          {urgent.title}
        </Button>
      )}
    </>
  )
}
