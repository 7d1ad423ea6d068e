import { z } from 'zod'
import { isoDate } from '../calendar/isoDate.ts'
import { honourLevel } from './honourLevel.ts'

/**
 * 荣誉典型: an award that a unit, or a person of it, holds. Persons are plain text. `kind` is a code of the office's own list
 * (`honourSettings.ts`).
 */
export const honourInput = z.strictObject({
  kind: z.string().trim().min(1, '请选荣誉种类').max(40),
  level: honourLevel,
  title: z.string().trim().min(1, '请写明荣誉名称').max(120),
  /** Unit code. */
  unit: z.string().min(1, '请选单位'),
  /** Empty where the unit itself holds it. */
  person: z.string().trim().max(40).default(''),
  /** Day of the award. */
  date: isoDate,
  /** 表彰文件的文号. */
  document: z.string().trim().max(80).default(''),
  /** 主要事迹. */
  deeds: z.string().trim().max(4000).default('')
})
export type HonourInput = z.infer<typeof honourInput>

/** Somebody's word, kept with its time. */
export const wordOf = z.object({ at: z.string(), by: z.string(), reason: z.string() })
export type WordOf = z.infer<typeof wordOf>

/** `honour.fields` in the database. */
export const honourFields = z.object({
  deeds: z.string().default(''),
  /** The bonus that a rule proposed was turned down. */
  refused: wordOf.nullable().default(null)
})
export type HonourFields = z.infer<typeof honourFields>

/** An honour on record. */
export const honour = honourInput.extend({
  id: z.number().int(),
  refused: wordOf.nullable(),
  voided: wordOf.nullable(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** The cell that it was imported from. */
  source: z
    .object({ batchId: z.number().int(), file: z.string(), sheet: z.string(), address: z.string() })
    .nullable()
})
export type Honour = z.infer<typeof honour>

/** An honour as lists and reports name it. */
export type HonourFact = Pick<
  Honour,
  'id' | 'kind' | 'level' | 'title' | 'unit' | 'person' | 'date' | 'document' | 'deeds'
> & { kindName: string; unitName: string }

/** 「优秀共产党员 张某（群众体育处）」; for a unit only its name. */
export function holderText(holder: { person: string; unitName: string }): string {
  return holder.person === '' ? holder.unitName : `${holder.person}（${holder.unitName}）`
}
