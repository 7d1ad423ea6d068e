import type { Movement } from './resultSet.ts'

/** 升降 as it is written everywhere: `↑2`, `↓1`, `—`, `新`, and `/` where it does not apply (domain.md §3.3). */
export function movementText(movement: Movement): string {
  switch (movement.kind) {
    case 'UP':
      return `↑${movement.by}`
    case 'DOWN':
      return `↓${movement.by}`
    case 'SAME':
      return '—'
    case 'NEW':
      return '新'
    case 'NA':
      return '/'
  }
}
