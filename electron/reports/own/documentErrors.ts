import type { Problem } from '#shared/problem.ts'

/** What docxtemplater says of a template, as far as it is used here. */
interface TemplaterError {
  message?: string
  properties?: {
    id?: string
    errors?: TemplaterError[]
    xtag?: string
    context?: string
    openingtag?: string
    closingtag?: string
  }
}

const MESSAGES: Readonly<Record<string, (tag: string) => string>> = {
  unclosed_tag: (tag) => `占位符「{{${tag}」没有写完，少了后面的两个大括号。`,
  unopened_tag: (tag) => `「${tag}}}」前面少了两个大括号。`,
  duplicate_open_tag: (tag) => `「${tag}」前面的大括号多写了。`,
  duplicate_close_tag: (tag) => `「${tag}」后面的大括号多写了。`,
  unclosed_loop: (tag) => `「{{#${tag}}}」没有对应的「{{/${tag}}}」。`,
  unopened_loop: (tag) => `「{{/${tag}}}」前面没有对应的「{{#${tag}}}」。`,
  unbalanced_loop_tags: (tag) =>
    `「{{#${tag}}}」和「{{/${tag}}}」不在同一个表格里：要么都写在同一张表里，要么都写在表外。`,
  closing_tag_does_not_match_opening_tag: (tag) => `「{{/${tag}}}」和前面的「{{#…}}」不是一对。`,
  no_xml_tag_found_at_left: (tag) => `「${tag}」要重复的一行找不到开头，请写在表格的一行里。`,
  no_xml_tag_found_at_right: (tag) => `「${tag}」要重复的一行找不到结尾，请写在表格的一行里。`,
  loop_position_invalid: (tag) => `「${tag}」写在不能重复的地方，请写在段落或表格的一行里。`,
  malformed_xml: () => '文件内容残缺，读不出来。'
}

function leaves(error: TemplaterError): TemplaterError[] {
  const inner = error.properties?.errors ?? []
  return inner.length === 0 ? [error] : inner.flatMap(leaves)
}

/** Errors of docxtemplater as problems with what to do, in Chinese. */
export function documentProblems(error: unknown): Problem[] {
  return leaves(error as TemplaterError).map((one): Problem => {
    const { id = '', xtag, context, openingtag, closingtag } = one.properties ?? {}
    const tag = (xtag ?? closingtag ?? openingtag ?? '').replace(/^[#/^]/, '').trim()
    const where = context === undefined || context === '' ? '' : `「${context.slice(0, 30)}」附近，`
    const message = MESSAGES[id]?.(tag) ?? `占位符「${tag}」写得不对。`
    return {
      code: 'BAD_PLACEHOLDER',
      level: 'error',
      message: `${where}${message}`,
      place: {},
      ...(tag === '' ? {} : { value: tag }),
      suggestion: '占位符前后各要两个大括号，如 {{单位}}；重复的部分用 {{#排名}} 开头、{{/排名}} 结尾。'
    }
  })
}
