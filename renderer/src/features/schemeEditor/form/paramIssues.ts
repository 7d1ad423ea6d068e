import type { RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import { issueText } from '#shared/domain/scheme/issueText.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'

/** What is wrong with parameters, by field: `cap`, or `rows.2.lo` for the cell of a table. */
export type ParamIssues = ReadonlyMap<string, string>

export function paramIssues(kind: RuleKind, params: Readonly<Record<string, unknown>>): ParamIssues {
  const parsed = kind.params.safeParse(params, { reportInput: true })
  if (parsed.success) return new Map()
  return new Map(
    parsed.error.issues.map((issue) => {
      const badNumber = issue.code === 'custom' && issue.message === '不是规范的十进制数'
      const words =
        badNumber || issue.code === 'invalid_union' ? schemeEditorText.form.noNumber : issueText(issue)
      return [issue.path.map(String).join('.'), words]
    })
  )
}
