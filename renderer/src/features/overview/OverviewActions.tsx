import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { useFreezeDialog } from '../../app/useFreezeDialog.ts'
import { carryOverText, overviewText as text } from '../../text/overview.ts'
import { useCall } from '../../ipc/queries.ts'
import { CarryOverDialog } from './CarryOverDialog.tsx'
import type { Compute } from './useCompute.ts'

/** One filled button: the next step. */
export function OverviewActions({
  overview,
  compute
}: {
  overview: OverviewView
  compute: Compute
}): ReactElement {
  const { openFreeze } = useFreezeDialog()
  const navigate = useNavigate()
  const [carry, setCarry] = useState(false)
  const { period, computed, todo } = overview
  if (isFrozenState(period.state)) {
    return <FrozenActions period={period} />
  }
  if (todo[0]?.code === 'IMPORT') {
    const [first] = todo
    return (
      <>
        <Button onClick={() => setCarry(true)}>{carryOverText.open}</Button>
        <Button type="primary" onClick={() => void navigate(first.href)}>
          {first.title}
        </Button>
        {carry ? <CarryOverDialog period={period.key} onClose={() => setCarry(false)} /> : null}
      </>
    )
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

/** A frozen quarter is published, or reopened with a reason; an archived one stays as it is. */
function FrozenActions({ period }: { period: OverviewView['period'] }): ReactElement | null {
  const { openReopen } = useFreezeDialog()
  const publish = useCall('period.publish')
  const { message } = App.useApp()
  if (period.state === 'archived') return null
  return (
    <>
      <Button onClick={openReopen}>{text.reopen}</Button>
      {period.state !== 'frozen' ? null : (
        <Button
          type="primary"
          loading={publish.isPending}
          onClick={() =>
            publish.mutate(
              { period: period.key },
              {
                onSuccess: () => void message.success(text.publishDone),
                onError: (error) => void message.error(error.message)
              }
            )
          }
        >
          {text.publish}
        </Button>
      )}
    </>
  )
}
