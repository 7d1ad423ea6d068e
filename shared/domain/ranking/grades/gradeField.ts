import type { DecisionOf } from '../../decision/decision.ts'
import type { GradeRules } from '../../scheme/gradeRules.ts'
import type { VetoKind } from '../../scheme/vetoKinds.ts'
import { isVetoed } from '../../decision/vetoesInForce.ts'
import type { AppliedVeto, GradeTable, UnitGrade } from '../resultSet.ts'
import { assignLevels, type Assignment, type GradeContender } from './assignLevels.ts'
import { gradeTableOf } from './gradeTableOf.ts'
import { gradeSentence, undecidedSentence, type SentenceWords } from './gradeSentence.ts'
import { levelAfterVetoes } from './levelAfterVetoes.ts'

/** A unit whose grade is wanted. `placed` is null for a unit without a place: no rule grades it, only a decision does. */
export interface GradeCandidate {
  unit: string
  placed: Omit<GradeContender, 'unit' | 'vetoed'> | null
  vetoes: readonly AppliedVeto[]
}

/** Units that share the quotas: a group, or the whole race (`group` null). */
export interface GradeField {
  group: string | null
  candidates: readonly GradeCandidate[]
  /** Units that percentages are of: all that are there to be ranked, whether they have a score or not. */
  units: number
}

export interface GradeRequest {
  rules: GradeRules
  vetoKinds: readonly VetoKind[]
  /** 等次裁定 of the race. */
  decisions: readonly DecisionOf<'GRADE'>[]
  words: SentenceWords
}

export interface FieldGrades {
  table: GradeTable
  grades: Map<string, UnitGrade>
  /** Remarks on units whose grade is open, or whose decision could not be carried out. */
  remarks: Map<string, string>
  /** Whether a tie ran across the last place of some grade. */
  straddled: boolean
}

/**
 * 等次 of one field: bands and quotas first, then vetoes, then decisions of people; what the rule alone gave stays on
 * record. The year uses it as quarters do.
 */
export function gradeField(field: GradeField, request: GradeRequest): FieldGrades {
  const contenders = field.candidates.flatMap(({ unit, placed, vetoes }): GradeContender[] =>
    placed === null ? [] : [{ unit, ...placed, vetoed: isVetoed(vetoes) }]
  )
  const assignment = assignLevels(request.rules, contenders, field.units)
  const decided = new Map(request.decisions.map((decision) => [decision.subject.unit, decision]))
  const grades = new Map<string, UnitGrade>()
  const remarks = new Map<string, string>()
  for (const candidate of field.candidates) {
    const byRule = gradeByRule(candidate, assignment, request)
    const { grade, remark } = afterDecision(byRule, decided.get(candidate.unit), request.rules)
    if (grade !== null) grades.set(candidate.unit, grade)
    if (remark !== null) remarks.set(candidate.unit, remark)
  }
  return {
    table: gradeTableOf(field, assignment, grades, contenders),
    grades,
    remarks,
    straddled: [...assignment.assigned.values()].some((given) => given.straddled !== null)
  }
}

interface Outcome {
  grade: UnitGrade | null
  remark: string | null
}

function gradeByRule(
  { unit, placed, vetoes }: GradeCandidate,
  assignment: Assignment,
  { vetoKinds, words }: GradeRequest
): Outcome {
  const given = assignment.assigned.get(unit)
  if (placed === null || given === undefined) return { grade: null, remark: null }
  if (given.level === null) return { grade: null, remark: undecidedSentence(given, assignment.levels) }
  const names = assignment.levels.map((level) => level.name)
  const ruleGrade = names[given.level]!
  const vetoed = levelAfterVetoes(given.level, vetoes, vetoKinds, names)
  if (vetoed.level === null) return { grade: null, remark: vetoed.words.join('；') }
  const grade = names[vetoed.level]!
  const sentence = [gradeSentence(placed, given, assignment.levels, words), ...vetoed.words].join('；')
  return { grade: { grade, sentence, ruleGrade: grade === ruleGrade ? null : ruleGrade }, remark: null }
}

function afterDecision(
  { grade, remark }: Outcome,
  decision: DecisionOf<'GRADE'> | undefined,
  rules: GradeRules
): Outcome {
  if (decision === undefined) return { grade, remark }
  const name = decision.subject.grade
  if (!rules.levels.some((level) => level.name === name)) {
    return { grade, remark: `等次裁定「${name}」不在方案的等次里，没有采用` }
  }
  const by = `裁定为「${name}」（${[decision.basis, decision.decidedBy].filter((text) => text !== '').join('，')}）`
  if (grade === null) return { grade: { grade: name, sentence: by, ruleGrade: null }, remark: null }
  const before = grade.ruleGrade ?? grade.grade
  return {
    grade: {
      grade: name,
      sentence: `${grade.sentence}；${by}`,
      ruleGrade: before === name ? null : before
    },
    remark: null
  }
}
