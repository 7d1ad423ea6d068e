import { decimalString } from '../number/decimal.ts'

/** A decimal of at least 0, for caps, floors and percentages in rule parameters. */
export const nonNegativeDecimal = decimalString.refine((text) => !text.startsWith('-'), {
  message: '不能是负数'
})

export const positiveDecimal = nonNegativeDecimal.refine((text) => text !== '0', { message: '要大于 0' })
