import type { ReactElement } from 'react'
import type { BatchView } from '#shared/ipc/batch.ts'
import { batchesText } from '../../text/batches.ts'

const TONES: Record<BatchView['state'], string> = {
  waiting: 'tag tag-check',
  merged: 'tag tag-done',
  rejected: 'tag tag-ask',
  undone: 'tag'
}

export function StateTag({ state }: { state: BatchView['state'] }): ReactElement {
  return <span className={TONES[state]}>{batchesText.states[state]}</span>
}
