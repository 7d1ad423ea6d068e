import type { PeriodKey } from '../period/periodKey.ts'
import { unitsOfRace } from '../scheme/appliesTo.ts'
import type { RaceDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { DecisionOf } from './decision.ts'

/** What a decision is held against before it may stand in the ledger. */
export interface DecisionContext {
  scheme: SchemeDefinition
  period: PeriodKey
  /** Sets of units that nothing tells apart now, which a TIE decision may order. */
  ties(subject: DecisionOf<'TIE'>['subject']): readonly (readonly string[])[]
}

/** Why a decision cannot be taken, and what to do; null when it can. */
export type Objection = { message: string; action?: string } | null

/** Finds the race and the unit in it, then asks further. `unit` `*` stands for everybody. */
export function inRace(
  subject: { race: string; unit: string },
  context: Pick<DecisionContext, 'scheme' | 'period'>,
  then: (race: RaceDefinition) => Objection
): Objection {
  const { scheme, period } = context
  const race = scheme.races.find((entry) => entry.code === subject.race)
  if (race === undefined) return unknown('考核方案', scheme.title, '赛项', subject.race, scheme.races)
  return unitObjection(subject.unit, race, scheme, period) ?? then(race)
}

export function unitObjection(
  code: string,
  race: RaceDefinition,
  scheme: SchemeDefinition,
  period: PeriodKey
): Objection {
  if (code === '*') return null
  const unit = scheme.units.find((entry) => entry.code === code)
  if (unit === undefined) return { message: `考核方案里没有单位「${code}」。` }
  return unitsOfRace(scheme, race, period).includes(code)
    ? null
    : { message: `「${unit.name}」本季度不参加赛项「${race.name}」。`, action: '请核对单位和季度。' }
}

/** 「考核方案「…」里没有赛项「x」。可选：…。」 */
export function unknown(
  whole: string,
  wholeName: string,
  part: string,
  code: string,
  choices: readonly { code: string; name: string }[]
): Objection {
  const names = choices.map((choice) => `${choice.name}（${choice.code}）`).join('、')
  return {
    message: `${whole}「${wholeName}」里没有${part}「${code}」。`,
    action: names === '' ? `请先在考核方案里设置${part}。` : `可选：${names}。`
  }
}
