import { text, type Draft, type Line, type Piece } from './draft.ts'
import { number } from './facts.ts'
import { writeDoubtful, writeNumber } from './habits.ts'
import { head, UNIT_HEADS, unitName, UNITS } from './pieces.ts'
import type { Tape } from './tape.ts'

/** A rater's mark; `*` and 回避 stand for marks that were not given. */
function mark(tape: Tape, unit: string, rater: string): Piece {
  const key = `${unit}/lecture/rating/${rater}`
  if (tape.chance(12))
    return { input: tape.pick(['*', '回避', '***', '弃权']), expected: { key, value: 'NA', outcome: 'READ' } }
  const value = number(tape, '分')
  const habit = tape.chance(8) ? writeDoubtful(tape, value) : writeNumber(tape, value, '分', '分')
  return { input: habit.input, expected: { key, value, ...habit } }
}

/** Units down, experts across (or the reverse), with the mean that the sheet computed itself. */
export function raterMatrix(tape: Tape): Draft {
  const units = tape.some(UNITS, 2 + tape.below(5))
  const word = tape.pick(['专家', '评委', '评审'])
  const raters = Array.from({ length: 2 + tape.below(5) }, (_, index) => `${word}${index + 1}`)
  const across = tape.chance(30)
  const means = tape.chance(60) && !across
  const first: Line = across
    ? [text(word), ...units.map((unit) => text(unitName(tape, unit)))]
    : [
        text(head(tape, UNIT_HEADS)),
        ...raters.map((rater) => text(rater)),
        ...(means ? [text(tape.pick(['平均分', '评价得分', '得分']))] : [])
      ]
  const body = across
    ? raters.map((rater): Line => [text(rater), ...units.map((unit) => mark(tape, unit, rater))])
    : units.map((unit): Line => [
        text(unitName(tape, unit)),
        ...raters.map((rater) => mark(tape, unit, rater)),
        ...(means ? [text(80.5)] : [])
      ])
  return {
    layout: 'RATER_MATRIX',
    above: [[text(tape.pick(['体育讲堂评分表', '体育讲堂', '2026年三季度体育讲堂评委打分汇总表']))]],
    head: [first],
    body,
    below: [],
    sheetMeasure: null,
    columns: first.length,
    sums: new Map(),
    names: 0,
    gaps: true
  }
}
