import type { SessionProblemGroup } from '#shared/ipc/importViews.ts'
import type { ProblemStop } from '../problemOrder.ts'
import { repairKind } from '../repairKind.ts'

/** What one answer can settle in every file at once. */
export type AnswerForAll =
  | { kind: 'UNIT' | 'INDICATOR' | 'CLASS' | 'PART'; text: string }
  | { kind: 'EMPTY_WORD'; words: readonly string[] }
  /** A word that stands where numbers belong, and whose meaning nobody has agreed on yet: 待核实. */
  | { kind: 'NEW_WORD'; word: string }
  | { kind: 'CONFIRM' }
  /** Told only; accepted ones can be taken back. */
  | { kind: 'NOTE' }
  /** The answer differs from file to file: the clerk goes there. */
  | { kind: 'EACH' }

export function answerForAll(group: SessionProblemGroup): AnswerForAll {
  const kind = repairKind(group)
  const [word, ...others] = group.values
  if (group.code === 'NOT_A_NUMBER' && word !== undefined && others.length === 0 && !/\p{Nd}/u.test(word))
    return { kind: 'NEW_WORD', word }
  switch (kind) {
    case 'UNIT':
    case 'INDICATOR':
    case 'CLASS':
    case 'PART':
      return group.subject === null ? { kind: 'EACH' } : { kind, text: group.subject }
    case 'EMPTY_WORD':
      return { kind, words: group.values }
    case 'CONFIRM':
    case 'NOTE':
      return { kind }
    default:
      return group.level === 'confirm' && kind === 'HEADER' ? { kind: 'CONFIRM' } : { kind: 'EACH' }
  }
}

/** The key inside a file of a group over all files: one that no other file can share has its file's id in front. */
export function groupInFile(key: string, file: string): string {
  return key.startsWith(`${file}|`) ? key.slice(file.length + 1) : key
}

/** Whether the clerk stands at a problem of the group. */
export function isAt(group: SessionProblemGroup, stop: ProblemStop | null): boolean {
  if (stop === null) return false
  return group.files.some(({ id }) => id === stop.file) && groupInFile(group.group, stop.file) === stop.group
}
