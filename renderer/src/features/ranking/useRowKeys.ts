import type { KeyboardEvent, HTMLAttributes } from 'react'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { ViewProps } from './viewProps.ts'

interface RowProps extends HTMLAttributes<HTMLTableRowElement> {
  'data-row-key': string
}

/** Where a key moves the selection to; null for keys that move nothing. */
export function targetRow(key: string, at: number, count: number): number | null {
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }
  const to = moves[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}

/**
 * Keys of the plain views: ↑↓ Home End move, Enter opens the unit, Space shows its trace while the focus stays.
 */
export function useRowKeys(units: readonly UnitResult[], view: ViewProps): (unit: UnitResult) => RowProps {
  const current = units.some((unit) => unit.unit === view.selected) ? view.selected : units[0]?.unit

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, unit: UnitResult): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const to = targetRow(event.key, units.indexOf(unit), units.length)
    if (to !== null) {
      const next = units[to]!
      view.onSelect(next.unit)
      const row = event.currentTarget.parentElement?.querySelector<HTMLElement>(
        `[data-row-key="${CSS.escape(next.unit)}"]`
      )
      row?.focus()
    } else if (event.key === 'Enter') view.onOpen(unit.unit)
    else if (event.key === ' ') view.onTrace({ unit: unit.unit, dimension: null }, true)
    else return
    event.preventDefault()
  }

  return (unit) => ({
    'data-row-key': unit.unit,
    className: unit.unit === view.selected ? 'rk-selected' : '',
    tabIndex: unit.unit === current ? 0 : -1,
    'aria-selected': unit.unit === view.selected,
    onClick: () => view.onSelect(unit.unit),
    onFocus: () => view.onSelect(unit.unit),
    onDoubleClick: () => view.onOpen(unit.unit),
    onKeyDown: (event) => onKeyDown(event, unit)
  })
}
