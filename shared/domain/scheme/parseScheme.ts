import { AppError } from '../../appError.ts'
import type { Problem } from '../../problem.ts'
import { issueText } from './issueText.ts'
import { schemeDefinition, type SchemeDefinition } from './schemeDefinition.ts'
import { schemePath } from './schemePath.ts'

/**
 * Reads the JSON of a scheme file. Throws SCHEME_INVALID with one problem for each wrong field: where (in words), what,
 * and what to do. Only the shape is looked at here; `checkScheme` looks at the meaning.
 */
export function parseScheme(json: unknown): { scheme: SchemeDefinition } {
  const parsed = schemeDefinition.safeParse(json, { reportInput: true })
  if (parsed.success) return { scheme: parsed.data }
  const problems = parsed.error.issues.map((issue): Problem => {
    const where = schemePath(json, issue.path)
    const text = issueText(issue)
    return {
      code: 'SCHEME_SHAPE',
      level: 'error',
      message: where === '' ? `方案文件${text}。` : `${where}：${text}。`,
      place: {},
      group: `SCHEME_SHAPE:${issue.path.map(String).join('.')}`
    }
  })
  const first = problems[0]?.message ?? ''
  throw new AppError('SCHEME_INVALID', `方案文件有 ${problems.length} 处写得不对：${first}`, {
    action: '请改正后重新载入；现有方案没有改动。',
    problems
  })
}
