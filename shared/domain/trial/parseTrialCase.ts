import { z } from 'zod'
import { AppError } from '../../appError.ts'
import type { Problem } from '../../problem.ts'
import { issueText } from '../scheme/issueText.ts'
import { indicatorRule } from '../scheme/schemeDefinition.ts'
import { ruleKindOf, RULE_KINDS } from '../scoring/registry.ts'
import type { RuleKind } from '../scoring/ruleKind.ts'
import { pathText, readTidily } from './caseIssues.ts'
import { trialCase, type TrialCase } from './trialCase.ts'

/** A case whose rule is known and whose parameters have been read. */
export interface ReadyCase {
  given: TrialCase
  kind: RuleKind
  params: unknown
}

/** Reads the JSON of a case. Throws SCHEME_INVALID with every problem and its path in the file. */
export function parseTrialCase(json: unknown): TrialCase {
  const read = readTidily(trialCase, json)
  if ('issues' in read) {
    const wrong = read.issues.map((issue) => caseProblem(pathText(issue.path), caseText(issue)))
    throw invalid([...wrong, ...ruleProblemsOf(json)])
  }
  readyCase(read.data)
  return read.data
}

/** What is wrong with the rule of a case that cannot be read as a whole: all mistakes are told at once. */
function ruleProblemsOf(json: unknown): Problem[] {
  const whole = z.object({ rule: indicatorRule }).safeParse(json)
  if (!whole.success) return []
  const found = readRule(whole.data.rule)
  return 'problems' in found ? found.problems : []
}

/** Looks up the rule and reads its parameters. Throws SCHEME_INVALID with every problem and its path. */
export function readyCase(given: TrialCase): ReadyCase {
  const problems = meaningProblems(given)
  const rule = readRule(given.rule)
  if ('problems' in rule) throw invalid([...problems, ...rule.problems])
  if (problems.length > 0) throw invalid(problems)
  return { given, ...rule }
}

function readRule(rule: TrialCase['rule']): Omit<ReadyCase, 'given'> | { problems: Problem[] } {
  const kind = ruleKindOf(rule.kind)
  if (kind === undefined) {
    const known = RULE_KINDS.map((entry) => `${entry.kind}（${entry.name}）`).join('、')
    const unknown = caseProblem('rule.kind', `没有「${rule.kind}」这种计分方式`)
    return { problems: [{ ...unknown, suggestion: `可用的有 ${known}。` }] }
  }
  const params = readTidily(kind.params, rule.params)
  if (!('issues' in params)) return { kind, params: params.data }
  const problems = params.issues.map((issue) => {
    const label = kind.form.find((field) => field.key === issue.path[0])?.label
    const at = pathText(['rule', 'params', ...issue.path])
    return caseProblem(label === undefined ? at : `${at}（${label}）`, caseText(issue))
  })
  return { problems }
}

/** What a schema cannot say: every unit once, a full mark that is none below 0. */
function meaningProblems({ participants, indicator }: TrialCase): Problem[] {
  const seen = new Map<string, number>()
  const found: Problem[] = []
  participants.forEach(({ unit }, index) => {
    const earlier = seen.get(unit)
    if (earlier === undefined) seen.set(unit, index)
    else
      found.push(
        caseProblem(`participants[${index}].unit`, `单位「${unit}」在 participants[${earlier}] 已经有了`)
      )
  })
  if (indicator.fullMark.startsWith('-')) {
    found.push(caseProblem('indicator.fullMark', `满分 ${indicator.fullMark} 不能是负数`))
  }
  return found
}

function caseText(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issueText(issue)
  return issue.input === undefined ? '没有填，或写法不对' : '写法不对'
}

function caseProblem(path: string, text: string): Problem {
  const message = path === '' ? `试算的内容${text}。` : `${path}：${text}。`
  return { code: 'TRIAL_CASE', level: 'error', message, place: {}, group: `TRIAL_CASE:${path}:${text}` }
}

function invalid(problems: Problem[]): AppError {
  return new AppError('SCHEME_INVALID', `试算有 ${problems.length} 处写得不对：${problems[0]!.message}`, {
    action: '请改正后再试；写法见 docs/rules.md。',
    problems
  })
}
