import { groupProblems, type ProblemGroup } from '#shared/domain/importing/problems/groupProblems.ts'
import { problemTitle } from '#shared/domain/importing/problems/problemTitle.ts'
import type { SessionProblemGroup } from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'
import { problemsOf } from './fileView.ts'
import { isReady, type ImportSession, type SessionFile } from './session.ts'
import { groupOfFile, sessionGroupKey } from './sessionGroupKey.ts'

const SHOWN = 20
/** Groups whose key is a name as it stands in the sheets: the answer is filed under it. */
const NAMED = /^(?:(?:UNKNOWN|AMBIGUOUS)_(?:UNIT|INDICATOR|CLASS|PART)|UNKNOWN_ROW):(.+)$/s
const LEVELS: readonly Problem['level'][] = ['error', 'confirm', 'info']

/** The problems of all files that are to be imported, joined by what repairs them: errors first, most cells first. */
export function sessionProblemGroups(session: ImportSession): SessionProblemGroup[] {
  const owner = new Map<Problem, { file: SessionFile; index: number }>()
  for (const file of session.files.filter(isReady)) {
    for (const [index, problem] of problemsOf(file).entries()) owner.set(problem, { file, index })
  }
  const groups = groupProblems([...owner.keys()], (problem) => {
    const { file, index } = owner.get(problem)!
    return sessionGroupKey(file.id, problem, index)
  })
  return groups
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count)
    .map((group) => viewOf(group, (problem) => owner.get(problem)!.file))
}

function viewOf(group: ProblemGroup, fileOf: (problem: Problem) => SessionFile): SessionProblemGroup {
  const counts = new Map<SessionFile, number>()
  for (const problem of group.problems) {
    const file = fileOf(problem)
    counts.set(file, (counts.get(file) ?? 0) + 1)
  }
  const example = group.problems.find((problem) => problem.level === group.level)!
  return {
    group: group.key,
    code: group.code,
    level: group.level,
    title: problemTitle(example, group.count, group.values, counts.size),
    detail: group.suggestion === null ? group.message : `${group.message}${group.suggestion}`,
    accepted: [...counts.keys()].every((file) =>
      file.fixes.confirmed.includes(groupOfFile(file.id, group.key) ?? '')
    ),
    count: group.count,
    files: [...counts].map(([file, count]) => ({ id: file.id, name: file.name, count })),
    problems: group.problems.slice(0, SHOWN),
    values: group.values,
    candidates: group.candidates,
    subject: subjectOf(group)
  }
}

/** The name or word that one answer is about; several words in one group are answered word by word. */
function subjectOf({ key, code, values }: ProblemGroup): string | null {
  if (code === 'EMPTY_WORD') return values.length === 1 ? values[0]! : null
  return NAMED.exec(key)?.[1] ?? null
}
