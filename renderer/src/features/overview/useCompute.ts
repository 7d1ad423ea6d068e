import { App } from 'antd'
import type { CallError } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { overviewText } from '../../text/overview.ts'

export interface Compute {
  start: () => void
  running: boolean
  error: CallError | null
}

/** 计算: same command for the first time and again; says how many units it could rank. */
export function useCompute(period: string): Compute {
  const compute = useCall('period.compute')
  const { message } = App.useApp()
  return {
    running: compute.isPending,
    error: compute.error,
    start: () =>
      compute.mutate(
        { period },
        { onSuccess: (done) => void message.success(overviewText.computed(done.ranked, done.blocked)) }
      )
  }
}
