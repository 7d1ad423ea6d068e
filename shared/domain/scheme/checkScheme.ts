import type { Problem, ProblemLevel } from '../../problem.ts'
import { checkAdjustments } from './checks/checkAdjustments.ts'
import { checkBoards } from './checks/checkBoards.ts'
import { checkCodes } from './checks/checkCodes.ts'
import { checkFullMarks } from './checks/checkFullMarks.ts'
import { checkGrades } from './checks/checkGrades.ts'
import { checkMembership } from './checks/checkMembership.ts'
import { checkMissing } from './checks/checkMissing.ts'
import { checkProgress } from './checks/checkProgress.ts'
import { checkReferences } from './checks/checkReferences.ts'
import { checkRules } from './checks/checkRules.ts'
import { checkSuccessions } from './checks/checkSuccessions.ts'
import { checkVetoes } from './checks/checkVetoes.ts'
import { checkYear } from './checks/checkYear.ts'
import type { SchemeDefinition } from './schemeDefinition.ts'

const ORDER: Record<ProblemLevel, number> = { error: 0, confirm: 1, info: 2 }

/** What is wrong with a scheme before any number arrives (§6.5), errors first. An empty list means it can be used. */
export function checkScheme(scheme: SchemeDefinition): Problem[] {
  return [
    ...checkCodes(scheme),
    ...checkReferences(scheme),
    ...checkMembership(scheme),
    ...checkFullMarks(scheme),
    ...checkRules(scheme),
    ...checkMissing(scheme),
    ...checkAdjustments(scheme),
    ...checkGrades(scheme),
    ...checkBoards(scheme),
    ...checkYear(scheme),
    ...checkSuccessions(scheme),
    ...checkVetoes(scheme),
    ...checkProgress(scheme)
  ].sort((a, b) => ORDER[a.level] - ORDER[b.level])
}
