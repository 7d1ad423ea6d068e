import type { VetoKind } from '../../scheme/vetoKinds.ts'
import type { AppliedVeto } from '../resultSet.ts'

export interface VetoedLevel {
  /** Null where the veto leaves no grade that the scheme has. */
  level: number | null
  /** What each veto did, as clauses of the grade's sentence. */
  words: string[]
}

/**
 * What vetoes leave of a grade (G13; S26, S34, S47): one grade down for each that drops, then the best that a cap leaves,
 * then the best that is no award. A kind that lists no awards bars the best grade.
 */
export function levelAfterVetoes(
  ruleLevel: number,
  vetoes: readonly AppliedVeto[],
  kinds: readonly VetoKind[],
  names: readonly string[]
): VetoedLevel {
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]))
  const words: string[] = []
  let level: number | null = ruleLevel
  for (const veto of vetoes.filter((entry) => entry.effects.includes('GRADE_DROP'))) {
    level = Math.min(level + 1, names.length - 1)
    words.push(`否决「${veto.name}」降一等`)
  }
  for (const veto of vetoes.filter((entry) => entry.effects.includes('GRADE_CAP'))) {
    const cap = kindOf.get(veto.kind)?.gradeCap ?? ''
    const best = names.indexOf(cap)
    if (best < 0)
      return { level: null, words: [`否决「${veto.name}」的最高等次「${cap}」不在等次里，等次未定`] }
    level = Math.max(level, best)
    words.push(`否决「${veto.name}」最高定「${cap}」`)
  }
  for (const veto of vetoes.filter((entry) => entry.effects.includes('EXCLUDE_FROM_AWARD'))) {
    const barred = awardsOf(kindOf.get(veto.kind), names)
    const next = names.findIndex((name, index) => index >= level! && !barred.includes(name))
    if (next < 0) return { level: null, words: [`否决「${veto.name}」不能评任何等次`] }
    level = next
    words.push(`否决「${veto.name}」不能评${barred.map((name) => `「${name}」`).join('')}`)
  }
  return { level, words }
}

function awardsOf(kind: VetoKind | undefined, names: readonly string[]): readonly string[] {
  return kind === undefined || kind.awards.length === 0 ? names.slice(0, 1) : kind.awards
}
