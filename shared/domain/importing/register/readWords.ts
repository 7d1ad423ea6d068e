import type {
  Channel,
  FourKnow,
  ItemState,
  ProblemSource,
  RegisterType,
  Urgency
} from '../../register/registerItem.ts'
import { nameKey } from '../names/normaliseLabel.ts'

type Rules<T> = readonly (readonly [T, RegExp])[]

function read<T>(text: string, rules: Rules<T>): T | null {
  const key = nameKey(text)
  return rules.find(([, rule]) => rule.test(key))?.[0] ?? null
}

/** Longer names first: 重点项目 is no 项目. */
const TYPES: Rules<RegisterType> = [
  ['KEY_INDICATOR', /重点指标/],
  ['KEY_PROBLEM', /重点(?:难点)?问题/],
  ['KEY_REFORM', /重点改革|改革(?:事项|任务|清单)/],
  ['KEY_PROJECT', /重点项目(?:清单|$)|五重.*项目/],
  ['KEY_RESULT', /重点成效/],
  ['COMMITMENT', /承诺/],
  ['PROBLEM', /问题|整改|七张/],
  ['TASK_FORCE', /专班/],
  ['PROJECT', /项目/],
  [
    'ANNUAL_TARGET',
    /年度(?:目标|任务|重点)|目标任务|重点(?:工作|任务|事项)|工作(?:任务|要点|推进|清单)|推进表|目标完成|职能目标/
  ]
]

/** Which register a title or the name of a sheet speaks of. */
export function registerTypeIn(text: string): RegisterType | null {
  return read(text, TYPES)
}

const SOURCES: Rules<ProblemSource> = [
  ['INSPECTION', /巡视|巡察/],
  ['AUDIT', /审计/],
  ['ECOLOGY', /环保|生态|环境/],
  ['SAFETY', /安全(?:生产)?/],
  ['OPINION', /舆情|网络/],
  ['PETITION', /信访/],
  ['SUPERVISION', /督查|督察/]
]

/** One of the seven sources (S59). 生态环保督察 is no 督查. */
export function problemSourceIn(text: string): ProblemSource | null {
  return read(text, SOURCES)
}

const URGENCIES: Rules<Urgency> = [
  ['IMMEDIATE', /^(?:立即|即时|马上|即)(?:办理?|整改)?$|^即办(?:件|事项)?$|^立行立改$|^小事$/],
  ['TIMED', /^(?:限时|限期)(?:办理?|办结|整改)?$|^大事$/],
  ['SPECIAL', /^(?:特定|特|特别|专项|紧急)(?:办理?)?$|^急事$/]
]

export function urgencyIn(text: string): Urgency | null {
  return read(text, URGENCIES)
}

const TAGS: Rules<FourKnow> = [
  ['SHORTFALL', /知短|短板/],
  ['HEAVY', /知重|重点/],
  ['HARD', /知难|难点/],
  ['NEW', /知新|创新/]
]

/** All tags that a cell lists; null where a part of it is none. */
export function tagsIn(text: string): FourKnow[] | null {
  const parts = text.split(/[、,，;；/\s]+/).filter((part) => part !== '')
  const tags = parts.map((part) => read(part, TAGS))
  return tags.includes(null) ? null : [...new Set(tags as FourKnow[])]
}

const CHANNELS: Rules<Channel> = [
  ['MEDIA', /媒体/],
  ['TRACKING', /跟踪|督[查察]/],
  ['PUBLIC', /群众|全民|社会/]
]

export function channelIn(text: string): Channel | null {
  return read(text, CHANNELS)
}

const STATES: Rules<ItemState> = [
  ['CLOSED', /^(?:已|完成)?销号$|^已?销号(?:办结|完成)$/],
  ['VERIFIED', /^(?:待销号|已核验|核验通过|已验收|验收通过|申请销号)$/],
  [
    'DONE',
    /^(?:已经?)?(?:全部|全面|如期|提前|超额|基本)?(?:完成|办结|整改到位|整改完成|完成整改|落实到位|落实|整改|竣工|完工|实现|达标)(?:整改|办结)?$|^待核验$|^[√✓✔]$|^是$|^100%?$|^已报结$/
  ],
  [
    'OPEN',
    /^(?:未|尚未|暂未|还未|没有)(?:启动|开展|开工|实施|开始|办理|整改|推进)$|^(?:待办|待启动|待实施|待开工|筹备|前期|筹备中)$/
  ],
  [
    'IN_PROGRESS',
    /^(?:正在?|有序|有力|稳步|持续|加快|全力|扎实|按序时|按计划|序时|已)*(?:推进|进行|办理|实施|整改|建设|在建|在办|落实|开工|启动|开展|施工)(?:中|之中|阶段|推进)?$|^(?:未|尚未|没有|部分|阶段性|基本未)(?:完成|办结|整改到位|销号)$|^否$|^(?:长期坚持|长期|达到序时|达序时|正常|序时进度|按序时进度|达到序时进度)$/
  ]
]

/** The state that a word of 完成状态 stands for; null for words that judge (滞后, 逾期) or say something else. */
export function itemStateIn(text: string): ItemState | null {
  return read(text.replace(/[。.!！]$/, ''), STATES)
}
