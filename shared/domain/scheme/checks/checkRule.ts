import type { Problem } from '../../../problem.ts'
import { namedParams, type CodeNames } from '../../scoring/namedParams.ts'
import type { ParamField } from '../../scoring/ruleKind.ts'
import { ruleKindOf, RULE_KINDS } from '../../scoring/registry.ts'
import { indicatorForGroup } from '../forGroup.ts'
import { issueText } from '../issueText.ts'
import type { IndicatorDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/**
 * The rule of an indicator, and of each group that has its own rule or full mark (S4, S10): known kind, readable
 * parameters, the kind's own check. Holes and overlaps come with their place on the number line from there.
 */
export function checkRule(indicator: IndicatorDefinition, names: CodeNames): Problem[] {
  const common = checkOne(indicator, names, `指标「${indicator.name}」`, indicator.code)
  const told = new Set(common.map((problem) => `${problem.code}:${textOf(problem)}`))
  const own = indicator.byGroup.flatMap(({ group }) => {
    const at = `指标「${indicator.name}」在组别「${names.group(group)}」`
    const problems = checkOne(indicatorForGroup(indicator, group), names, at, `${indicator.code}:${group}`)
    // A group that differs in its full mark only has the same problems of the same rule.
    return problems.filter((problem) => !told.has(`${problem.code}:${textOf(problem)}`))
  })
  return [...common, ...own]
}

/** A problem's words without where it is. */
function textOf(problem: Problem): string {
  return problem.message.replace(/^指标「.*?」(在组别「.*?」)?/, '')
}

function checkOne(indicator: IndicatorDefinition, names: CodeNames, at: string, subject: string): Problem[] {
  const { rule } = indicator
  const kind = ruleKindOf(rule.kind)
  if (kind === undefined) {
    return [
      schemeProblem(
        'error',
        'UNKNOWN_RULE_KIND',
        subject,
        `${at}的计分方式「${rule.kind}」本软件不认识。`,
        `可用的有 ${RULE_KINDS.map((entry) => `${entry.kind}（${entry.name}）`).join('、')}。`
      )
    ]
  }
  const params = kind.params.safeParse(rule.params, { reportInput: true })
  if (!params.success) {
    return params.error.issues.map((issue) => {
      const label = paramLabel(kind.form, issue.path)
      return schemeProblem(
        'error',
        'RULE_PARAMS',
        `${subject}:${issue.path.map(String).join('.')}`,
        `${at}（${kind.name}）的参数${label === '' ? '' : `「${label}」`}${issueText(issue)}。`,
        '请在指标的计分方式里改正。'
      )
    })
  }
  // The kind's sentences name units and groups as it is given them: names, not codes.
  const targets = indicator.targets.map((target) => ({ ...target, unit: names.unit(target.unit) }))
  const inWords = namedParams(kind.form, params.data, names)
  return kind.check(inWords, { ...indicator, targets }).map((problem) => ({
    ...problem,
    message: `${at}：${problem.message}。`,
    ...(problem.suggestion === undefined ? {} : { suggestion: `${problem.suggestion}。` }),
    group: `${problem.code}:${subject}`
  }))
}

/** `区间 › 第 2 行 › 得分`: the form's own words. A parameter that the form does not have stands as it is. */
function paramLabel(form: readonly ParamField[], path: readonly PropertyKey[]): string {
  const parts: string[] = []
  let fields = form
  for (const key of path) {
    if (typeof key === 'number') {
      parts.push(`第 ${key + 1} 行`)
      continue
    }
    const field = fields.find((entry) => entry.key === key)
    parts.push(field?.label ?? String(key))
    fields = field?.input.type === 'table' ? field.input.columns : []
  }
  return parts.join(' › ')
}
