import { dec, type DecimalString, canonical, HUNDRED } from '../number/decimal.ts'
import { round } from '../number/rounding.ts'
import { groupedBy } from '../groupedBy.ts'
import type { ItemStatus } from '../register/itemStanding.ts'
import type { RegisterEvent } from '../register/registerEvent.ts'
import { registerType, type RegisterType } from '../register/registerItem.ts'
import type { DayRange } from './cadenceKey.ts'
import { isClosed, isFinished, isWithin, type CadenceItem, type CadenceSlip } from './cadenceItem.ts'

/** What happened to the registers in some days; items, not entries. */
export interface Activity {
  created: number
  progress: number
  done: number
  closed: number
  reopened: number
}

export function activityIn(events: readonly RegisterEvent[], days: DayRange): Activity {
  const count = (type: RegisterEvent['type']): number =>
    new Set(events.filter((event) => event.type === type && isWithin(event.on, days)).map(({ item }) => item))
      .size
  return {
    created: count('CREATED'),
    progress: count('PROGRESS'),
    done: count('DONE'),
    closed: count('CLOSED'),
    reopened: count('REOPENED')
  }
}

export interface SlipActivity {
  issued: number
  answered: number
  closed: number
}

export function slipActivityIn(slips: readonly CadenceSlip[], days: DayRange): SlipActivity {
  const issued = slips.filter(({ state }) => state !== 'WITHDRAWN')
  return {
    issued: issued.filter(({ issuedOn }) => isWithin(issuedOn, days)).length,
    answered: issued.filter(({ answeredOn }) => isWithin(answeredOn, days)).length,
    closed: issued.filter(({ closedOn }) => isWithin(closedOn, days)).length
  }
}

/** Items that are worked on, by how they stand. Together they are `open`. */
export interface Standings {
  open: number
  /** 领先 and 达标. */
  onTrack: number
  slightly: number
  /** 落后 and 严重落后. */
  behind: number
  overdue: number
  /** Nobody can say. */
  unknown: number
}

const PART: Record<Exclude<ItemStatus, 'DONE'>, Exclude<keyof Standings, 'open' | 'unknown'>> = {
  AHEAD: 'onTrack',
  ON_TRACK: 'onTrack',
  SLIGHTLY_BEHIND: 'slightly',
  BEHIND: 'behind',
  BADLY_BEHIND: 'behind',
  OVERDUE: 'overdue'
}

export function standingsOf(items: readonly Pick<CadenceItem, 'state' | 'status'>[]): Standings {
  const found: Standings = { open: 0, onTrack: 0, slightly: 0, behind: 0, overdue: 0, unknown: 0 }
  for (const item of items) {
    if (isFinished(item)) continue
    found.open += 1
    found[item.status === null || item.status === 'DONE' ? 'unknown' : PART[item.status]] += 1
  }
  return found
}

/** A unit with its items; '' stands for items without an owner, which come last. */
export interface UnitItems<T> {
  unit: string
  name: string
  items: readonly T[]
}

/** In 机构顺序 (`order`, codes); only units that have items. */
export function itemsByUnit<T extends Pick<CadenceItem, 'owner' | 'ownerName'>>(
  items: readonly T[],
  order: readonly string[]
): UnitItems<T>[] {
  const place = (code: string): number => {
    const at = order.indexOf(code)
    return code === '' ? Infinity : at < 0 ? order.length : at
  }
  return [...groupedBy(items, ({ owner }) => owner ?? '')]
    .map(([unit, own]) => ({
      unit,
      name: unit === '' ? '未明确责任单位' : (own[0]!.ownerName ?? unit),
      items: own
    }))
    .sort((a, b) => place(a.unit) - place(b.unit))
}

/** 销号 by register: what was on it, what came and went in some days, and the rate of all that was ever on it. */
export interface RegisterRate {
  type: RegisterType
  total: number
  opened: number
  done: number
  closed: number
  closedSoFar: number
  overdue: number
  /** Closed ÷ total, percent with one decimal. */
  rate: DecimalString
}

/** In the registers' order; only those that have items. `items` as they stood on the last of the days. */
export function registerRates(
  items: readonly CadenceItem[],
  events: readonly RegisterEvent[],
  days: DayRange
): RegisterRate[] {
  const happened = (type: RegisterEvent['type']): Set<number> =>
    new Set(events.filter((event) => event.type === type && isWithin(event.on, days)).map(({ item }) => item))
  const [done, closed] = [happened('DONE'), happened('CLOSED')]
  const byType = groupedBy(items, ({ type }) => type)
  return registerType.options.flatMap((type) => {
    const own = byType.get(type)
    if (own === undefined) return []
    const closedSoFar = own.filter(isClosed).length
    return [
      {
        type,
        total: own.length,
        opened: own.filter(({ openedOn }) => isWithin(openedOn, days)).length,
        done: own.filter(({ id }) => done.has(id)).length,
        closed: own.filter(({ id }) => closed.has(id)).length,
        closedSoFar,
        overdue: own.filter(({ status }) => status === 'OVERDUE').length,
        rate: percentOf(closedSoFar, own.length)
      }
    ]
  })
}

/** One decimal; 0 of nothing is 0. */
export function percentOf(part: number, whole: number): DecimalString {
  if (whole === 0) return '0'
  return canonical(round(dec(String(part)).times(HUNDRED).div(whole), 1))
}
