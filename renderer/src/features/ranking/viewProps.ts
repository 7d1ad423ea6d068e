/** What every view of a group's ranking is given: the selection is one for all views. */
export interface ViewProps {
  selected: string | null
  onSelect: (unit: string) => void
  onOpen: (unit: string) => void
  /** From a click the drawer opens; `toggle` (Space) closes it again. */
  onTrace: (asked: TraceAsked, toggle: boolean) => void
}

export interface TraceAsked {
  unit: string
  /** Null asks for the total. */
  dimension: string | null
}
