/** Checked rows: a set of ids and the row that Shift reaches from. */
export interface Checks {
  ids: ReadonlySet<number>
  anchor: number | null
}

export const NO_CHECKS: Checks = { ids: new Set(), anchor: null }

/** One row on or off. */
export function toggled({ ids }: Checks, id: number): Checks {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** All rows from the anchor to this one, whichever lies above; without an anchor only this one. */
export function reached(checks: Checks, id: number, order: readonly number[]): Checks {
  const from = checks.anchor === null ? -1 : order.indexOf(checks.anchor)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return toggled({ ids: checks.ids, anchor: null }, id)
  const span = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...checks.ids, ...span]), anchor: checks.anchor }
}

/** Only what is still shown stays checked: nobody acts on rows that cannot be seen. */
export function stillShown(checks: Checks, order: readonly number[]): Checks {
  const shown = new Set(order)
  const ids = [...checks.ids].filter((id) => shown.has(id))
  return ids.length === checks.ids.size ? checks : { ids: new Set(ids), anchor: checks.anchor }
}
