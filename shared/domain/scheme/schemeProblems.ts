import { isAppError } from '../../appError.ts'
import type { Problem } from '../../problem.ts'
import { checkScheme } from './checkScheme.ts'
import { parseScheme } from './parseScheme.ts'

/** Everything that is wrong with the JSON of a scheme, whatever it is: its shape first, its meaning once it has one. */
export function schemeProblems(json: unknown): Problem[] {
  try {
    return checkScheme(parseScheme(json).scheme)
  } catch (error) {
    if (isAppError(error) && error.details.problems !== undefined) return error.details.problems
    throw error
  }
}
