import fc from 'fast-check'
import {
  average,
  compare,
  n,
  over,
  times,
  total,
  type Fraction
} from '../../../../fixtures/sample/fraction.ts'
import {
  fullMark,
  isNumber,
  maybe,
  param,
  participants,
  poolOf,
  present,
  REFUSED,
  scored,
  type Oracle,
  type OracleCase,
  type OracleParticipant
} from '../oracleCase.ts'

const JUDGES = ['甲', '乙', '丙', '丁', '戊', '己', '庚']
const GROUPS = [
  { name: '领导', weight: '60' },
  { name: '同级', weight: '40' }
]

const inRange = (value: string): boolean => isNumber(value) && Number(value) >= 0 && Number(value) <= 100

/** S29: the same mark for every unit, or full marks for every unit, voids the ballot; so do too many high or too few low ones. */
function isVoid(whole: OracleCase, own: OracleParticipant, group: string, judge: string): boolean {
  const { params } = whole
  const given = poolOf(whole, own).flatMap((entry) =>
    (entry.ratings ?? []).flatMap((mark) => (mark.group === group && mark.name === judge ? [mark.value] : []))
  )
  const marks = given.filter(inRange).map(Number)
  if (params['outOfRange'] === 'BALLOT' && given.some((value) => isNumber(value) && !inRange(value)))
    return true
  if (marks.length < 2) return false
  const whole1 = marks.length === poolOf(whole, own).length
  const tested = whole1 || params['allEqualOver'] !== 'ALL_UNITS'
  const equal = tested && marks.every((mark) => mark === marks[0])
  if (equal && params['rejectAllEqual'] === true) return true
  if (equal && marks[0] === 100 && params['rejectAllFull'] === true) return true
  const high = marks.filter((mark) => mark >= 90).length
  if (params['highAtMost'] !== undefined && high > (params['highAtMost'] as number)) return true
  const low = marks.filter((mark) => mark < 70).length
  return params['lowAtLeast'] !== undefined && low < (params['lowAtLeast'] as number)
}

/** Judges of the sheet who gave at least one mark that counts (ambiguity 7, the other reading). */
function judgesOfSheet(whole: OracleCase, own: OracleParticipant): number {
  const counting = poolOf(whole, own).flatMap((entry) =>
    (entry.ratings ?? []).filter((mark) => inRange(mark.value) && !isVoid(whole, own, mark.group, mark.name))
  )
  return new Set(counting.map((mark) => `${mark.group}/${mark.name}`)).size
}

function trimmed(marks: readonly number[], params: Record<string, unknown>, sheet: number): Fraction {
  const trim = (params['trim'] as number | undefined) ?? 0
  const deciding = params['trimCount'] === 'SHEET' ? sheet : marks.length
  const more = deciding > ((params['trimWhenMoreThan'] as number | undefined) ?? 5)
  const sorted = [...marks].sort((a, b) => a - b)
  const kept = more && marks.length > trim * 2 ? sorted.slice(trim, sorted.length - trim) : sorted
  return average(kept.map((mark) => n(String(mark))))
}

/** 评委评分 (S29, S30, S31, S33): void ballots first, then the count that decides about trimming (G11), then the groups' weights (G12). */
export const judgeMean: Oracle = {
  kind: 'JUDGE_MEAN',
  cases: fc.boolean().chain((grouped) =>
    fc.record({
      params: fc
        .record({
          trim: maybe(fc.constantFrom(1, 2)),
          trimWhenMoreThan: maybe(fc.constantFrom(4, 5)),
          rejectAllEqual: maybe(fc.boolean()),
          rejectAllFull: maybe(fc.boolean()),
          highFrom: fc.constant('90'),
          highAtMost: maybe(fc.constantFrom(2, 3)),
          lowBelow: fc.constant('70'),
          lowAtLeast: maybe(fc.constant(1)),
          groups: fc.constant(grouped ? GROUPS : undefined),
          trimCount: maybe(fc.constantFrom('UNIT_AND_GROUP', 'SHEET')),
          outOfRange: maybe(fc.constantFrom('MARK', 'BALLOT')),
          allEqualOver: maybe(fc.constantFrom('SCORED', 'ALL_UNITS')),
          missingGroup: maybe(fc.constantFrom('RENORMALISE', 'ZERO', 'MEAN_OF_REST'))
        })
        .map(present),
      direction: fc.constant('UP' as const),
      measure: fc.constant('分'),
      fullMark,
      group: fc.constant('g'),
      participants: participants(
        fc
          .array(
            fc.oneof(
              { weight: 14, arbitrary: fc.integer({ min: 66, max: 100 }).map(String) },
              { weight: 3, arbitrary: fc.constantFrom('100', '90') },
              { weight: 1, arbitrary: fc.constantFrom('NA', 'MISSING', '101') }
            ),
            { minLength: 2, maxLength: 7 }
          )
          .map((marks) => ({
            ratings: marks.map((value, index) => ({
              group: grouped ? GROUPS[index % 2]!.name : '',
              name: JUDGES[index]!,
              value
            }))
          })),
        4
      )
    })
  ),
  solve(whole, own) {
    const { params } = whole
    const ratings = own.ratings ?? []
    const groups = (params['groups'] as typeof GROUPS | undefined) ?? [{ name: '', weight: '1' }]
    const means = groups.map((group) => {
      const marks = ratings.flatMap((mark) =>
        mark.group === group.name && inRange(mark.value) && !isVoid(whole, own, mark.group, mark.name)
          ? [Number(mark.value)]
          : []
      )
      return {
        weight: n(group.weight),
        mean: marks.length === 0 ? null : trimmed(marks, params, judgesOfSheet(whole, own))
      }
    })
    const present1 = means.filter((entry) => entry.mean !== null)
    if (present1.length === 0) {
      if (ratings.every((mark) => mark.value === 'NA')) return { status: 'NA' }
      return ratings.every((mark) => !isNumber(mark.value)) ? { status: 'MISSING' } : REFUSED
    }
    // The mean of the others in place of an absent group is the same number as leaving its weight to them.
    const counted = params['missingGroup'] === 'ZERO' ? means : present1
    const mean = over(
      total(present1.map((entry) => times(entry.mean!, entry.weight))),
      total(counted.map((entry) => entry.weight))
    )
    return compare(n(param(params, 'outOf', '100')), n('0')) > 0
      ? scored(over(times(mean, n(whole.fullMark)), n('100')))
      : REFUSED
  }
}
