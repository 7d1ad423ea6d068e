/** Longer texts are prose; comparing them letter by letter tells nothing and costs time. */
const MAX_LENGTH = 60
const SHORT = 2

/**
 * How alike two normalised names are, 0–1, relative to their length: one letter of five weighs 20 %. A name that
 * contains the other counts by the share that it covers. Of names of one or two characters a single one makes another
 * name (人事, 人大): they are never alike. For ranking candidates only, never for deciding.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0
  const contained = short.length >= 2 && long.includes(short) ? 0.5 + (0.5 * short.length) / long.length : 0
  if (short.length <= SHORT || long.length > MAX_LENGTH) return contained
  return Math.max(contained, 1 - editDistance(short, long) / long.length)
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: a.length + 1 }, (_, index) => index)
  for (let row = 1; row <= b.length; row++) {
    const current = [row]
    for (let col = 1; col <= a.length; col++) {
      const change = previous[col - 1]! + (a[col - 1] === b[row - 1] ? 0 : 1)
      current.push(Math.min(change, previous[col]! + 1, current[col - 1]! + 1))
    }
    previous = current
  }
  return previous[a.length]!
}
