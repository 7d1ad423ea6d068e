import type { Place, Problem, ProblemLevel } from '../../../problem.ts'
import { problemTitle } from './problemTitle.ts'

/** Problems that one repair settles: one card on the screen (DESIGN.md §4). */
export interface ProblemGroup {
  key: string
  code: string
  /** The worst of its problems. */
  level: ProblemLevel
  count: number
  /** 「12 个单元格含「万元」」. */
  title: string
  /** The first problem's sentence, as the example on the card. */
  message: string
  suggestion: string | null
  /** Distinct texts of the cells, in order of appearance. */
  values: string[]
  places: Place[]
  /** Of all its problems, those of the first one first. */
  candidates: NonNullable<Problem['candidates']>
  problems: readonly Problem[]
}

const ORDER: readonly ProblemLevel[] = ['error', 'confirm', 'info']

/**
 * Groups by repair, errors first, then by first appearance. Problems without a group stand alone. `keyOf` gives another
 * key where more than the group tells repairs apart.
 */
export function groupProblems(
  problems: readonly Problem[],
  keyOf: (problem: Problem, index: number) => string = (problem, index) =>
    problem.group ?? `${problem.code}#${index}`
): ProblemGroup[] {
  const groups = new Map<string, Problem[]>()
  for (const [index, problem] of problems.entries()) {
    const key = keyOf(problem, index)
    const list = groups.get(key)
    if (list) list.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups]
    .map(([key, list]) => groupOf(key, list))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
}

function groupOf(key: string, problems: readonly Problem[]): ProblemGroup {
  const worst = ORDER.find((level) => problems.some((problem) => problem.level === level)) ?? 'info'
  const first = problems.find((problem) => problem.level === worst)!
  const values = [
    ...new Set(problems.flatMap((problem) => (problem.value === undefined ? [] : [problem.value.trim()])))
  ]
  return {
    key,
    code: first.code,
    level: worst,
    count: problems.length,
    title: problemTitle(first, problems.length, values),
    message: first.message,
    suggestion: first.suggestion ?? null,
    values,
    places: problems.map((problem) => problem.place),
    candidates: candidatesOf([first, ...problems]),
    problems
  }
}

function candidatesOf(problems: readonly Problem[]): ProblemGroup['candidates'] {
  const byCode = new Map<string, ProblemGroup['candidates'][number]>()
  for (const candidate of problems.flatMap((problem) => problem.candidates ?? [])) {
    if (!byCode.has(candidate.code)) byCode.set(candidate.code, candidate)
  }
  return [...byCode.values()]
}
