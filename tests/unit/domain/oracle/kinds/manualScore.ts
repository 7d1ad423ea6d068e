import fc from 'fast-check'
import { compare, n } from '../../../../fixtures/sample/fraction.ts'
import { decimals, maybe, param, participants, present, REFUSED, scored, type Oracle } from '../oracleCase.ts'

/** 人工评分: nothing is published; a mark counts when somebody signs for it, says why, and stays within the range. */
export const manualScore: Oracle = {
  kind: 'MANUAL_SCORE',
  cases: fc.record({
    params: fc
      .record({
        min: maybe(fc.constantFrom('0', '2')),
        max: maybe(fc.constantFrom('8', '10')),
        approvers: maybe(fc.constant([{ name: '局长办公会' }]))
      })
      .map(present),
    direction: fc.constant('UP' as const),
    measure: fc.constant('分'),
    fullMark: fc.constant('10'),
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        signed: fc.record({
          value: decimals(0, 12, 1),
          by: fc.constantFrom('局长办公会', '局长办公会', '张三', ''),
          reason: fc.constantFrom('牵头完成改革试点', '牵头完成改革试点', '')
        })
      })
    )
  }),
  solve({ params, fullMark }, { signed }) {
    const { value, by, reason } = signed!
    const approvers = (params['approvers'] as { name: string }[] | undefined) ?? []
    const mayApprove = approvers.length === 0 ? by !== '' : approvers.some((entry) => entry.name === by)
    if (!mayApprove || reason === '') return REFUSED
    const mark = n(value)
    const fits =
      compare(mark, n(param(params, 'min', '0'))) >= 0 &&
      compare(mark, n(param(params, 'max', fullMark))) <= 0
    return fits ? scored(mark) : REFUSED
  }
}
