import type { ReactElement } from 'react'
import type { Movement } from '#shared/domain/ranking/resultSet.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import { movementWords } from '../text/status.ts'

/** ↑2 朱砂 bold, ↓1 ink, — unchanged, 新, / not applicable. Falling is not a fault, so it has no colour. */
export function MovementMark({ movement }: { movement: Movement }): ReactElement {
  return (
    <span className={`move move-${movement.kind}`} title={movementWords(movement)}>
      <span aria-hidden="true">{movementText(movement)}</span>
      <span className="visually-hidden">{movementWords(movement)}</span>
    </span>
  )
}
