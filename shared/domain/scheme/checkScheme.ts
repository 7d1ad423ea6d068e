import type { Problem, ProblemLevel } from '../../problem.ts'
import { checkAdjustments } from './checks/checkAdjustments.ts'
import { checkCodes } from './checks/checkCodes.ts'
import { checkFullMarks } from './checks/checkFullMarks.ts'
import { checkMembership } from './checks/checkMembership.ts'
import { checkReferences } from './checks/checkReferences.ts'
import { checkRules } from './checks/checkRules.ts'
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
    ...checkAdjustments(scheme)
  ].sort((a, b) => ORDER[a.level] - ORDER[b.level])
}
