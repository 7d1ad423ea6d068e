import { RULING_LABEL, type Place } from '../rankGroup.ts'

/** What a 人工裁定 did to a unit's tie, with its basis (S34); null where there was none. */
export function rulingRemark(place: Place): string | null {
  const { ruling, deciding, unit } = place
  if (ruling === null) return null
  const basis = [ruling.basis, ruling.decidedBy].filter((text) => text !== '').join('，')
  const why = basis === '' ? '' : `（依据：${basis}）`
  if (ruling.order === null) return `${RULING_LABEL}没有列全并列单位，没有采用${why}`
  if (deciding?.label === RULING_LABEL) return `与上一名同分，经${RULING_LABEL}排后${why}`
  return ruling.order[0] === unit ? `与下一名同分，经${RULING_LABEL}排前${why}` : null
}
