/**
 * What an axis measures: the unit's value, its completion rate in %, its distance from the target (in % of the target,
 * or in the value's own unit; above is positive), how far the target lies below a baseline in %, a place, or the second
 * variable of a table.
 */
export type LineAxis =
  'VALUE' | 'RATE' | 'DEVIATION_PERCENT' | 'DEVIATION' | 'BELOW_BASELINE' | 'PLACE' | 'SECOND'

/** A piece of a number line; null is infinity. Bounds are as the scheme writes them (`80`, `100/3`). */
export interface LineSegment {
  from: string | null
  fromInclusive: boolean
  to: string | null
  toInclusive: boolean
  /** GAP: no answer, the unit cannot be scored there. OVERLAP: several answers. */
  kind: 'COVERED' | 'GAP' | 'OVERLAP'
  /** What a unit gets there, in words. */
  label: string
}

/** A rule's zones on one axis, from −∞ to +∞ and in order: the picture that the editor draws. */
export interface RuleLine {
  axis: LineAxis
  /** Name of the axis: 完成率（%）, 实际值 … */
  label: string
  segments: readonly LineSegment[]
}
