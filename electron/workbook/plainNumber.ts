/**
 * Shortest decimal text of a double, without an exponent: what the clerk typed, not its binary tail.
 * `0.1` stays `0.1`, 1e-7 becomes `0.0000001`, -0 becomes `0`.
 */
export function plainNumber(value: number): string {
  const text = String(value === 0 ? 0 : value)
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign, whole, fraction = '', power] = parts
  const digits = `${whole}${fraction}`
  const point = (whole as string).length + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
