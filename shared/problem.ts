import { z } from 'zod'

/** Where something is wrong or comes from. All parts optional: a problem may concern a whole file. */
export const place = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  /** A1 address, e.g. `D12`. */
  cell: z.string().optional(),
  /** 1-based row number as Excel shows it. */
  row: z.number().int().optional()
})
export type Place = z.infer<typeof place>

/**
 * `error` must be repaired before its cells can count, `confirm` has a default repair that the clerk
 * should look at, `info` has been tidied already (and can be undone).
 */
export const problemLevel = z.enum(['error', 'confirm', 'info'])
export type ProblemLevel = z.infer<typeof problemLevel>

/**
 * Something that does not stop the work but must be told: what, where, what to do.
 * `group` joins problems that one repair fixes (e.g. `UNKNOWN_UNIT:体育产业科`).
 */
export const problem = z.object({
  code: z.string(),
  level: problemLevel,
  message: z.string(),
  place: place,
  /** The text as it stands in the file. */
  value: z.string().optional(),
  /** What to do, or what was done, in one sentence. */
  suggestion: z.string().optional(),
  group: z.string().optional(),
  /** Candidate answers for the repair, best first (unit codes, indicator codes …). */
  candidates: z.array(z.object({ code: z.string(), name: z.string() })).optional()
})
export type Problem = z.infer<typeof problem>

/** `目标任务.xlsx · 表1 · B12`, or an empty string. */
export function describePlace(at: Place): string {
  const cell = at.cell ?? (at.row === undefined ? undefined : `第 ${at.row} 行`)
  return [at.file, at.sheet, cell].filter((part) => part !== undefined && part !== '').join(' · ')
}
