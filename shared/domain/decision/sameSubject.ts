import type { Decision, DecisionSubject } from './decision.ts'

/** The decision in force that already says something about the same thing; a second one would contradict or repeat it. */
export function sameSubject(
  subject: DecisionSubject,
  period: string,
  inForce: readonly Decision[]
): Decision | null {
  return inForce.find((entry) => overlaps(subject, period, entry)) ?? null
}

function overlaps(subject: DecisionSubject, period: string, other: Decision): boolean {
  const theirs = other.subject
  if (subject.type === 'VETO') {
    return (
      theirs.type === 'VETO' &&
      equalIn(subject, theirs, ['kind', 'unit', 'race', 'indicator']) &&
      subject.from <= (theirs.until ?? subject.from) &&
      theirs.from <= (subject.until ?? theirs.from)
    )
  }
  if (other.period !== period || theirs.type !== subject.type) return false
  switch (subject.type) {
    case 'TIE':
      return (
        theirs.type === 'TIE' &&
        equalIn(subject, theirs, ['race', 'group', 'span']) &&
        subject.order.some((unit) => theirs.order.includes(unit))
      )
    case 'IMPUTATION':
      return theirs.type === 'IMPUTATION' && equalIn(subject, theirs, ['race', 'indicator', 'unit'])
    case 'EXEMPTION':
      return theirs.type === 'EXEMPTION' && equalIn(subject, theirs, ['race', 'board', 'unit'])
    case 'GRADE':
      return theirs.type === 'GRADE' && equalIn(subject, theirs, ['race', 'unit', 'span'])
    case 'LEADERSHIP':
      return theirs.type === 'LEADERSHIP' && equalIn(subject, theirs, ['race', 'unit', 'span'])
  }
}

function equalIn<T>(a: T, b: T, keys: readonly (keyof T)[]): boolean {
  return keys.every((key) => a[key] === b[key])
}
