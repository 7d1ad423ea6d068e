import type { ResultSet } from '../ranking/resultSet.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { adjustmentChanges, decisionChanges } from './ledgerChanges.ts'
import { previousChanges } from './previousChanges.ts'
import { readingChanges } from './readingChanges.ts'
import { scoreChanges, standingChanges, unitPairs } from './resultChanges.ts'
import type { InputChange, RevisionDiff } from './revisionDiff.ts'
import { revisionNames } from './revisionNames.ts'
import { schemeChanges } from './schemeChanges.ts'
import { targetChanges } from './targetChanges.ts'

/** One freezing of a quarter, or its live data. */
export interface Revision {
  /** How the comparison calls it: the snapshot's id, or 「现在的数据」. */
  label: string
  input: ScoringInput
  results: ResultSet
}

/** 两次冻结的差别: which inputs changed, with old → new and their cells, which scores, which ranks and grades. */
export function compareRevisions(before: Revision, after: Revision): RevisionDiff {
  const units = unitPairs(before.results, after.results)
  return {
    before: before.label,
    after: after.label,
    inputs: inputChanges(before.input, after.input),
    scores: scoreChanges(units, after.results.decimals),
    standings: standingChanges(units)
  }
}

function inputChanges(before: ScoringInput, after: ScoringInput): InputChange[] {
  const names = revisionNames(before.scheme, after.scheme)
  return [
    ...readingChanges(before.readings, after.readings, names),
    ...targetChanges(before.scheme, after.scheme, names),
    ...adjustmentChanges(before.adjustments, after.adjustments, names),
    ...decisionChanges(before, after, names),
    ...versionChange(before, after),
    ...schemeChanges(before.scheme, after.scheme),
    ...previousChanges(before, after, names)
  ]
}

function versionChange(before: ScoringInput, after: ScoringInput): InputChange[] {
  if (before.schemeVersion === after.schemeVersion) return []
  return [
    {
      kind: 'SCHEME',
      unit: null,
      unitName: null,
      what: '方案版本',
      before: `第 ${before.schemeVersion} 版`,
      after: `第 ${after.schemeVersion} 版`,
      sourceBefore: null,
      sourceAfter: null
    }
  ]
}
