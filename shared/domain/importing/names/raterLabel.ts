import { nameKey, normaliseLabel, tidy } from './normaliseLabel.ts'

export interface RaterLabel {
  /** Evaluator group (评价主体), '' where none is named. */
  group: string
  name: string
}

const BASE = '评审专家|评委|专家|评审员|评审|考官|测评人|评分人|打分人|考评员'
const GROUPS =
  '局领导|班子成员|主要领导|分管领导|领导班子|领导|中层干部|中层|处室互评|互评|服务对象|群众代表|群众|职工代表|社会评价|[a-d]票'
const ID = String.raw`\d{1,2}|[一二三四五六七八九十]{1,2}|[a-z甲乙丙丁]`

const NUMBERED = new RegExp(`^(?:(${ID})号)?(.*?)(${BASE})(${ID})?号?$`)
const IN_GROUP = new RegExp(`^(${GROUPS})(?:${BASE}|成员)?(${ID})号?$`)
const GROUP_ONLY = /^[a-d]票(?:\(.*\))?$/
/** 处室代表1, under a header that names its evaluators: any short word with a number is one of them. */
const MEMBER = new RegExp(`^[\\u4e00-\\u9fff]{2,8}?(?:${ID})号?$`)
const PANEL = new RegExp(`(?:${BASE}|打分|评分|测评|${GROUPS})`)
const PERSON = /^[\u4e00-\u9fff·]{2,5}$/
const NO_PERSON = /分|合计|总计|平均|排名|名次|备注|单位|指标|序号|日期|说明|目标|完成/

/** Reads one rater's header from its path, e.g. ['局领导', '评委1'], ['评委打分', '张三'], ['专家2'], ['A票']. */
export function raterLabel(path: readonly string[]): RaterLabel | null {
  const label = path.at(-1)
  if (label === undefined) return null
  const above = path.length > 1 ? groupOf(path.slice(0, -1)) : null
  const bracket = /^(.+)\(([^()]+)\)$/.exec(nameKey(label))
  const own = bracket && new RegExp(`^(?:${GROUPS})$`).test(bracket[2]!) ? bracket : null
  const key = own ? own[1]! : normaliseLabel(label).key
  const numbered = NUMBERED.exec(key)
  if (numbered && (numbered[1] ?? numbered[4]) !== undefined && plausibleGroup(numbered[2]!)) {
    return { group: own?.[2] ?? (numbered[2] || above || ''), name: tidy(label) }
  }
  const inGroup = IN_GROUP.exec(key)
  if (inGroup) return { group: above || printed(inGroup[1]!), name: tidy(label) }
  if (GROUP_ONLY.test(key)) return { group: printed(key), name: tidy(label) }
  if (
    above !== null &&
    (new RegExp(`^(?:${ID})号?$`).test(key) ||
      ((PERSON.test(key) || MEMBER.test(key)) && !NO_PERSON.test(key)))
  ) {
    return { group: above, name: tidy(label) }
  }
  return null
}

function plausibleGroup(text: string): boolean {
  return text.length <= 8 && !/平均|最高|最低|去掉|得分/.test(text)
}

/** The evaluator group that the labels above name; '' for a plain 评委打分; null when they speak of no raters. */
function groupOf(labels: readonly string[]): string | null {
  const panel = labels.findLast((label) => PANEL.test(nameKey(label)))
  if (panel === undefined) return null
  const rest = nameKey(panel).replace(new RegExp(`(?:评分|打分|测评|${BASE})(?:情况|结果|人)?`, 'g'), '')
  return printed(rest)
}

/** A票 is written with a capital letter, whatever the key. */
function printed(key: string): string {
  return key.replace(/^[a-d](?=票)/, (letter) => letter.toUpperCase())
}
