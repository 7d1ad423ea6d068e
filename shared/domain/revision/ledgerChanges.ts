import type { Decision } from '../decision/decision.ts'
import { decisionText } from '../decision/decisionText.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import { sourceText } from '../scoring/sourceText.ts'
import { pairs } from './keyed.ts'
import type { InputChange } from './revisionDiff.ts'
import type { RevisionNames } from './revisionNames.ts'

/** Bonuses and deductions that were added, taken out, or count other points. */
export function adjustmentChanges(
  before: readonly AdjustmentEntry[],
  after: readonly AdjustmentEntry[],
  names: RevisionNames
): InputChange[] {
  return pairs(before, after, (entry) => String(entry.id)).flatMap(({ before: was, after: is }) => {
    const entry = is ?? was
    const same = was !== null && is !== null && contentOf(was) === contentOf(is)
    if (entry === null || same) return []
    return [
      {
        kind: 'ADJUSTMENT' as const,
        unit: entry.unit,
        unitName: names.unit(entry.unit),
        what: [names.adjustmentClass(entry.classCode), entry.date ?? '', entry.reason]
          .filter((part) => part !== '')
          .join(' · '),
        before: was === null ? null : `${was.points} 分`,
        after: is === null ? null : `${is.points} 分`,
        sourceBefore: was === null ? null : sourceText(was.source) || null,
        sourceAfter: is === null ? null : sourceText(is.source) || null
      }
    ]
  })
}

function contentOf({ unit, classCode, date, points, reason }: AdjustmentEntry): string {
  return JSON.stringify([unit, classCode, date, points, reason])
}

/** Decisions are never edited: one that is new came into force, one that is gone was revoked (or ran out). */
export function decisionChanges(
  before: { decisions: readonly Decision[]; scheme: SchemeDefinition },
  after: { decisions: readonly Decision[]; scheme: SchemeDefinition },
  names: RevisionNames
): InputChange[] {
  return pairs(before.decisions, after.decisions, (entry) => String(entry.id)).flatMap(
    ({ before: was, after: is }) => {
      const entry = is ?? was
      if (entry === null || (was !== null && is !== null)) return []
      const scheme = is === null ? before.scheme : after.scheme
      const text = `${entry.decidedBy}，${entry.date}`
      const unit = 'unit' in entry.subject && entry.subject.unit !== '*' ? entry.subject.unit : null
      return [
        {
          kind: 'DECISION' as const,
          unit,
          unitName: unit === null ? null : names.unit(unit),
          what: decisionText(entry.subject, scheme),
          before: was === null ? null : text,
          after: is === null ? null : text,
          sourceBefore: was === null ? null : was.basis || null,
          sourceAfter: is === null ? null : is.basis || null
        }
      ]
    }
  )
}
