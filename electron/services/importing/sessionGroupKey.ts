import type { Problem } from '#shared/problem.ts'

/** Groups whose key is the text that they are about: one answer holds for every file. */
const BY_TEXT =
  /^(?:(?:UNKNOWN|AMBIGUOUS)_(?:UNIT|INDICATOR|CLASS|PART)|UNKNOWN_ROW|PART_SYNONYM|GRADE_WORD|EMPTY_WORD|WRONG_PERIOD):/
/** Groups that no text tells: what is asked is about one sheet, or about two files. */
const BY_FILE = /^(?:NO_INDICATOR|FILE_CONFLICT|REPEATED_IN_FILE|ADJUSTMENT_REPEATED)$/

/**
 * Whether the same answer holds for the same group in other files. Not where the group names a sheet: two files may
 * both have a Sheet1. Nor for problems of a file as a whole, each of which is looked at by itself.
 */
function isOfAllFiles({ code, group, place }: Problem): boolean {
  if (group === undefined || BY_FILE.test(code)) return false
  if (BY_TEXT.test(group)) return true
  return place.sheet !== undefined && !group.slice(code.length).includes(place.sheet)
}

const OWN = /^([0-9a-f]{8}-[0-9a-f-]{27})\|/

/** The key of a problem's group over all files: with the file's id in front where no other file can share the answer. */
export function sessionGroupKey(file: string, problem: Problem, index: number): string {
  if (isOfAllFiles(problem)) return problem.group!
  return `${file}|${problem.group ?? `${problem.code}#${index}`}`
}

/** The group inside a file that a key over all files stands for; null where it belongs to another file. */
export function groupOfFile(file: string, key: string): string | null {
  const own = OWN.exec(key)
  if (own === null) return key
  return own[1] === file ? key.slice(own[0].length) : null
}
