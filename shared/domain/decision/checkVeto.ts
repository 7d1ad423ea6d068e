import { appliesTo } from '../scheme/appliesTo.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { unitObjection, unknown, type DecisionContext, type Objection } from './objection.ts'
import type { DecisionOf } from './decision.ts'

type Veto = DecisionOf<'VETO'>['subject']

/** 否决 needs the switch of the scheme (S74a), an event of its catalogue, and a span that runs forward (S26). */
export function checkVeto(subject: Veto, { scheme, period }: DecisionContext): Objection {
  if (!scheme.policies.vetoes) {
    return {
      message:
        '本方案没有启用一票否决，不能登记否决。2019 年以来中央要求清理规范「一票否决」和责任状事项，因此默认关闭。',
      action: '确有文件依据的，请到「考核方案」新建一版，在「通用规则」里启用一票否决，再登记。'
    }
  }
  const kind = scheme.vetoKinds.find((entry) => entry.code === subject.kind)
  if (kind === undefined) return unknown('考核方案', scheme.title, '否决事项', subject.kind, scheme.vetoKinds)
  if (subject.until !== null && subject.until < subject.from) {
    return { message: `否决的起止季度写反了：${subject.from} 在 ${subject.until} 之后。` }
  }
  const races =
    subject.race === null ? scheme.races : scheme.races.filter((race) => race.code === subject.race)
  if (races.length === 0) return unknown('考核方案', scheme.title, '赛项', subject.race ?? '', scheme.races)
  const objections = races.map((race) => unitObjection(subject.unit, race, scheme, period))
  if (objections.every((objection) => objection !== null)) return objections[0] ?? null
  if (subject.unit === '*') return { message: '否决要写明是哪个单位，不能针对所有单位。' }
  if (subject.indicator === null) return null
  if (!kind.effects.includes('SCORE_ZERO')) {
    return {
      message: `否决事项「${kind.name}」没有「计零分」的效果，不能只针对一个指标。`,
      action: '请去掉指标，或在考核方案里给这一事项加上「计零分」。'
    }
  }
  return struckIndicator(subject, races, scheme)
}

function struckIndicator(
  { indicator: code, unit }: Veto,
  races: readonly RaceDefinition[],
  scheme: DecisionContext['scheme']
): Objection {
  const all = races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
  const found = all.filter((entry) => entry.code === code)
  if (found.length === 0) return unknown('考核方案', scheme.title, '指标', code ?? '', all)
  return found.some((entry) => appliesTo(scheme, entry)(unit))
    ? null
    : { message: `指标「${found[0]!.name}」不考核这个单位，没有可以计零的分。` }
}
