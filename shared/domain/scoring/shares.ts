import { dec, type D } from '../number/decimal.ts'
import type { SharedCredit } from '../scheme/schemeDefinition.ts'

/** One unit's part of a shared work. */
export interface Share {
  work: string
  /** Unit under whose name the result is reported (牵头). */
  from: string
  percent: D
}

/** Shared work of one indicator, looked up by unit. */
export interface Shares {
  divide: SharedCredit['divide']
  of(unit: string): readonly Share[]
  leads(unit: string): boolean
}

const NONE: readonly Share[] = []

export function indexShares({ divide, works }: SharedCredit): Shares {
  const byUnit = new Map<string, Share[]>()
  for (const { name, from, shares } of works) {
    for (const { unit, percent } of shares) {
      const share = { work: name, from, percent: dec(percent) }
      const list = byUnit.get(unit)
      if (list) list.push(share)
      else byUnit.set(unit, [share])
    }
  }
  const leads = new Set(works.map((work) => work.from))
  return { divide, of: (unit) => byUnit.get(unit) ?? NONE, leads: (unit) => leads.has(unit) }
}
