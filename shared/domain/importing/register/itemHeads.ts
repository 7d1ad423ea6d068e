import type { IsoMonth } from '../../calendar/isoDate.ts'
import type { ColumnReading } from '../header/readColumns.ts'
import { nameKey, normaliseLabel, withoutSerial } from '../names/normaliseLabel.ts'
import type { ItemColumn } from './stagedItem.ts'

/** What a head says of its column in a register (domain.md §1.2, §3.1, S63–S65), in the order in which it is tried. */
const HEADS: readonly (readonly [ItemColumn, RegExp])[] = [
  ['serial', /^(?:序号?|号|no\.?|项次|顺序号?|行次)$/],
  ['number', /^(?:事项|任务|项目|清单|问题|台账|工作)?(?:编号|编码|代码)$/],
  ['parentNumber', /^(?:上级|所属|父级?)(?:事项|任务|项目)?(?:编号)?$/],
  ['type', /^(?:清单|台账)(?:类型|类别|名称)$/],
  ['closeNumber', /^销号(?:编号|单号|文号|号码|号)$/],
  ['closeDate', /^(?:销号|验收|核验)(?:时间|日期)$/],
  ['verifier', /^(?:销号)?(?:验收|核验|审核|销号)(?:人员?|单位|责任人)$/],
  ['opinion', /^(?:验收|核验|销号|审核)意见$/],
  ['closeOut', /^销号(?:情况|记录|信息)?$/],
  [
    'rankTarget',
    /^(?:排位|排名|名次|位次|争先|争位)目标(?:值)?$|^目标(?:排位|排名|名次|位次)$|^力争(?:位次|排名|名次)$/
  ],
  ['investment', /^(?:项目)?(?:计划|估算|概算)?总投资(?:额|规模)?$/],
  [
    'yearPlan',
    /^(?:\d{4}年度?|本年度?|当年|今年|年度)?(?:计划)?(?:完成)?(?:年度)?投资(?:计划|目标)(?:额)?$|^(?:\d{4}年度?|本年度?|当年|今年|年度)(?:计划)?(?:完成)?投资(?:额)?$/
  ],
  [
    'amount',
    /^(?:实际|本年度?|年度|当年|截至.*|1-\d{1,2}月)?累?计?(?:已)?(?:完成|到位)(?:的)?(?:年度)?(?:投资|数量|数|量|投资额|额)$|^累计完成(?:额)?$|^实际(?:完成)?(?:投资|数量)(?:额)?$/
  ],
  [
    'rate',
    /^(?:实际|完成|工作|任务|项目|投资|年度|整改|累计|形象|当前|目标)*(?:进度|完成率|完成比例|完成百分比|投资完成率)%?$/
  ],
  [
    'state',
    /^(?:完成|办理|进展|推进|整改|当前|目前|工作|办结|任务|项目|建设|事项|落实)*(?:状态|状况)$|^是否(?:已?完成|已?办结|已?销号|整改到位)$|^状态$|^办理结果$/
  ],
  ['note', /^(?:跟踪)?(?:督导|督查|督办|督察|跟踪督察)(?:记录|情况|意见|结果)$/],
  ['channel', /^(?:督导?|三督|监督|发现)渠道$|^三督$/],
  ['tags', /^四知(?:标签|类型|分类)?$|^标签$/],
  [
    'class',
    /^(?:紧急程度|缓急(?:程度)?|轻重缓急|急缓程度|办理(?:类别|类型|方式|要求)|(?:事项|任务|问题|工作)?(?:类别|类型|分类)|(?:问题|线索)来源(?:及类别)?|来源)$/
  ],
  [
    'origin',
    /^(?:任务|事项|工作|文件|交办|下达|提出)?(?:来源|出处|依据)(?:依据|文件|及依据)?$|^(?:交办|文件|任务|政策)依据$/
  ],
  ['start', /^(?:计划|实际)?(?:开始|开工|启动|起始|交办|下达)(?:时间|日期)$/],
  [
    'due',
    /^(?:计划|要求|规定|拟|预计|整改|销号|工作|任务|项目|目标)*(?:完成|办结|整改|截止|竣工|完工|办理|落实|到位|结束|销号|承诺|兑现)?(?:时限|期限|时间节点|截止时间|截止日期|节点)(?:要求)?$|^(?:计划|要求|规定|拟|预计|应|目标)?(?:完成|办结|整改完成|整改|截止|竣工|完工|兑现)(?:时间|日期|年月)$/
  ],
  [
    'leader',
    /^(?:分管|责任|包保|包联|包抓|牵头|联系|挂联|督办|主管|带队|挂钩|协调)?(?:局|市|县|区|委|院|集团)?领导$/
  ],
  [
    'person',
    /^(?:具体|直接|第一|项目|整改|专班|工作)?(?:责任人|负责人|承办人|经办人|主办人|组长)(?:员|姓名)?$/
  ],
  ['partners', /^(?:责任)?(?:配合|协办|协同|参与|协作|联合|成员|协助)(?:责任)?(?:单位|部门|处室|科室)$/],
  [
    'owner',
    /^(?:责任|牵头|承办|主办|承诺|整改|办理|主责|实施|建设|项目|业主|落实|主要|牵头责任|申报|填报)*(?:单位|部门|处室|科室|主体)(?:名称)?$|^责任分工$|^(?:项目)?业主$/
  ],
  [
    'cumulative',
    /^(?:截至.*|年度|全年|今年以来|年初以来|本年)?累计(?:进展|完成)?(?:情况)?$|^累计进展(?:情况)?$|^(?:年初以来|今年以来)(?:工作)?进展(?:情况)?$/
  ],
  [
    'progress',
    /^(?:第?[一二三四1-4]季度|本季度?|本月|当月|截至.*|目前|当前|最新|工作|任务|目标|整改|办理|落实|推进|实际|项目|建设|年度|阶段性|主要|\d{1,2}-?\d{0,2}月份?)*(?:进展|进展情况|完成情况|推进情况|落实情况|整改情况|办理情况|进度情况|形象进度|兑现情况|履诺情况|工作成效)(?:说明|描述)?$/
  ],
  [
    'measures',
    /^(?:主要|具体|工作|整改|推进|保障|落实|下一步|攻坚|解决)*(?:举措|措施|工作措施|整改措施|办法|做法|路径|推进计划|工作安排)$/
  ],
  ['quantity', /^(?:数量|量化|年度)?(?:目标值|目标数|目标数量|数量目标|目标任务量|任务量|计划数量|计划数)$/],
  ['measure', /^(?:计量|度量|数量)单位$/],
  ['indicator', /^(?:对应|关联)指标$/],
  ['remark', /^(?:备注|附注|备考|备注说明|其他说明)$/],
  [
    'content',
    /^(?:具体|主要|工作|任务|考核|建设|项目|整改|承诺|改革|目标|问题)*(?:内容|要求|标准|目标要求|规模及内容|内容及规模|建设规模|内容及指标|指标内容|目标内容|情况描述|具体表现)$|^(?:年度|工作|预期|全年)目标$|^预期(?:成效|成果)$/
  ],
  [
    'title',
    /^(?:重点|主要|年度|工作|目标|承诺|改革|攻坚|整改|督办|交办|督查|专项|具体|核心|民生|实事|任务|反馈|存在|突出|建设|清单|指标|问题|项目|事项|专班|成效|工程|子)*(?:事项|任务|项目|工作|目标|目标任务|问题|指标|成效|工程|实事|专班|改革|差距|短板)(?:名称|描述|表现|简述|概况|清单|内容)?$/
  ]
]

const MONTH =
  /^(?:(?:19|20)\d{2}年)?(?:(?:1|一)?[-~至到—])?(\d{1,2})月(?:份|底|末)?(?:累计)?(?:计划|目标|进度|应|完成|实际|投资|完成投资|计划投资)*$/
const DONE_WORDS = /实际|完成(?!率)(?!时)/

/** The column that one label names; null where it names none of a register. */
export function itemHead(label: string): ItemColumn | null {
  const key = withoutSerial(normaliseLabel(label).key.replace(/\([^()]*\)$/, ''))
  if (key.length > 20) return null
  return HEADS.find(([, rule]) => rule.test(key))?.[0] ?? null
}

export interface HeadReading {
  field: ItemColumn
  month: IsoMonth | null
  /** Cumulative plans say so by 1-3月 or 累计. */
  isCumulative: boolean
}

/** What the whole head of a column says, its bands included. */
export function readItemHead(column: Pick<ColumnReading, 'path'>, year: number): HeadReading | null {
  const labels = column.path.toReversed()
  const [deepest = ''] = labels
  const month = MONTH.exec(nameKey(normaliseLabel(deepest).key))
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    const all = column.path.map(nameKey).join('/')
    const isDone = DONE_WORDS.test(all) && !/计划/.test(nameKey(deepest))
    return {
      field: isDone ? 'done' : 'plan',
      month: `${year}-${String(Number(month[1])).padStart(2, '0')}`,
      isCumulative: /累计/.test(all) || /^(?:\d{4}年)?(?:1|一)[-~至到—]/.test(nameKey(deepest))
    }
  }
  for (const label of labels) {
    const field = itemHead(label)
    if (field !== null) return { field, month: null, isCumulative: false }
  }
  return null
}
