import { text, type Draft, type Line } from './draft.ts'
import { fact, indicatorOf, number, readField } from './facts.ts'
import type { Tape } from './tape.ts'
import {
  ACTUAL_HEADS,
  CODES,
  factPiece,
  head,
  INDICATOR_HEADS,
  indicatorName,
  TARGET_HEADS,
  unitName,
  UNITS
} from './pieces.ts'

export const SELF_HEADS = ['自评分', '自评得分', '单位自评分', '自查得分']
export const SCORE_HEADS = ['考核得分', '得分', '考核分', '核定分', '实得分', '最终得分']

/** 填报单位：X in one cell or two, with what else stands on that line. */
export function unitLine(tape: Tape, unit: string): Line {
  const name = unitName(tape, unit).replace(/\s/g, '')
  const key = tape.pick(['填报单位', '填报单位（盖章）', '被考核单位', '填报部门', '单位', '填报 单位'])
  return tape.pick<Line>([
    [text(`${key}：${name}`)],
    [text(`${key}：`), text(name)],
    [text(`${key}:${name}\u3000\u3000填报时间：2026年10月8日`)],
    [text(`${key}：${name}`), null, text('填报时间：2026.10.8')]
  ])
}

const blankDraft = { below: [], sheetMeasure: null, sums: new Map(), names: 0, gaps: true }

/** One unit's own sheet: 指标 | 目标 | 完成 | 自评分 | 考核分. */
export function unitItems(tape: Tape, pool = { units: UNITS }): Draft {
  const [unit] = tape.some(pool.units, 1)
  const marks = tape.chance(60)
  const codes = tape.some(
    CODES.filter((code) => marks || readField(code) === 'actual'),
    1 + tape.below(6)
  )
  const measures = tape.chance(40)
  const first: Line = [
    text(head(tape, INDICATOR_HEADS)),
    ...(measures ? [text(head(tape, ['计量单位', '度量单位']))] : []),
    text(head(tape, TARGET_HEADS)),
    text(head(tape, ACTUAL_HEADS)),
    ...(marks ? [text(head(tape, SELF_HEADS)), text(head(tape, SCORE_HEADS))] : [])
  ]
  const body = codes.map((code): Line => {
    const { unit: own } = indicatorOf(code)
    const judged = readField(code) === 'score'
    const at = { unit: unit!, indicator: code }
    return [
      text(indicatorName(tape, code)),
      ...(measures ? [text(own)] : []),
      ...(['target', 'actual'] as const).map((field) =>
        judged ? null : factPiece(tape, { ...at, field }, fact(tape, own))
      ),
      ...(marks
        ? (['self', 'score'] as const).map((field) =>
            judged ? factPiece(tape, { ...at, field }, fact(tape, '分')) : null
          )
        : [])
    ]
  })
  return {
    ...blankDraft,
    layout: 'UNIT_ITEMS',
    above: [unitLine(tape, unit!)],
    head: [first],
    body,
    columns: first.length
  }
}

/** KPI sheet: a merged 实际完成情况 over 实际值, 完成率 and marks, with rules in text beside it. */
export function kpiSheet(tape: Tape): Draft {
  const [unit] = tape.some(UNITS, 1)
  const codes = tape.some(CODES, 1 + tape.below(5)).filter((code) => readField(code) === 'actual')
  if (codes.length === 0) codes.push('funds')
  const lines: Line[] = [
    [
      text(head(tape, ['考核项目', '指标名称', '考核指标']), { down: 1 }),
      text(head(tape, TARGET_HEADS), { down: 1 }),
      text('权重', { down: 1 }),
      text(tape.pick(['数据来源', '考核数据来源']), { down: 1 }),
      text(tape.pick(['实际完成情况', '完成情况']), { right: 2 }),
      null,
      null,
      text(tape.pick(['计分方法', '评分标准']), { down: 1 })
    ],
    [null, null, null, null, text('实际值'), text('完成率'), text('应得分'), null]
  ]
  const body = codes.map((code): Line => {
    const at = { unit: unit!, indicator: code }
    const own = indicatorOf(code).unit
    return [
      text(indicatorName(tape, code)),
      factPiece(tape, { ...at, field: 'target' }, fact(tape, own)),
      text(Number(number(tape, '个'))),
      text('规划财务处'),
      factPiece(tape, { ...at, field: 'actual' }, fact(tape, own)),
      text({ value: '0.97', format: '0%', shown: '97%' }),
      text(Number(number(tape, '分'))),
      text('完成率低于60%得0分，每超1%加0.5分，MAX=120')
    ]
  })
  return {
    ...blankDraft,
    layout: 'UNIT_ITEMS',
    above: [unitLine(tape, unit!)],
    head: lines,
    body,
    columns: 8
  }
}

/** Indicator tree by vertical merges: 一级指标 | 二级指标 | 分值 | 目标 | 完成. */
export function indicatorTree(tape: Tape): Draft {
  const [unit] = tape.some(UNITS, 1)
  const codes = tape.some(CODES, 2 + tape.below(5))
  const split = 1 + tape.below(codes.length - 1)
  const first: Line = [
    text(head(tape, ['一级指标', '指标类别', '类别'])),
    text(head(tape, ['二级指标', '三级指标', '具体指标'])),
    text(head(tape, ['分值', '权重', '满分'])),
    text(head(tape, ACTUAL_HEADS)),
    text(head(tape, SCORE_HEADS))
  ]
  const body = codes.map((code, index): Line => {
    const at = { unit: unit!, indicator: code }
    const own = indicatorOf(code).unit
    const judged = readField(code) === 'score'
    const top =
      index === 0
        ? text('产出指标', split > 1 ? { down: split - 1 } : {})
        : index === split
          ? text('效益指标\n（40分）', codes.length - split > 1 ? { down: codes.length - split - 1 } : {})
          : null
    return [
      top,
      text(indicatorName(tape, code)),
      text(Number(indicatorOf(code).fullMark)),
      judged ? null : factPiece(tape, { ...at, field: 'actual' }, fact(tape, own)),
      judged ? factPiece(tape, { ...at, field: 'score' }, fact(tape, '分')) : null
    ]
  })
  return {
    ...blankDraft,
    layout: 'UNIT_ITEMS',
    above: [unitLine(tape, unit!)],
    head: [first],
    body,
    columns: first.length,
    gaps: false
  }
}
