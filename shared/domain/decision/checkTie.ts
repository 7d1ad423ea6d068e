import { ALL_GROUPS } from '../ranking/ties/tieRulings.ts'
import { unitObjection, unknown, type DecisionContext, type Objection } from './objection.ts'
import type { DecisionOf } from './decision.ts'
import { spanQuarterObjection } from './spanQuarter.ts'

/** 并列裁定 (S34): only for units that nothing else tells apart, and for all of them. */
export function checkTie(subject: DecisionOf<'TIE'>['subject'], context: DecisionContext): Objection {
  const { scheme, period } = context
  const race = scheme.races.find((entry) => entry.code === subject.race)
  if (race === undefined) return unknown('考核方案', scheme.title, '赛项', subject.race, scheme.races)
  const groups = scheme.groups.filter((group) => race.groups.includes(group.code))
  if (subject.group !== ALL_GROUPS && !groups.some((group) => group.code === subject.group))
    return unknown('赛项', race.name, '组别', subject.group, groups)
  const stranger = subject.order
    .map((unit) => unitObjection(unit, race, scheme, period))
    .find((objection) => objection !== null)
  if (stranger !== undefined) return stranger
  if (subject.order.includes('*') || new Set(subject.order).size < subject.order.length)
    return { message: '并列裁定里每个单位只能写一次。' }
  return spanQuarterObjection(subject.span, period) ?? tiedObjection(subject, context)
}

function tiedObjection(subject: DecisionOf<'TIE'>['subject'], context: DecisionContext): Objection {
  const name = (code: string): string => context.scheme.units.find((unit) => unit.code === code)?.name ?? code
  const named = new Set(subject.order)
  const ties = context.ties(subject).filter((set) => set.some((unit) => named.has(unit)))
  const whole = ties.filter((set) => subject.order.every((unit) => set.includes(unit)))
  if (whole.some((set) => set.length === named.size)) return null
  const action = '请把同一个并列里的单位全部排出先后。'
  if (whole[0] !== undefined)
    return { message: `裁定要写全并列的单位，还有${missing(whole[0], named, name)}。`, action }
  if (subject.order.every((unit) => ties.some((set) => set.includes(unit))))
    return { message: `${subject.order.map(name).join('、')}不在同一个并列里。`, action }
  return {
    message: `${subject.order.map(name).join('、')}现在没有并列，不需要裁定。`,
    action: '分数不同的单位不能靠裁定改变先后。'
  }
}

function missing(tie: readonly string[], named: ReadonlySet<string>, name: (code: string) => string): string {
  return tie
    .filter((unit) => !named.has(unit))
    .map(name)
    .join('、')
}
