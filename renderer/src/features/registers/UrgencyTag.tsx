import type { ReactElement } from 'react'
import type { Urgency } from '#shared/domain/register/registerItem.ts'
import { URGENCIES } from '#shared/domain/register/registerWords.ts'

/** 即办 filled, 限时 outlined, 特办 dashed. */
export function UrgencyTag({ urgency }: { urgency: Urgency | null }): ReactElement | null {
  if (urgency === null) return null
  return (
    <span className={`tag rg-urgency-${urgency}`} title={URGENCIES[urgency].name}>
      {URGENCIES[urgency].short}
    </span>
  )
}
