import { IMPUTED_TOTAL } from '../../ranking/remarks.ts'
import { RULING_LABEL } from '../../ranking/rankGroup.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { vetoWords } from '../../ranking/vetoes/vetoRemarks.ts'
import type { ReportFacts } from '../reportFacts.ts'

/** Something that people decided about a unit, as the results know it. */
export interface HandledItem {
  unit: { unit: string; name: string }
  kind: '否决' | '补分' | '并列裁定' | '等次裁定' | '免上榜'
  what: string
  /** 依据 and who decided, as far as the results say. */
  basis: string
  effect: string
}

/** Every veto, imputation, ruling on a tie or grade and exemption of a race: by kind, then in display order. */
export function handledItems(facts: ReportFacts, race: RaceResult): HandledItem[] {
  const units = race.groups.flatMap((group) => group.units)
  return [
    ...units.flatMap((unit) => vetoItems(facts, race, unit)),
    ...units.flatMap(imputedItems),
    ...units.flatMap(ruledItems),
    ...units.flatMap(gradeItems),
    ...exemptions(race)
  ]
}

function vetoItems({ scheme }: ReportFacts, race: RaceResult, unit: UnitResult): HandledItem[] {
  const definition = scheme.races.find((entry) => entry.code === race.race)
  return unit.vetoes.map((veto) => {
    const words = definition === undefined ? '' : vetoWords(veto, definition)
    const strikesTotal = veto.indicator === null && veto.effects.includes('SCORE_ZERO')
    return {
      ...{ unit, kind: '否决', what: veto.name, basis: joined(veto.basis, veto.decidedBy) },
      effect: joined(words, strikesTotal ? unit.totalSentence : gradeChange(unit))
    }
  })
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('；')

/** 「等次按规则为良好，实为合格」, '' where nothing changed it. */
function gradeChange({ grade }: UnitResult): string {
  if (grade === null || grade.ruleGrade === null) return ''
  return `等次按规则为${grade.ruleGrade}，实为${grade.grade}`
}

/** Where the results carry a decision inside a sentence: 「…，依据：纪要，考核办 2026-10-08 决定」, 「…（依据：纪要，考核办）」. */
const IMPUTED = /依据：(.+?) 决定/
const IN_BRACKETS = /（依据：(.*)）$/

function imputedItems(unit: UnitResult): HandledItem[] {
  const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
  const items = indicators
    .filter(({ estimated }) => estimated)
    .map(({ name, trace }): HandledItem => {
      const decisions = trace.inputs.flatMap(({ source }) => (source?.kind === 'decision' ? [source] : []))
      const basis = decisions.map(({ basis: text, by, at }) => joined(text, `${by} ${at}`))
      return {
        ...{ unit, kind: '补分', what: name, effect: trace.sentence },
        basis: [...new Set(basis)].join('；')
      }
    })
  const total = unit.remarks.includes(IMPUTED_TOTAL)
  return total
    ? [
        ...items,
        {
          ...{ unit, kind: '补分', what: '总得分', effect: unit.totalSentence },
          basis: IMPUTED.exec(unit.totalSentence)?.[1] ?? ''
        }
      ]
    : items
}

function ruledItems(unit: UnitResult): HandledItem[] {
  return unit.remarks
    .filter((remark) => remark.includes(RULING_LABEL))
    .map((remark) => ({
      ...{ unit, kind: '并列裁定', what: '同分定先后' },
      basis: IN_BRACKETS.exec(remark)?.[1] ?? '',
      effect: remark.replace(IN_BRACKETS, '')
    }))
}

/** A decision on the grade ends its sentence: 「…；裁定为「优秀」（纪要，考核办）」. */
const GRADE_RULING = /裁定为「[^」]*」（(.*)）$/

function gradeItems(unit: UnitResult): HandledItem[] {
  const refused = unit.remarks.filter((remark) => remark.startsWith('等次裁定'))
  const ruling = GRADE_RULING.exec(unit.grade?.sentence ?? '')
  return [
    ...(ruling === null || unit.grade === null
      ? []
      : [
          {
            ...{ unit, kind: '等次裁定' as const, what: unit.grade.grade, basis: ruling[1] ?? '' },
            effect: unit.grade.sentence
          }
        ]),
    ...refused.map((remark) => ({
      ...{ unit, kind: '等次裁定' as const, what: '没有采用', basis: '', effect: remark }
    }))
  ]
}

function exemptions({ boards }: RaceResult): HandledItem[] {
  return boards.flatMap((board) =>
    board.exempted.map(({ basis, ...unit }) => ({
      ...{ unit, kind: '免上榜' as const, what: board.name, basis },
      effect: '不列入后面一侧，分数和名次不变'
    }))
  )
}
