import { spelled, text, type Draft, type Line } from './draft.ts'
import { number } from './facts.ts'
import { writeDoubtful, writeNumber, type Habit } from './habits.ts'
import { head, UNIT_HEADS, unitName, UNITS } from './pieces.ts'
import type { Tape } from './tape.ts'

const CLASSES = [
  ['award', ['表彰奖励', '获奖', '表彰 奖励'], 'BONUS'],
  ['media', ['媒体宣传'], 'BONUS'],
  ['notice', ['通报批评', '通报\n批评'], 'DEDUCTION']
] as const

const DATES: readonly (readonly [input: string | { kind: 'date'; value: string }, day: string])[] = [
  ['2026.7.15', '2026-07-15'],
  ['2026-08-02', '2026-08-02'],
  ['2026/8/2', '2026-08-02'],
  ['2026年9月30日', '2026-09-30'],
  ['２０２６.７.１', '2026-07-01'],
  ['7月5日', '2026-07-05'],
  ['9.3', '2026-09-03'],
  ['20260901', '2026-09-01'],
  ['26.7.15', '2026-07-15'],
  ['2026 年 7 月 15 日', '2026-07-15'],
  [{ kind: 'date', value: '2026-07-31' }, '2026-07-31'],
  ['2026.8.1 上午', '2026-08-01']
]

/** What a row of the ledger must become: `unit/class=±points date`, at the address of its points. */
function points(tape: Tape, value: string, signed: '+' | '-' | ''): Habit {
  if (tape.chance(10)) return writeDoubtful(tape, value)
  if (signed === '') return writeNumber(tape, value, '分', '分')
  const words = signed === '+' ? ['+', '加', '加 ', '奖'] : ['-', '减', '扣', '－', '扣 ']
  const sign = tape.pick(words)
  return { input: `${sign}${value}${tape.chance(40) ? '分' : ''}`, outcome: 'READ' }
}

/** 加减分台账: one event a row. */
export function ledger(tape: Tape): Draft {
  const twoSided = tape.chance(50)
  const dated = tape.chance(60)
  const first: Line = [
    text(head(tape, UNIT_HEADS)),
    text(head(tape, ['类别', '加减分类别', '加减分类型'])),
    text(head(tape, ['事由', '加减分事由', '事项', '原因'])),
    ...(twoSided
      ? [text(head(tape, ['加分', '加分分值'])), text(head(tape, ['减分', '扣分']))]
      : [text(spelled('分值', tape.below(7)))]),
    ...(dated ? [text(head(tape, ['日期', '发生时间', '时间']))] : []),
    text(head(tape, ['依据', '佐证材料', '文号']))
  ]
  const body = Array.from({ length: 1 + tape.below(7) }, (_, index): Line => {
    const unit = tape.pick(UNITS)
    const [code, names, sign] = tape.pick(CLASSES)
    const value = String(Number(number(tape, '分')) + 0.5)
    const [input, day] = tape.pick(DATES)
    const isBonus = sign === 'BONUS'
    const habit = points(tape, value, twoSided ? '' : isBonus ? '+' : '-')
    const piece = text(habit.input, {
      expected: {
        key: `${unit}/${code}/${isBonus ? '+' : '-'}`,
        value: `${value}${dated ? ` ${day}` : ''}`,
        outcome: habit.outcome,
        ...(habit.confirm === undefined ? {} : { confirm: habit.confirm })
      }
    })
    return [
      text(unitName(tape, unit)),
      text(tape.pick(names)),
      text(`第${index + 1}件：获 2 项表扬`),
      ...(twoSided ? (isBonus ? [piece, null] : [null, piece]) : [piece]),
      ...(dated ? [text(input)] : []),
      text(tape.pick(['体办〔2026〕5号', '见附件3', '3']))
    ]
  })
  return {
    layout: 'ADJUSTMENTS',
    above: [[text(tape.pick(['2026年三季度加减分台账', '加分扣分情况登记表']))]],
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
