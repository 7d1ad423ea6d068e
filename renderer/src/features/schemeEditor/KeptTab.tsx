import { memo, type ReactNode } from 'react'

interface Props {
  active: boolean
  children: ReactNode
}

/** A tab out of sight keeps its state and what it drew last: a key pressed in one tab must not draw all five. */
export const KeptTab = memo(
  function KeptTab({ children }: Props): ReactNode {
    return children
  },
  (_before, next) => !next.active
)
