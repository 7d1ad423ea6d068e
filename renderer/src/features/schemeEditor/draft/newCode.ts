/** The first of `i1`, `i2` … that nothing in the scheme uses. Codes mean nothing to a clerk and are never asked for. */
export function newCode(prefix: string, taken: readonly (string | undefined)[]): string {
  const used = new Set(taken)
  let number = 1
  while (used.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}
