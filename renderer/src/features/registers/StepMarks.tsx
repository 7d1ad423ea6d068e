import type { ReactElement } from 'react'
import { itemState, type ItemState } from '#shared/domain/register/registerItem.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'

/** 交办·办理·报结·核验·销号 as five boxes and the word; 石绿 when it is closed. */
export function StepMarks({ state }: { state: ItemState }): ReactElement {
  const at = itemState.options.indexOf(state)
  const closed = state === 'CLOSED'
  return (
    <span className={closed ? 'rg-steps rg-steps-closed' : 'rg-steps'}>
      <span className="rg-boxes" aria-hidden="true">
        {itemState.options.map((step, index) => (
          <i key={step} className={index < at || closed ? 'on' : index === at ? 'current' : ''} />
        ))}
      </span>
      {ITEM_STATES[state].name}
    </span>
  )
}
