import { z } from 'zod'
import { isoDate, isoMonth } from '../domain/calendar/isoDate.ts'
import { decimalString } from '../domain/number/decimal.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { registerType } from '../domain/register/registerItem.ts'
import { unitKind } from '../domain/scheme/schemeDefinition.ts'
import { defineRoute } from './define.ts'
import { exportedView } from './report.ts'

const racePlace = z.object({
  group: z.string(),
  groupName: z.string(),
  rank: z.number().int().nullable(),
  tied: z.boolean(),
  of: z.number().int(),
  total: z.string().nullable(),
  note: z.string()
})

const standing = {
  /** Null where nothing was computed yet. */
  preview: z.boolean(),
  snapshot: z.string().nullable(),
  /** Data changed after the computation. */
  stale: z.boolean()
}

/** 六比 on one page. */
export const raceDeskView = z.object({
  ...standing,
  races: z.array(
    z.object({
      race: z.string(),
      name: z.string(),
      participants: z.array(unitKind),
      units: z.number().int(),
      ranked: z.number().int(),
      blocked: z.number().int(),
      groups: z.array(
        z.object({
          group: z.string(),
          name: z.string(),
          mean: z.string().nullable(),
          rows: z.array(z.object({ unit: z.string(), name: z.string(), place: racePlace }))
        })
      )
    })
  ),
  across: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      races: z.array(z.object({ race: z.string(), name: z.string() })),
      rows: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          places: z.record(z.string(), racePlace),
          total: z
            .object({
              rank: z.number().int().nullable(),
              tied: z.boolean(),
              sentence: z.string(),
              printed: z.string().nullable()
            })
            .nullable()
        })
      )
    })
  )
})
export type RaceDeskView = z.infer<typeof raceDeskView>

const shineStatus = z.enum(['MET', 'SLIGHTLY_BEHIND', 'BEHIND', 'UNMET', 'MISSING', 'REFUSED', 'NA'])

/** 比看, 亮晒, 曝光 of a quarter. */
export const showBoardsView = z.object({
  ...standing,
  on: isoDate,
  /** 创新项目比看: matters tagged 知新创新 and reforms that were alive in the quarter. */
  compare: z.array(
    z.object({
      item: z.number().int(),
      number: z.string(),
      title: z.string(),
      unitName: z.string().nullable(),
      measures: z.string(),
      done: decimalString.nullable(),
      status: z.string().nullable(),
      statusReason: z.string(),
      lastProgress: z.object({ on: isoDate, text: z.string() }).nullable(),
      closedOn: isoDate.nullable()
    })
  ),
  /** 指标亮晒. */
  shine: z.array(
    z.object({
      race: z.string(),
      raceName: z.string(),
      dimension: z.string(),
      dimensionName: z.string(),
      indicator: z.string(),
      name: z.string(),
      unitOfMeasure: z.string(),
      fullMark: decimalString,
      met: z.number().int(),
      scored: z.number().int(),
      missing: z.number().int(),
      units: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          group: z.string(),
          value: decimalString.nullable(),
          target: decimalString.nullable(),
          score: z.string().nullable(),
          status: shineStatus.nullable(),
          sentence: z.string()
        })
      )
    })
  ),
  /** 问题曝光, gravest first. */
  expose: z.array(
    z.object({
      kind: z.enum(['OVERDUE', 'RED_SLIP', 'BADLY_BEHIND', 'MISSING', 'INDICATOR']),
      unit: z.string().nullable(),
      unitName: z.string(),
      matter: z.string(),
      reason: z.string(),
      item: z.number().int().nullable(),
      indicator: z.string().nullable()
    })
  )
})
export type ShowBoardsView = z.infer<typeof showBoardsView>

const statementPart = z.object({
  provider: z.string().nullable(),
  providerName: z.string(),
  indicators: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      expected: z.number().int(),
      filled: z.number().int()
    })
  ),
  expected: z.number().int(),
  filled: z.number().int(),
  state: z.enum(['COMPLETE', 'PARTLY', 'MISSING']),
  files: z.array(z.string()),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  late: z.boolean()
})

/** 报表: which department has handed in what. */
export const statementsView = z.object({
  dueDate: isoDate.nullable(),
  statements: z.array(
    z.object({
      race: z.string(),
      raceName: z.string(),
      dimension: z.string(),
      name: z.string(),
      fullMark: decimalString,
      expected: z.number().int(),
      filled: z.number().int(),
      parts: z.array(statementPart)
    })
  )
})
export type StatementsView = z.infer<typeof statementsView>

const redState = z.enum(['RED', 'PARTLY', 'NOT', 'MISSING', 'NONE'])

/** 指标全年红, 任务全线红. */
export const redMatrixView = z.object({
  year: z.number().int(),
  periods: z.array(z.object({ period: periodKey, preview: z.boolean() })),
  rows: z.array(
    z.object({
      dimension: z.string(),
      dimensionName: z.string(),
      indicator: z.string(),
      name: z.string(),
      cells: z.array(
        z.object({
          period: periodKey,
          state: redState,
          met: z.number().int(),
          of: z.number().int()
        })
      ),
      red: z.number().int(),
      counted: z.number().int(),
      allYear: z.boolean()
    })
  ),
  allRed: z.array(
    z.object({ period: periodKey, red: z.number().int(), of: z.number().int(), all: z.boolean() })
  ),
  months: z.array(isoMonth),
  tasks: z.array(
    z.object({
      item: z.number().int(),
      number: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
      cells: z.array(
        z.object({
          month: isoMonth,
          state: z.enum(['RED', 'BEHIND', 'SILENT', 'NONE']),
          planned: decimalString.nullable(),
          done: decimalString.nullable()
        })
      ),
      red: z.number().int(),
      counted: z.number().int(),
      all: z.boolean()
    })
  )
})
export type RedMatrixView = z.infer<typeof redMatrixView>

const matrixInput = {
  year: z.number().int(),
  /** Null: all units. */
  unit: z.string().nullable(),
  /** Registers whose items are shown; absent: 年度目标任务, 项目, 承诺事项. */
  types: z.array(registerType).optional()
}

export const raceRoutes = {
  'race.desk': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: raceDeskView
  }),
  'race.show': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: showBoardsView
  }),
  'race.statements': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: statementsView
  }),
  'race.matrix': defineRoute({ kind: 'read', input: z.strictObject(matrixInput), output: redMatrixView }),
  /** 六比总表, 比看·亮晒·曝光 榜, 报表报送情况, 全年红对照表 as a file. */
  'race.export': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      what: z.enum(['RACES', 'SHOW', 'STATEMENTS', 'MATRIX']),
      format: z.enum(['xlsx', 'docx', 'pdf']),
      unit: z.string().nullable().default(null)
    }),
    output: exportedView.nullable()
  })
}
