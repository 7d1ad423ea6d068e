import { z } from 'zod'
import { decimalString } from '#shared/domain/number/decimal.ts'
import { templatePlace } from '#shared/ipc/template.ts'

/** A place with what was known when it was taken: it tells in which measure the sheet writes, and which target. */
export const storedPlace = templatePlace.extend({
  /** As the import understood the cell; null for words and blanks. */
  value: decimalString.nullable(),
  /** In which the indicator was counted then. */
  measure: z.string(),
  /** The target that the scheme had issued for that quarter. */
  issued: decimalString.nullable()
})
export type StoredPlace = z.infer<typeof storedPlace>

/** What an own template keeps besides its workbook. */
export const storedPlaces = z.object({
  /** The import that it was taken from. */
  batch: z.number().int(),
  places: z.array(storedPlace),
  /** Cells that held something the import could not use. */
  unread: z.array(z.object({ sheet: z.string(), address: z.string() }))
})
export type StoredPlaces = z.infer<typeof storedPlaces>

export const placeKey = ({ sheet, address }: { sheet: string; address: string }): string =>
  `${sheet}!${address}`
