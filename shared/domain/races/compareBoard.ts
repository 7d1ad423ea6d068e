import type { IsoDate } from '../calendar/isoDate.ts'
import type { DecimalString } from '../number/decimal.ts'

/** 创新项目比看: one matter, as others may learn from it. */
export interface CompareRow {
  item: number
  number: string
  title: string
  unitName: string | null
  measures: string
  /** Percent done; null while nobody has said. */
  done: DecimalString | null
  status: string | null
  statusReason: string
  lastProgress: { on: IsoDate; text: string } | null
  closedOn: IsoDate | null
}
