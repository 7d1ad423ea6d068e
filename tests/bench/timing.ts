/**
 * Speed as ratios measured side by side in one run; milliseconds depend on the machine, ratios hardly do. Growth ratios
 * near the growth of the input mean linear time.
 */
const ROUNDS = 5

/** Median time of a few runs, after one that warms up. */
export async function time(work: () => unknown, rounds = ROUNDS): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await once(work))
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}

export async function once(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function show(label: string, value: number, base: number, meaning: string): void {
  console.log(
    `${label.padEnd(44)} ${value.toFixed(1).padStart(9)} ms   x${(value / base).toFixed(2).padStart(6)}  ${meaning}`
  )
}

/** k in time ~ size^k between two measurements: 1 is linear, 2 quadratic. */
export function exponent(small: { size: number; ms: number }, large: { size: number; ms: number }): string {
  return (Math.log(large.ms / small.ms) / Math.log(large.size / small.size)).toFixed(2)
}
