import type { ReactElement } from 'react'
import { Icon, type IconName } from '../components/Icon.tsx'
import { NODE_WORDS } from '../text/nav.ts'
import type { NodeState } from './stages.ts'

const SHAPES: Record<NodeState, IconName> = { done: 'disc', partly: 'half', active: 'now', idle: 'ring' }

export function NodeMark({ state, className }: { state: NodeState; className?: string }): ReactElement {
  return (
    <>
      <Icon name={SHAPES[state]} className={className} />
      <span className="visually-hidden">{NODE_WORDS[state]}</span>
    </>
  )
}
