import { conversion } from '#shared/domain/importing/values/measures.ts'
import { spelled, type Piece } from './draft.ts'
import { indicatorOf, INDICATOR_NAMES, readField, UNIT_NAMES, type Fact } from './facts.ts'
import { writeFact } from './habits.ts'
import type { Tape } from './tape.ts'

export const UNIT_HEADS = [
  '单位',
  '责任单位',
  '处室',
  '部门',
  '单位名称',
  '被考核单位',
  '考核对象',
  '承办处室',
  '牵头单位'
]
export const INDICATOR_HEADS = ['指标', '考核指标', '指标名称', '考核项目', '考核内容', '具体指标']
export const TARGET_HEADS = ['目标', '目标值', '三季度目标', '目标任务', '计划数', '本季目标']
export const ACTUAL_HEADS = [
  '完成',
  '完成值',
  '实际完成',
  '完成情况',
  '完成数',
  '三季度完成',
  '实际值',
  '实绩'
]

export type Field = 'target' | 'actual' | 'self' | 'score'

export const unitName = (tape: Tape, code: string): string => tape.pick(UNIT_NAMES[code]!)
export const indicatorName = (tape: Tape, code: string): string => tape.pick(INDICATOR_NAMES[code]!)

export const head = (tape: Tape, labels: readonly string[]): string =>
  spelled(tape.pick(labels), tape.below(7))

/** Blanks of what no rule reads mean nothing. */
const isNothing = (field: Field, code: string, given: Fact): boolean =>
  given.state === 'MISSING' && field !== readField(code)

/** One fact as a cell; `measure` is what bare numbers here are counted in. */
export function factPiece(
  tape: Tape,
  at: { unit: string; indicator: string; field: Field },
  given: Fact,
  stated?: string
): Piece {
  const own = at.field === 'self' || at.field === 'score' ? '分' : indicatorOf(at.indicator).unit
  const habit = writeFact(tape, given, own, stated ?? own)
  const blank = habit.input === null || (typeof habit.input === 'string' && habit.input.trim() === '')
  if (blank && isNothing(at.field, at.indicator, given)) return { input: habit.input }
  return {
    input: habit.input,
    expected: {
      key: `${at.unit}/${at.indicator}/${at.field}`,
      value: given.value ?? given.state,
      outcome: habit.outcome,
      ...(habit.confirm === undefined ? {} : { confirm: habit.confirm })
    }
  }
}

/** A name over its numbers, perhaps with a measure: its own, or another one that the numbers are then given in. */
export function measuredHead(
  tape: Tape,
  code: string,
  sheetMeasure: string | null
): { label: string; stated: string } {
  const own = indicatorOf(code).unit
  const name = indicatorName(tape, code)
  const bare = sheetMeasure !== null && conversion(sheetMeasure, own).kind === 'FACTOR' ? sheetMeasure : own
  switch (tape.below(6)) {
    case 1:
      return { label: `${name}(${own})`, stated: own }
    case 2:
      return { label: `${name}（单位：${own}）`, stated: own }
    case 3: {
      const other = (
        { 万元: '亿元', 亿元: '万元', 平方米: '万平方米', 万人次: '人次' } as Record<string, string>
      )[own]
      return { label: `${name}（${other ?? own}）`, stated: other ?? own }
    }
    case 4:
      return { label: `${name}\n（${own}）`, stated: own }
    default:
      return { label: name, stated: bare }
  }
}

export const UNITS = Object.keys(UNIT_NAMES)
export const CODES = Object.keys(INDICATOR_NAMES)
