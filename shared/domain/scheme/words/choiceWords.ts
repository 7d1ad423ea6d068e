import { POLICY_WORDS } from './policyWords.ts'

/** Chinese wording of a field's values, by stored value. */
export type ChoiceWords = Readonly<Record<string, string>>

const UNIT_KINDS: ChoiceWords = {
  DEPARTMENT: '处室',
  AFFILIATE: '直属单位',
  SUBSIDIARY: '子企业',
  TOWNSHIP: '乡镇街道',
  TASK_FORCE: '专班',
  WORK: '工作',
  SERVICE: '服务',
  PERSON: '个人'
}
const QUOTA_ROUNDING: ChoiceWords = { FLOOR: '去尾', ROUND: '四舍五入', CEIL: '进一' }
const MEASURES: ChoiceWords = { TOTAL: '总得分', DIMENSION: '板块', INDICATOR: '指标' }
const TONES: ChoiceWords = { GOOD: '好', BAD: '差' }
const EMPTY: ChoiceWords = { NA: '不适用', MISSING: '缺报', ZERO: '0' }
const policyChoices = Object.fromEntries(
  POLICY_WORDS.flatMap(({ key, choices }) => (choices === null ? [] : [[`policies.${key}`, choices]]))
) as Record<string, ChoiceWords>

/**
 * Words of every choice in a scheme, by `parent.key`: parent is the nearest named field above. They serve messages and
 * the Excel layout, which reads them back, so within one field all words differ.
 */
export const CHOICES: Readonly<Record<string, ChoiceWords>> = {
  ...policyChoices,
  'indicators.missing': policyChoices['policies.missing']!,
  'units.kind': UNIT_KINDS,
  'races.participants': UNIT_KINDS,
  'members.rankMode': { RANKED: '排名', LISTED_NOT_RANKED: '单列不排名', EXCLUDED: '不参加' },
  'indicators.direction': { UP: '越高越好', DOWN: '越低越好', TARGET: '接近目标为好' },
  'indicators.nature': { PERIOD: '当期', CUMULATIVE: '累计' },
  'dimensions.composition': { SUM: '各项相加', WEIGHTED: '折算到满分' },
  'classes.sign': { BONUS: '加分', DEDUCTION: '减分' },
  'shared.divide': { VALUE: '分数值', SCORE: '分得分' },
  'tieBreak.by': {
    DIMENSION: '板块',
    INDICATOR: '指标',
    BASE: '基础分',
    FEWER_VETOES: '否决少',
    FEWER_DEDUCTIONS: '减分少',
    PREVIOUS_RANK: '上季度名次'
  },
  'races.alsoRank': { ALL: '全部单位', LINE: '各战线' },
  'grades.of': { GROUP: '各组', ALL: '全部单位' },
  'grades.rounding': QUOTA_ROUNDING,
  'grades.straddle': { ALL_IN: '都给', ALL_OUT: '都不给', DECIDE: '由人裁定' },
  'personQuotas.rounding': QUOTA_ROUNDING,
  'boards.kind': { RED_BLACK: '红黑榜', TOPICS: '专题榜', MOVERS: '升降榜', CALLED_IN: '约谈榜' },
  'measure.by': MEASURES,
  'boards.topics': { DIMENSIONS: '各板块', INDICATORS: '各指标' },
  'when.on': {
    GRADE: '等次',
    BOARD: '上榜',
    FIRST: '前几名',
    LAST: '末几名',
    BELOW_MEAN: '低于组平均',
    ALL_MET: '各项都达标',
    INDICATOR_MET: '单项达标'
  },
  'when.side': TONES,
  'streaks.reset': { CLEAN_QUARTER: '断一季清零', YEAR: '跨年也清零' },
  'streaks.tone': TONES,
  'year.method': { MEAN: '各季度平均', WEIGHTED: '加权', BEST: '取最好的几个季度' },
  'year.missing': { DECIDE: '等人裁定', EXCLUDE: '不计这一季', ZERO: '这一季计 0 分' },
  'year.quarterScore': { PRINTED: '印出来的数', EXACT: '取整前的原数' },
  'totals.absent': { RENORMALISE: '权重分给其他赛项', ZERO: '该赛项计 0 分', NO_TOTAL: '不计总分' },
  'successions.kind': { RENAME: '改名', MERGE: '合并', SPLIT: '拆分', ABOLISH: '撤销' },
  'vetoKinds.effects': {
    EXCLUDE_FROM_AWARD: '取消评优',
    GRADE_CAP: '限制最高等次',
    GRADE_DROP: '降一等',
    SCORE_ZERO: '计零分',
    RANK_LAST: '排末位',
    NO_RANK: '不参加排名'
  },
  'progress.vocabulary': {
    RED_IS_GOOD: '红为达标',
    LIGHTS: '红绿灯',
    PLATES: '红黄牌',
    FLAGS: '红黄旗',
    BOARDS: '红黑榜'
  },
  'rows.status': {
    AHEAD: '超前',
    ON_TRACK: '正常',
    SLIGHTLY_BEHIND: '略滞后',
    BEHIND: '滞后',
    BADLY_BEHIND: '严重滞后'
  },
  'emptyWords.*': EMPTY
}

/** The words of the field at this path, or undefined where it has no choices. */
export function choicesAt(path: readonly PropertyKey[]): ChoiceWords | undefined {
  const names = path.filter((key) => typeof key === 'string')
  const [parent, key] = [names.at(-2), names.at(-1)]
  return CHOICES[`${parent ?? ''}.${key ?? ''}`] ?? CHOICES[`${parent ?? ''}.*`]
}
