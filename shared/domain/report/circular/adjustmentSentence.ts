import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { CircularPiece } from './circularText.ts'
import { counted, type Mention } from './naming.ts'
import { fact, listed, type Phrase, points, say } from './say.ts'

/** 加分的有2个单位，分别为A（加2.00分，获省级表彰）、B（…）: what counted after all caps, with the reasons of the ledger. */
export function adjustmentSentence(
  race: RaceResult,
  sign: 'BONUS' | 'DEDUCTION',
  mention: (unit: UnitResult) => Mention
): CircularPiece[] {
  const verb = sign === 'BONUS' ? '加' : '减'
  const role = `${sign.toLowerCase()}.${race.race}`
  const units = race.groups
    .flatMap((group) => group.units)
    .filter((unit) => /[1-9]/.test(countedPoints(unit, sign)))
  if (units.length === 0) return []
  const mentions = units.map((unit): Mention => {
    const reasons = reasonsOf(unit, sign).map((reason, index) =>
      fact(`${role}.reason${index}.${unit.unit}`, reason)
    )
    const amount = say`${verb}${points(`${role}.points.${unit.unit}`, countedPoints(unit, sign), unit.unit)}分`
    const why: Phrase = reasons.length === 0 ? '' : ['，', listed(reasons)]
    return { ...mention(unit), more: [amount, why] }
  })
  return say`${verb}分的有${counted(role, mentions)}。`
}

function countedPoints({ adjustments }: UnitResult, sign: 'BONUS' | 'DEDUCTION'): string {
  return sign === 'BONUS' ? adjustments.bonus.printed : adjustments.deduction.printed
}

/** Reasons, each once, without the full stop that would end the sentence. */
function reasonsOf({ adjustments }: UnitResult, sign: 'BONUS' | 'DEDUCTION'): string[] {
  const entries = adjustments.entries.filter((each) => each.sign === sign)
  const reasons = entries.map(({ entry }) => entry.reason.trim().replace(/[。；;.]+$/, ''))
  return [...new Set(reasons)].filter((reason) => reason !== '')
}
