import type { Problem, ProblemLevel } from '../../problem.ts'

/** A problem of a scheme: `message` says where and what, `suggestion` what to do. `subject` groups repairs. */
export function schemeProblem(
  level: ProblemLevel,
  code: string,
  subject: string,
  message: string,
  suggestion: string
): Problem {
  return { code, level, message, place: {}, suggestion, group: `${code}:${subject}` }
}
