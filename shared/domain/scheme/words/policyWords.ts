import type { Policies } from '../policies.ts'

/** A switch of the scheme as people answer it: its question, its answers in words, or what kind of number it takes. */
export interface PolicyWord {
  key: keyof Policies
  /** 事项. */
  label: string
  /** Chinese wording by stored value; null for a number. */
  choices: Readonly<Record<string, string>> | null
  /** What the answer means, for the 说明 column and help. */
  help: string
}

const SWITCH = { true: '是', false: '否' } as const

/** Every switch of `policies`, in the order in which a person meets them. Which are open and why: the ambiguities list. */
export const POLICY_WORDS: readonly PolicyWord[] = [
  { key: 'decimals', label: '小数位数', choices: null, help: '得分印几位小数，0 到 4。' },
  {
    key: 'rounding',
    label: '取整方式',
    choices: { HALF_UP: '四舍五入', CEIL: '进一', FLOOR: '去尾' },
    help: '得分怎样取到规定的位数。'
  },
  {
    key: 'roundAt',
    label: '取整位置',
    choices: { TOTAL: '只在总得分', ITEM_AND_TOTAL: '各项和总得分' },
    help: '各项得分是按原数相加，还是先逐项取整。'
  },
  {
    key: 'judgeOn',
    label: '名次按哪个数',
    choices: { PRINTED: '印出来的数', EXACT: '取整前的原数' },
    help: '印出来相同的是不是并列。'
  },
  {
    key: 'notApplicable',
    label: '不适用处理',
    choices: { RESCALE: '其余折算到满分', FULL_MARK: '给满分', GROUP_MEAN: '给组内平均分' },
    help: '某项不适用于某单位时。'
  },
  {
    key: 'rescaleTo',
    label: '折算到多少',
    choices: { DECLARED: '赛项满分', ITEMS: '各指标满分之和', HUNDRED: '100 分' },
    help: '不适用的项目折算时，折到哪个满分。'
  },
  { key: 'rescaleDimensions', label: '板块得分也折算', choices: SWITCH, help: '否：只折算基础分。' },
  { key: 'rescaleAdjustments', label: '加减分也折算', choices: SWITCH, help: '否：加减分按原数计。' },
  {
    key: 'missing',
    label: '缺报处理',
    choices: {
      BLOCK_UNIT: '暂不排名',
      ZERO: '该项计 0 分',
      FLOOR: '按满分的一定比例计',
      DEDUCT: '从满分里扣固定分'
    },
    help: '该报没报的项目怎么计。'
  },
  { key: 'missingFloor', label: '缺报按满分的比例', choices: null, help: '百分之几，缺报按比例计时才用。' },
  { key: 'missingPoints', label: '缺报扣分', choices: null, help: '几分，缺报扣固定分时才用。' },
  {
    key: 'missingInBase',
    label: '缺报项留在折算分母里',
    choices: SWITCH,
    help: '别的项目折算时，缺报项的满分算不算在内。'
  },
  {
    key: 'capOrder',
    label: '封顶先后',
    choices: { CAP_THEN_SUBTRACT: '先封顶，再减扣分', NET_THEN_CAP: '加减相抵后再封顶' },
    help: '加分封顶在减扣分之前还是之后。'
  },
  {
    key: 'netClassCaps',
    label: '相抵时的类别封顶',
    choices: { CLASS_FIRST: '类别先封顶', OVERALL_ONLY: '只看合计封顶' },
    help: '加减相抵后再封顶时才用。'
  },
  {
    key: 'tiedRankPoints',
    label: '并列名次得分',
    choices: { SAME_RANK: '都按较高名次给分', MEAN_OF_PLACES: '取所占名次的平均分' },
    help: '按名次给分的项目里并列的单位。'
  },
  {
    key: 'firstQuarter',
    label: '首个季度',
    choices: { RANKED_AS_NEW: '照常排名，升降记「新」', NOT_RANKED: '计分，不排名' },
    help: '没有上季度名次的单位。'
  },
  {
    key: 'newUnitQuarters',
    label: '新设单位几季后排名',
    choices: null,
    help: '合并、拆分后的单位计满几个季度才排名，1 到 4。'
  },
  {
    key: 'listedInPool',
    label: '单列单位参加比较',
    choices: SWITCH,
    help: '算最好值、最大最小值和名次时，是否把单列单位算进去。'
  },
  {
    key: 'rankLast',
    label: '排末位的先后',
    choices: { BY_TOTAL: '彼此按总得分', TIED: '并列末位' },
    help: '几个单位都因否决排末位时。'
  },
  {
    key: 'valuePrecision',
    label: '超出小数位的数值',
    choices: { KEEP: '按原数', ROUND: '先取到规定小数位' },
    help: '数值的小数位比指标规定的多时。'
  },
  {
    key: 'vetoes',
    label: '启用一票否决',
    choices: SWITCH,
    help: '2019 年起中央要求清理规范一票否决，默认不启用；启用要有依据。'
  }
]
