import type { Problem, ProblemLevel } from '../../problem.ts'

/** A problem of a rule's parameters. `checkScheme` adds the indicator's name in front. */
export function ruleProblem(
  level: ProblemLevel,
  code: string,
  message: string,
  suggestion?: string
): Problem {
  return { code, level, message, place: {}, ...(suggestion === undefined ? {} : { suggestion }) }
}
