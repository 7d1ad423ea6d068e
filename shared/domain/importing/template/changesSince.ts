import { dec } from '../../number/decimal.ts'
import type { ImportCatalogue } from '../catalogue.ts'
import { askedOf } from './asked.ts'
import type { TemplateKey } from './templateKey.ts'

/** What of an issued workbook the scheme asks differently today, as short sentences; empty when nothing is. */
export function changesSince(key: TemplateKey, catalogue: ImportCatalogue): string[] {
  const now = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const nameOf = (code: string): string => catalogue.units.find((unit) => unit.code === code)?.name ?? code
  const changes = new Set<string>()
  for (const cell of key.cells) {
    const indicator = now.get(cell.indicator)
    if (indicator === undefined) changes.add(`「${cell.name}」已不在方案里`)
    else if (!indicator.units.has(cell.unit)) changes.add(`「${indicator.name}」已不考核${nameOf(cell.unit)}`)
    else if (cell.field === 'actual' && cell.measure !== indicator.unit)
      changes.add(`「${indicator.name}」的计量单位由「${cell.measure}」改为「${indicator.unit}」`)
  }
  for (const { target, value } of key.fixed) {
    const indicator = target === null ? undefined : now.get(target.indicator)
    if (target === null || indicator === undefined) continue
    const today = indicator.targets.get(target.unit)
    if (today === undefined || !dec(today).eq(dec(value)))
      changes.add(`${nameOf(target.unit)}「${indicator.name}」的目标由 ${value} 改为 ${today ?? '没有目标'}`)
  }
  const asked = new Set(key.cells.map((cell) => cell.indicator))
  const unit = key.head.unit
  if (unit !== null) {
    for (const { indicator } of askedOf(catalogue, unit.code)) {
      if (!asked.has(indicator.code)) changes.add(`方案新要${unit.name}报「${indicator.name}」`)
    }
  }
  return [...changes]
}
