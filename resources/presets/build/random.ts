/**
 * Numbers for samples: the same words give the same number on every run and machine, so that workbooks made of them have
 * the same bytes. Not for anything that needs chance.
 */
export function draw(...words: readonly (string | number)[]): number {
  // FNV-1a, then a final mix: neighbouring words must not give neighbouring numbers.
  let hash = 0x811c9dc5
  for (const letter of words.join('\u0000')) {
    hash ^= letter.codePointAt(0)!
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x846ca68b)
  hash ^= hash >>> 16
  return (hash >>> 0) / 0x1_0000_0000
}

/** Between two numbers, with so many decimals. */
export function drawBetween(
  low: number,
  high: number,
  decimals: number,
  ...words: readonly (string | number)[]
): number {
  const factor = 10 ** decimals
  return Math.round((low + draw(...words) * (high - low)) * factor) / factor
}

export function pick<T>(list: readonly T[], ...words: readonly (string | number)[]): T {
  return list[Math.floor(draw(...words) * list.length)]!
}
