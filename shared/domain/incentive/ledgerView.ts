import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { sourceRef } from '../scoring/reading.ts'
import { evidenceNeed, levelPoints } from './catalogue.ts'
import { honourLevel } from './honourLevel.ts'
import { ledgerState } from './ledgerEntry.ts'

export const adjustmentSign = z.enum(['BONUS', 'DEDUCTION'])
const said = z.object({ at: z.string(), by: z.string(), text: z.string() })

/** An entry of the 加减分台账, in whatever state. */
export const ledgerEntryView = z.object({
  id: z.number().int(),
  unit: z.string(),
  unitName: z.string(),
  classCode: z.string(),
  className: z.string(),
  sign: adjustmentSign,
  date: isoDate.nullable(),
  points: decimalString,
  reason: z.string(),
  evidence: z.string(),
  approver: z.string().nullable(),
  state: ledgerState,
  source: sourceRef.nullable(),
  byHand: z.boolean(),
  reporter: z.string().nullable(),
  catalogue: z.object({ code: z.string(), name: z.string() }).nullable(),
  level: honourLevel.nullable(),
  instant: z.boolean(),
  honour: z.object({ id: z.number().int(), title: z.string() }).nullable(),
  /** The last word on it: of a return (drafts) or a reversal. */
  said: said.nullable(),
  /** What of it changes the total, and why not all; null where it does not count. */
  counts: decimalString.nullable(),
  countsWhy: z.string(),
  evidenceCount: z.number().int(),
  actions: z.array(z.enum(['EDIT', 'SUBMIT', 'APPROVE', 'RETURN', 'REVERSE']))
})
export type LedgerEntryView = z.infer<typeof ledgerEntryView>

const classLine = z.object({
  code: z.string(),
  name: z.string(),
  sign: adjustmentSign,
  sum: decimalString,
  counted: decimalString,
  cap: decimalString.nullable()
})

/** One unit in one race: what its entries come to, by class. */
export const ledgerUnitView = z.object({
  race: z.string(),
  raceName: z.string(),
  unit: z.string(),
  name: z.string(),
  count: z.number().int(),
  /** As printed. */
  bonus: z.string(),
  deduction: z.string(),
  classes: z.array(classLine),
  sentence: z.string()
})
export type LedgerUnitView = z.infer<typeof ledgerUnitView>

export const ledgerView = z.object({
  period: periodKey,
  frozen: z.boolean(),
  /** 复核 is on: what was submitted waits for another person. */
  review: z.boolean(),
  operator: z.string(),
  /** Today, by the service. */
  today: isoDate,
  /** Day under which what belongs to a frozen quarter is recognised; null where no quarter is open. */
  recognition: isoDate.nullable(),
  decimals: z.number().int(),
  /** Several races: names of units are told apart by theirs. */
  races: z.number().int(),
  entries: z.array(ledgerEntryView),
  units: z.array(ledgerUnitView),
  classes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      sign: adjustmentSign,
      cap: decimalString.nullable(),
      race: z.string()
    })
  ),
  /** Units that can get an entry. */
  choices: z.array(z.object({ code: z.string(), name: z.string() })),
  catalogue: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      classCode: z.string(),
      points: decimalString,
      least: decimalString.nullable(),
      most: decimalString.nullable(),
      levels: z.array(levelPoints),
      evidence: evidenceNeed,
      instant: z.boolean(),
      clause: z.string()
    })
  ),
  waiting: z.number().int(),
  /** Honours that a rule would reward. */
  proposals: z.number().int()
})
export type LedgerView = z.infer<typeof ledgerView>
