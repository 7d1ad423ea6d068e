import { quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { TargetDefinition } from '../scheme/schemeDefinition.ts'
import type { Reading, ReadingField } from '../scoring/reading.ts'
import type { CaseValue, TrialCase, TrialParticipant } from './trialCase.ts'

/** Code of the one indicator of a case. */
export const TRIAL_INDICATOR = 'trial'

const PLACE = /^[1-9]\d{0,3}$/

/** The inputs of all participants, as readings of a quarter. */
export function trialReadings({ participants }: TrialCase): Reading[] {
  return participants.flatMap((participant) => {
    const { unit, actual, score, target } = participant
    // A plain target that is no place is stated as well, so that a rule about places can say what is wrong with it.
    const stated = typeof target === 'string' && !PLACE.test(target) ? target : undefined
    return [
      ...(stated === undefined ? [] : [readingOf(unit, 'target', stated, null)]),
      ...(actual === undefined ? [] : [readingOf(unit, 'actual', actual, null)]),
      ...(score === undefined ? [] : [readingOf(unit, 'score', score, null)]),
      ...ratingsOf(participant)
    ]
  })
}

function ratingsOf({ unit, ratings }: TrialParticipant): Reading[] {
  if (ratings === undefined) return []
  if (!Array.isArray(ratings)) {
    return Object.entries(ratings).map(([name, value]) =>
      readingOf(unit, 'rating', value, { group: '', name })
    )
  }
  return ratings.map((entry) => {
    if (entry === null || typeof entry === 'string' || !('group' in entry)) {
      return readingOf(unit, 'rating', entry, null)
    }
    return readingOf(unit, 'rating', entry.value, { group: entry.group, name: entry.name })
  })
}

function readingOf(unit: string, field: ReadingField, given: CaseValue, rater: Reading['rater']): Reading {
  const reading = { unit, indicator: TRIAL_INDICATOR, field, rater, note: null }
  if (given === null || given === 'MISSING')
    return { ...reading, state: 'MISSING', value: null, source: null }
  if (given === 'NA') return { ...reading, state: 'NA', value: null, source: null }
  if (typeof given === 'string') return { ...reading, state: 'VALUE', value: given, source: null }
  const { value, state, by, reason } = given
  const source = sourceOf(state, by, reason)
  return { ...reading, state, value, source, note: source === null && reason !== '' ? reason : null }
}

function sourceOf(state: 'VALUE' | 'ESTIMATED', by: string, reason: string): Reading['source'] {
  if (state === 'ESTIMATED') return { kind: 'decision', by, at: '', basis: reason }
  return by === '' ? null : { kind: 'manual', by, at: '', reason }
}

/**
 * The targets of a case. A plain number is the target as it counts: it is not phased again for a CUMULATIVE indicator,
 * and where a whole place can be meant it is the 排位目标 as well.
 */
export function trialTargets({ participants, indicator, period }: TrialCase): TargetDefinition[] {
  return participants.flatMap(({ unit, target }) => {
    if (target === undefined) return []
    if (typeof target !== 'string') return [{ unit, ...target }]
    const place = PLACE.test(target) ? { rankTarget: Number(target) } : {}
    const counts = indicator.nature === 'PERIOD' ? { base: target } : { phased: phasedNow(period, target) }
    return [{ unit, ...counts, ...place }]
  })
}

function phasedNow(period: PeriodKey, target: string): NonNullable<TargetDefinition['phased']> {
  return { [`Q${quarterOf(period).quarter}`]: target }
}
