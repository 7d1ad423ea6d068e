import fc from 'fast-check'

/**
 * All choices of a made-up workbook, in the order in which they are taken. Every choice takes the next number; 0 (and the
 * end of the tape) is the plainest one, so that fast-check shrinks a failure to the one habit that breaks.
 */
export class Tape {
  private readonly numbers: readonly number[]
  private next = 0

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  /** 0 … limit − 1. */
  below(limit: number): number {
    return (this.numbers[this.next++] ?? 0) % limit
  }

  /** The first one is the plainest. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent
  }

  /** `count` of the list, in a turned order, at least one. */
  some<T>(list: readonly T[], count: number): T[] {
    const turn = this.below(list.length)
    return [...list.slice(turn), ...list.slice(0, turn)].slice(0, count)
  }
}

/** Long enough for every choice of the largest table. */
const LENGTH = 900

export const tapes = fc
  .array(fc.nat(999_999), { minLength: LENGTH, maxLength: LENGTH, size: 'max' })
  .map((numbers) => new TapeSource(numbers))

/** A tape can be played once; a source plays it again and prints short in failures. */
export class TapeSource {
  private readonly numbers: readonly number[]

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  play(): Tape {
    return new Tape(this.numbers)
  }

  [fc.toStringMethod](): string {
    const last = this.numbers.findLastIndex((number) => number !== 0)
    return `tape of ${JSON.stringify(this.numbers.slice(0, last + 1))}`
  }
}
