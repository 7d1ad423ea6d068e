import { periodTitle } from '../period/periodKey.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { DecisionSubject } from './decision.ts'

export const DECISION_NAMES: Record<DecisionSubject['type'], string> = {
  VETO: '否决',
  TIE: '并列裁定',
  IMPUTATION: '补分',
  EXEMPTION: '免上榜',
  GRADE: '等次裁定',
  LEADERSHIP: '领导评价'
}

const SPAN_NAMES = { YEAR: '全年', H1: '上半年', H2: '下半年' } as const

/**
 * What a decision says, with the names of the scheme: 「否决：安全生产事故 · 场馆管理处 · 2026年第三季度起」. A code that
 * the scheme no longer knows stands as it is.
 */
export function decisionText(subject: DecisionSubject, scheme: SchemeDefinition): string {
  return `${DECISION_NAMES[subject.type]}：${partsOf(subject, scheme).join(' · ')}`
}

function partsOf(subject: DecisionSubject, scheme: SchemeDefinition): string[] {
  const unit = (code: string): string => (code === '*' ? '所有单位' : nameIn(scheme.units, code))
  switch (subject.type) {
    case 'VETO':
      return [
        nameIn(scheme.vetoKinds, subject.kind),
        unit(subject.unit),
        ...raceIn(scheme, subject.race),
        ...(subject.indicator === null ? [] : [indicatorName(scheme, subject.indicator)]),
        spanText(subject.from, subject.until)
      ]
    case 'TIE':
      return [
        ...raceIn(scheme, subject.race),
        subject.group === '*' ? '各组之间' : nameIn(scheme.groups, subject.group),
        subject.order.map(unit).join(' → ')
      ]
    case 'IMPUTATION':
      return [
        unit(subject.unit),
        ...raceIn(scheme, subject.race),
        subject.indicator === null
          ? `总得分 ${subject.value}`
          : `${indicatorName(scheme, subject.indicator)} ${subject.as === 'SCORE' ? `${subject.value} 分` : `按 ${subject.value} 计算`}`
      ]
    case 'EXEMPTION':
      return [unit(subject.unit), ...raceIn(scheme, subject.race), boardName(scheme, subject)]
    case 'GRADE':
      return [unit(subject.unit), ...raceIn(scheme, subject.race), subject.grade]
    case 'LEADERSHIP':
      return [
        unit(subject.unit),
        ...raceIn(scheme, subject.race),
        SPAN_NAMES[subject.span],
        `${subject.points} 分`
      ]
  }
}

/** The race is worth a word only where there are several. */
function raceIn(scheme: SchemeDefinition, race: string | null): string[] {
  return race === null || scheme.races.length < 2 ? [] : [nameIn(scheme.races, race)]
}

function spanText(from: string, until: string | null): string {
  if (until === null) return `${periodTitle(from)}起`
  return from === until ? periodTitle(from) : `${periodTitle(from)}至${periodTitle(until)}`
}

function nameIn(things: readonly { code: string; name: string }[], code: string): string {
  return things.find((thing) => thing.code === code)?.name ?? code
}

function indicatorName(scheme: SchemeDefinition, code: string): string {
  const all = scheme.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
  return nameIn(all, code)
}

function boardName(scheme: SchemeDefinition, { race, board }: { race: string; board: string }): string {
  return nameIn(scheme.races.find((entry) => entry.code === race)?.boards ?? [], board)
}
