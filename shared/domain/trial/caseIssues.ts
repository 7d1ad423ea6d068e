import type { z } from 'zod'
import { numberText } from './trialCase.ts'

type Issue = z.core.$ZodIssue

/**
 * What is really wrong where several forms are allowed: the issues of the form that the writer meant (the one whose shape
 * fits), not 「写法不对」 for all of them.
 */
export function plainIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const branches = issue.errors.map((branch) => plainIssues(branch))
    const meant = branches
      .filter((branch) => branch.length > 0 && !branch.some(isWrongShape))
      .sort((a, b) => faults(a) - faults(b))[0]
    const leaf = meant ?? branches.find((branch) => branch.some(({ code }) => code === 'custom'))
    if (leaf === undefined) return [issue]
    return leaf.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
  })
}

/** How far a value is from a form: a field that the form does not have counts as one as well. */
function faults(issues: readonly Issue[]): number {
  return issues.reduce((all, issue) => all + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)
}

/** An issue of the value itself and not of something inside it: another form was meant. */
function isWrongShape({ path, code }: Issue): boolean {
  return path.length === 0 && code !== 'unrecognized_keys' && code !== 'too_small'
}

/**
 * Reads JSON with a schema, forgiving where that is unambiguous: a number where the schema wants decimal text (`120`,
 * `"1.50"`), a whole number as text where it wants one. Everything else stays as strict as the schema.
 */
export function readTidily<T>(schema: z.ZodType<T>, json: unknown): { data: T } | { issues: Issue[] } {
  const copy: { root: unknown } = { root: json === undefined ? undefined : JSON.parse(JSON.stringify(json)) }
  for (let round = 0; ; round++) {
    const parsed = schema.safeParse(copy.root, { reportInput: true })
    if (parsed.success) return { data: parsed.data }
    const issues = plainIssues(parsed.error.issues)
    // Rows that were repaired can bring up what lay behind them; a few rounds are always enough.
    if (round === 5 || !issues.map((issue) => tidy(copy, issue)).includes(true)) return { issues }
  }
}

/** Rewrites the one value that an issue is about; false when there is nothing unambiguous to do. */
function tidy(copy: { root: unknown }, issue: Issue): boolean {
  const path = ['root', ...issue.path]
  let holder: unknown = copy
  for (const key of path.slice(0, -1)) holder = member(holder, key)
  if (typeof holder !== 'object' || holder === null) return false
  const key = path.at(-1)!
  const value = member(holder, key)
  const tidied = tidyValue(value, issue)
  if (tidied === undefined || tidied === value) return false
  Object.assign(holder, { [key]: tidied })
  return true
}

function tidyValue(value: unknown, issue: Issue): string | number | undefined {
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return typeof value === 'string' && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined
  }
  const wantsText = issue.code === 'invalid_type' ? issue.expected === 'string' : WANTS_TEXT.has(issue.code)
  if (!wantsText || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  return numberText(value) ?? undefined
}

const WANTS_TEXT: ReadonlySet<string> = new Set(['custom', 'invalid_union', 'invalid_format'])

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

/** `participants[1].ratings.园区`: where in the file. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}
