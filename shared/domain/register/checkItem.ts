import { monthDays, monthOf } from '../calendar/isoDate.ts'
import { canonical, dec, HUNDRED, sum, type D } from '../number/decimal.ts'
import { duplicatesOf } from './duplicates.ts'
import type { ItemFields } from './registerItem.ts'
import { ITEM_FIELDS } from './registerWords.ts'

/** What a field must not say, and what to do. */
export interface FieldObjection {
  field: keyof ItemFields
  message: string
}

/** Names that fields refer to. */
export interface KnownNames {
  /** Names of units by code. */
  units: ReadonlyMap<string, string>
  /** Codes of the scheme's indicators; null where there is no scheme to ask. */
  indicators: ReadonlySet<string> | null
}

/** What must still be filled in before an item can be followed, in words. Such items are kept and told. */
export function incompleteParts({ owner, due }: Pick<ItemFields, 'owner' | 'due'>): string[] {
  return [...(owner === null ? [ITEM_FIELDS.owner] : []), ...(due === null ? [ITEM_FIELDS.due] : [])]
}

/**
 * What an item by itself must not say. References to what the item said before (`before`) are left alone: a unit or an
 * indicator may have gone since.
 */
export function checkItem(fields: ItemFields, known: KnownNames, before?: ItemFields): FieldObjection[] {
  return [
    ...checkDays(fields),
    ...checkUnits(fields, known, before),
    ...checkShares(fields, known),
    ...checkPlan(fields),
    ...checkIndicator(fields, known, before)
  ]
}

function checkDays({ start, due }: ItemFields): FieldObjection[] {
  if (start === null || due === null || due >= start) return []
  return [{ field: 'due', message: `完成时限 ${due} 早于开始日期 ${start}，请改正其中一个。` }]
}

function checkUnits(fields: ItemFields, { units }: KnownNames, before?: ItemFields): FieldObjection[] {
  const { owner, partners } = fields
  const found: FieldObjection[] = []
  const old = new Set([before?.owner, ...(before?.partners ?? []).map(({ unit }) => unit)])
  const unknown = (code: string): boolean => !units.has(code) && !old.has(code)
  if (owner !== null && unknown(owner))
    found.push({ field: 'owner', message: `没有代码为「${owner}」的单位，请在单位名单里选责任单位。` })
  for (const { unit } of partners) {
    if (unknown(unit))
      found.push({ field: 'partners', message: `没有代码为「${unit}」的单位，请在单位名单里选配合单位。` })
    if (unit === owner) {
      const name = units.get(unit) ?? unit
      found.push({
        field: 'partners',
        message: `「${name}」既是责任单位又是配合单位，请去掉一个。`
      })
    }
  }
  for (const code of duplicatesOf(partners.map(({ unit }) => unit))) {
    const name = units.get(code) ?? code
    found.push({ field: 'partners', message: `配合单位「${name}」写了两次，请去掉一个。` })
  }
  return found
}

/** Shares are of the whole credit: each over 0, together no more than 100, exactly 100 where everybody has one. */
function checkShares({ ownerShare, partners }: ItemFields, { units }: KnownNames): FieldObjection[] {
  const field = ownerShare === null ? 'partners' : 'ownerShare'
  const all = [
    { name: ITEM_FIELDS.owner, share: ownerShare },
    ...partners.map(({ unit, share }) => ({ name: `「${units.get(unit) ?? unit}」`, share }))
  ]
  const given = all.flatMap(({ name, share }) => (share === null ? [] : [{ name, share: dec(share) }]))
  const wrong = given.find(({ share }) => !share.greaterThan(0) || share.greaterThan(HUNDRED))
  if (wrong !== undefined) {
    const message = `${wrong.name}的分担比例 ${canonical(wrong.share)}% 不在 0 到 100 之间，请改正。`
    return [{ field, message }]
  }
  const total = sum(given.map(({ share }) => share))
  if (total.greaterThan(HUNDRED))
    return [{ field, message: `分担比例合计 ${canonical(total)}%，超过 100%，请改正。` }]
  if (given.length === all.length && !total.equals(HUNDRED))
    return [{ field, message: `分担比例合计 ${canonical(total)}%，不是 100%，请改正，或留空一个。` }]
  if (given.length < all.length && total.equals(HUNDRED)) {
    const without = all.filter(({ share }) => share === null).map(({ name }) => name)
    return [{ field, message: `分担比例已满 100%，${without.join('、')}没有比例，请改正，或把它去掉。` }]
  }
  return []
}

function checkPlan({ plan, quantity, start, due }: ItemFields): FieldObjection[] {
  const found: FieldObjection[] = []
  const say = (message: string): void => void found.push({ field: 'plan', message })
  for (const month of duplicatesOf(plan.map((step) => step.month)))
    say(`分月计划里 ${month} 写了两次，请去掉一个。`)
  const steps = [...plan].sort((a, b) => (a.month < b.month ? -1 : 1))
  let percent: { value: D; month: string } | null = null
  let amount: { value: D; month: string } | null = null
  for (const step of steps) {
    const { month } = step
    if (due !== null && month > monthOf(due)) say(`分月计划的 ${month} 晚于完成时限 ${due}，请改正。`)
    if (start !== null && monthDays(month).last < start)
      say(`分月计划的 ${month} 早于开始日期 ${start}，请改正。`)
    if (step.amount !== null && quantity === null)
      say(`分月计划的 ${month} 写了数量，但没有目标数量，请先填目标数量。`)
    if (step.percent !== null) {
      const value = dec(step.percent)
      if (value.isNegative() || value.greaterThan(HUNDRED))
        say(`分月计划的 ${month} 写作 ${step.percent}%，不在 0 到 100 之间，请改正。`)
      if (percent !== null && value.lessThan(percent.value))
        say(
          `分月计划 ${month}（${step.percent}%）低于 ${percent.month}（${canonical(percent.value)}%）；计划是累计数，请改正。`
        )
      percent = { value, month }
    }
    if (step.amount !== null) {
      const value = dec(step.amount)
      if (amount !== null && value.lessThan(amount.value))
        say(
          `分月计划 ${month}（${step.amount}）低于 ${amount.month}（${canonical(amount.value)}）；计划是累计数，请改正。`
        )
      amount = { value, month }
    }
  }
  return found
}

function checkIndicator(
  { indicator }: ItemFields,
  { indicators }: KnownNames,
  before?: ItemFields
): FieldObjection[] {
  if (indicator === null || indicators === null || indicators.has(indicator)) return []
  if (before?.indicator === indicator) return []
  return [{ field: 'indicator', message: `考核方案里没有代码为「${indicator}」的指标，请重新选。` }]
}
