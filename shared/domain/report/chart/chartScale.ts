/** From values to pixels. Floats are for drawing only: every printed number comes as text from the facts. */
export type Scale = (value: number) => number

/** Bars begin at 0: the scale holds 0 and all values between `from` and `to`. */
export function barScale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low === 0 ? 1 : high - low
  return (value) => from + ((value - low) / span) * (to - from)
}

/** Dots may stand on a narrowed axis: the lowest at `bottom`, the highest at `top`; all equal: in the middle. */
export function dotScale(values: readonly number[], bottom: number, top: number): Scale {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (values.length === 0 || high === low) return () => (bottom + top) / 2
  return (value) => bottom + ((value - low) / (high - low)) * (top - bottom)
}
