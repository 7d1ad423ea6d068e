import type { ReadingField } from '../../scoring/reading.ts'
import { normaliseLabel } from '../names/normaliseLabel.ts'

/** What a header word may say about its column. A word may say several things; the layout decides which. */
export type Keyword =
  | 'serial'
  | 'remark'
  | 'method'
  | 'rank'
  | 'total'
  | 'mean'
  | 'unit'
  | 'otherUnit'
  | 'indicator'
  | 'weakIndicator'
  | 'measure'
  | 'rate'
  | 'weight'
  | 'target'
  | 'stretch'
  | 'actual'
  | 'self'
  | 'score'
  | 'bonus'
  | 'deduction'
  | 'signed'
  | 'class'
  | 'reason'
  | 'evidence'
  | 'approver'
  | 'date'
  | 'rater'

const WHEN =
  '(?:年度|全年|本年度?|当年|季度|本季度?|当季|前?第?[一二三四1-4]季度|[一1][至到-][二三四2-4]季度|q[1-4]|时序|阶段|累计|基本|年初|下达|本期|当期|\\d{1,2}-\\d{1,2}月份?|截至\\d{1,2}月底?|年初至今|今年以来|年初下达)*'
const OF = '(?:单位|部门|处室|科室)'

const RULES: readonly (readonly [Keyword, RegExp])[] = [
  [
    'serial',
    /^(?:序号?|编号|no\.?|号|项次|顺序号?|行次|(?:部门|单位|处室|科室|指标|项目)(?:编码|代码|编号|序号))$/
  ],
  [
    'remark',
    /^(?:备注|说明|备考|附注|备注说明|其他说明|(?:联系)?电话|联系方式|手机号?码?|联系人|情况说明|存在问题|原因|主要原因|未完成原因|退回原因)$/
  ],
  [
    'method',
    /^(?:计分|评分|考核|赋分|打分|评价)(?:方法|办法|标准|规则|细则)(?:及说明)?$|^(?:评分|计分|指标)说明$|^计算(?:公式|方法)$|^指标解释$/
  ],
  [
    'rank',
    /^(?:组内|全局|总|本季度?|上季度?|上年度?|去年|原)?(?:在?(?:全省|全市|全国|全县|全区|省内|市内))?(?:实际|实际完成|当前|目前)?(?:排名|名次|位次|排位|排序|等次)$/
  ],
  [
    'total',
    /^(?:合计|总计|小计|总分|总得分|综合得分|总评分|合计得分|考核总分|最后得分|最终总分|总成绩|加权得分)$/
  ],
  ['mean', /^(?:(?:去掉.*后的?)?平均|平均分|平均值|均分|评价得分|评委平均分?|最高分|最低分)(?:=.*)?$/],
  [
    'unit',
    new RegExp(
      `^(?:(?:责任|牵头|承办|被考核|参评|参赛|受评|填报|报送|赛马|各|完成|主办|考评)?${OF}(?:名称)?|考核对象|机关处室|直属单位|事业单位|${OF}\\(${OF}\\)|处室单位|单位处室)$`
    )
  ],
  [
    'otherUnit',
    new RegExp(
      `^(?:配合|协办|协同|参与|数据来源|数据提供|数据|评分|考核|考核责任|评价|监督|主管|提供|审核|打分)${OF}$|^(?:分管|责任|包保)领导$|^责任人$|^(?:考核)?数据来源$`
    )
  ],
  [
    'indicator',
    /^(?:考核|考评|评价|具体|[一二三四]级|量化)?指标(?:名称|内容|项)?$|^(?:考核|考评|评价|评分)(?:项目|内容|事项|要素|要点)$/
  ],
  [
    'weakIndicator',
    /^(?:项目|项目名称|工作任务|任务|任务名称|重点工作|重点任务|工作内容|工作项目|目标任务|内容|事项|重点项目|类别|板块|季度|季别)$/
  ],
  ['measure', /^(?:计量|度量|数量)?单位$/],
  [
    'rate',
    new RegExp(
      `^${WHEN}(?:任务|目标|计划)?(?:完成率|完成比例|完成比|达成率|完成进度|进度|得分率|执行率|(?:同比|环比)(?:增长|增减|增幅)?[±+-]?%?|增长率|增幅|占比|差额|差距|差值)$`
    )
  ],
  ['weight', /^(?:权重|分值|满分|标准分|配分|基准分|基础分值?|应得分|权重分|满分值|标准分值)$/],
  ['stretch', new RegExp(`^${WHEN}(?:奋斗|挑战|力争|冲刺)(?:目标|值|目标值)$`)],
  [
    'target',
    new RegExp(
      `^${WHEN}(?:考核)?(?:目标|目标值|目标数|目标任务|任务目标|任务|任务数|任务量|计划|计划数|计划值|指标值|下达数)$|^(?:排名|名次|位次|排位)目标(?:值)?$|^目标(?:排名|名次|位次|排位)$`
    )
  ],
  [
    'actual',
    new RegExp(
      `^${WHEN}(?:工作|任务|目标|实际)?(?:完成|完成数|完成值|完成量|完成情况|实际|实际值|实际数|实绩|累计|累计数|累计值|累计完成|累计到位|到位|到位数|进展|进展情况|数值|报送值|实际到位|数量|完成实绩)$|^(?:第?[一二三四1-4]季度|本季度?|1-\\d{1,2}月)(?:合计|小计|总计)$`
    )
  ],
  ['self', /^(?:本?(?:单位|部门|处室|科室)?)?自(?:评|查|测|报)(?:得分|分|分值|分数|结果|评分)?$/],
  [
    'score',
    /^(?:考核|考评|评价|最终|最后|核定|评定|实际|本季度?|季度|审核|复核|认定|核查|考核组|考核办|领导)?(?:得分|评分|打分|得分值)$|^(?:考核|考评|核定|评定|实得|审核|认定|复核|最终)分(?:值|数)?$|^分数$/
  ],
  ['bonus', /^(?:奖励)?加分(?:值|分值|情况|分数)?$|^奖励分$/],
  ['deduction', /^(?:减|扣|惩罚扣)分(?:值|分值|情况|分数)?$/],
  ['signed', /^(?:分值|加减分|加减分值|分数|得分|加\(减\)分|加\/减分|增减分|加扣分|加减分分值)$/],
  ['class', /^(?:加减分|加分|减分|加扣分|事项|项目)?(?:类别|类型|种类)$|^加减分项目?$/],
  [
    'reason',
    /^(?:加减分|加分|减分|扣分|加扣分|具体|主要)?(?:事由|原因|事项|事项名称|内容|情况|理由)$|^(?:具体|主要)?(?:情况说明|事迹)$/
  ],
  [
    'evidence',
    /^(?:加减分|加分|减分|扣分|文件|政策)?(?:依据|佐证|佐证材料|证明材料|依据文件|文号|文件依据|依据条款)$/
  ],
  ['approver', /^(?:审批|批准|审核|认定|审定|签批|核定)(?:人|领导|人员)$/],
  ['date', /^(?:发生|认定|填报|完成|审批)?(?:日期|时间)$|^年月日$/],
  ['rater', /^(?:评委|专家|评审|考官|评分人|打分人|测评人|评审员)(?:姓名)?$/]
]

const cache = new Map<string, ReadonlySet<Keyword>>()
const CACHE_SIZE = 5000

/** Keywords of one header label; measures and full marks in brackets are taken off first. */
export function keywordsOf(label: string): ReadonlySet<Keyword> {
  const known = cache.get(label)
  if (known) return known
  // 评价得分=(专家1+专家2)/专家人数: what stands behind the name only explains it.
  const key = normaliseLabel(label).key.replace(/(?<=.)=.*$/, '')
  const keywords = new Set(
    key.length > 16 ? [] : RULES.filter(([, rule]) => rule.test(key)).map(([keyword]) => keyword)
  )
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(label, keywords)
  return keywords
}

const FIELDS: readonly (readonly [Keyword, ReadingField])[] = [
  ['self', 'self'],
  ['target', 'target'],
  ['actual', 'actual'],
  ['score', 'score']
]

/** The reading that a label names: 自评分 is never the assessed score. Null when it names none. */
export function fieldOf(label: string): ReadingField | null {
  const keywords = keywordsOf(label)
  if (keywords.has('stretch') || keywords.has('rate')) return null
  return FIELDS.find(([keyword]) => keywords.has(keyword))?.[1] ?? null
}

/** All ways to split a label into a name and a field word behind it, longest field word first. */
export function fieldSuffixes(label: string): { rest: string; field: ReadingField }[] {
  const { key } = normaliseLabel(label)
  const splits: { rest: string; field: ReadingField }[] = []
  for (let start = 2; start < key.length; start++) {
    const field = fieldOf(key.slice(start).replace(/^[-:/]/, ''))
    if (field) splits.push({ rest: key.slice(0, start).replace(/[-:/的]$/, ''), field })
  }
  return splits
}

/** Splits 到位资金完成数 into 到位资金 and the field `actual`; longest field word first. Null without a field word behind. */
export function splitFieldSuffix(label: string): { rest: string; field: ReadingField } | null {
  return fieldSuffixes(label)[0] ?? null
}

/** The quarter that a label names by itself (三季度目标, 1-9月累计 → 3), or null. */
export function quarterInLabel(label: string): 1 | 2 | 3 | 4 | null {
  const match = /第?([一二三四1-4])季度|q([1-4])|\d-(3|6|9|12)月/.exec(normaliseLabel(label).key)
  if (!match) return null
  if (match[3] !== undefined) return (Number(match[3]) / 3) as 1 | 2 | 3 | 4
  const mark = match[1] ?? match[2]!
  const place = '一二三四'.indexOf(mark)
  return (place >= 0 ? place + 1 : Number(mark)) as 1 | 2 | 3 | 4
}
