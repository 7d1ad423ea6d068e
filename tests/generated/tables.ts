import { canonical, dec, sum } from '#shared/domain/number/decimal.ts'
import { conversion } from '#shared/domain/importing/values/measures.ts'
import { spelled, text, type Draft, type Line } from './draft.ts'
import { fact, indicatorOf, readField } from './facts.ts'
import {
  ACTUAL_HEADS,
  CODES,
  factPiece,
  head,
  INDICATOR_HEADS,
  indicatorName,
  measuredHead,
  TARGET_HEADS,
  UNIT_HEADS,
  unitName,
  UNITS,
  type Field
} from './pieces.ts'
import type { Tape } from './tape.ts'

interface Choice {
  units: string[]
  codes: string[]
  /** 目标 beside 完成. */
  targets: boolean
  sheetMeasure: string | null
}

/** Names that a table may use; other tables of the same sheet use the others. */
export interface Pool {
  units: readonly string[]
  codes: readonly string[]
  /** Lines like 单位：万元 that may stand above; none beside other tables, for which they would speak as well. */
  measures: readonly (string | null)[]
}

export const ALL: Pool = { units: UNITS, codes: CODES, measures: [null, null, '万元', '亿元'] }

function choose(tape: Tape, pool: Pool): Choice {
  return {
    units: tape.some(pool.units, 2 + tape.below(5)),
    codes: tape.some(pool.codes, 1 + tape.below(5)),
    targets: tape.chance(35),
    sheetMeasure: tape.pick(pool.measures)
  }
}

/** Marks have neither a target nor another field than their own. */
const fieldsOf = (code: string, targets: boolean): Field[] =>
  targets && readField(code) === 'actual' ? ['target', 'actual'] : [readField(code)]

/** Those that have a value, at least one. */
function counted(codes: readonly string[]): string[] {
  const fit = codes.filter((code) => readField(code) === 'actual')
  return fit.length > 0 ? fit : ['events']
}

const isMoney = (code: string): boolean => /元/.test(indicatorOf(code).unit)

/** 单位 | 指标 | 目标 | 完成: one row a unit and indicator. */
export function longList(tape: Tape, pool = ALL): Draft {
  const { units, sheetMeasure, targets, codes: any } = choose(tape, pool)
  const codes = counted(any)
  const measures = tape.chance(40)
  const merged = tape.chance(40)
  const first: Line = [
    text(head(tape, UNIT_HEADS)),
    text(head(tape, INDICATOR_HEADS)),
    ...(measures ? [text(head(tape, ['计量单位', '单位', '度量单位']))] : []),
    ...(targets ? [text(head(tape, TARGET_HEADS))] : []),
    text(head(tape, ACTUAL_HEADS))
  ]
  // Two columns 单位 would be two lists side by side.
  if (measures) first[0] = text('责任单位')
  const body: Line[] = []
  for (const unit of units) {
    for (const [index, code] of codes.entries()) {
      const own = indicatorOf(code).unit
      const stated = measures ? own : sheetMeasure !== null && isMoney(code) ? sheetMeasure : own
      body.push([
        merged && index > 0
          ? null
          : text(unitName(tape, unit), merged && codes.length > 1 ? { down: codes.length - 1 } : {}),
        text(indicatorName(tape, code)),
        ...(measures ? [text(own)] : []),
        ...fieldsOf(code, targets).map((field) =>
          factPiece(tape, { unit, indicator: code, field }, fact(tape, own), stated)
        )
      ])
    }
  }
  return {
    layout: 'LONG_LIST',
    above: [],
    head: [first],
    body,
    below: [],
    sheetMeasure: measures ? null : sheetMeasure,
    columns: first.length,
    sums: new Map(),
    names: 0,
    gaps: true
  }
}

/** Units down, indicators across, perhaps 目标 and 完成 under each. */
export function unitByIndicator(tape: Tape, pool = ALL): Draft {
  const { units, codes, targets, sheetMeasure } = choose(tape, pool)
  const heads = codes.map((code) => measuredHead(tape, code, sheetMeasure))
  const fields = codes.map((code) => fieldsOf(code, targets))
  const two = fields.some((list) => list.length > 1)
  const lines: Line[] = [[text(head(tape, UNIT_HEADS), two ? { down: 1 } : {})], [null]]
  codes.forEach((_, index) => {
    const list = fields[index]!
    if (list.length === 1) {
      lines[0]!.push(text(heads[index]!.label, two ? { down: 1 } : {}))
      lines[1]!.push(null)
      return
    }
    lines[0]!.push(text(spelled(heads[index]!.label, 0), { right: 1 }), null)
    lines[1]!.push(text(head(tape, TARGET_HEADS)), text(head(tape, ACTUAL_HEADS)))
  })
  const columns = codes.flatMap((code, index) =>
    fields[index]!.map((field) => ({ code, field, stated: heads[index]!.stated }))
  )
  const numbers = columns.map((): (string | null)[] => [])
  const body = units.map((unit): Line => [
    text(unitName(tape, unit)),
    ...columns.map(({ code, field, stated }, index) => {
      const given = fact(tape, indicatorOf(code).unit)
      const piece = factPiece(tape, { unit, indicator: code, field }, given, stated)
      const read = piece.expected?.outcome !== 'PROBLEM'
      if (given.value !== null || !read) numbers[index]!.push(read ? given.value : null)
      return piece
    })
  ])
  const sums = new Map(
    columns.flatMap(({ code, stated }, index): [number, string | null][] => {
      const list = numbers[index]!
      if (!list.some((one) => one !== null && one !== '0') || indicatorOf(code).unit === '%') return []
      const step = conversion(stated, indicatorOf(code).unit)
      const total = list.includes(null) ? null : sum(list.map((one) => dec(one!)))
      return [[index + 1, total && canonical(step.kind === 'FACTOR' ? total.div(step.factor) : total)]]
    })
  )
  return {
    layout: 'UNIT_BY_INDICATOR',
    above: [],
    head: two ? lines : [lines[0]!],
    body,
    below: [],
    sheetMeasure,
    columns: columns.length + 1,
    sums,
    names: 0,
    gaps: true
  }
}

/** Indicators down, units across. */
export function indicatorByUnit(tape: Tape, pool = ALL): Draft {
  const { units, codes: any, sheetMeasure, targets } = choose(tape, pool)
  const codes = counted(any)
  const measures = tape.chance(40)
  const rows = codes.map((code) => {
    const { label, stated } = measuredHead(tape, code, measures ? null : sheetMeasure)
    return { code, label, stated }
  })
  const fields: Field[] = targets ? ['target', 'actual'] : ['actual']
  const lines: Line[] = [
    [
      text(head(tape, INDICATOR_HEADS), targets ? { down: 1 } : {}),
      ...(measures ? [text('计量单位', targets ? { down: 1 } : {})] : []),
      ...units.flatMap((unit): Line =>
        targets ? [text(unitName(tape, unit), { right: 1 }), null] : [text(unitName(tape, unit))]
      )
    ],
    [
      null,
      ...(measures ? [null] : []),
      ...units.flatMap((): Line => [text(head(tape, TARGET_HEADS)), text(head(tape, ACTUAL_HEADS))])
    ]
  ]
  const body = rows.map(({ code, label, stated }): Line => [
    text(label),
    ...(measures ? [text(stated)] : []),
    ...units.flatMap((unit) =>
      fields.map((field) =>
        factPiece(tape, { unit, indicator: code, field }, fact(tape, indicatorOf(code).unit), stated)
      )
    )
  ])
  return {
    layout: 'INDICATOR_BY_UNIT',
    above: [],
    head: targets ? lines : [lines[0]!],
    body,
    below: [],
    sheetMeasure: measures ? null : sheetMeasure,
    columns: 1 + (measures ? 1 : 0) + units.length * fields.length,
    sums: new Map(),
    names: 0,
    gaps: true
  }
}
