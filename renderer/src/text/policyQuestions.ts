import type { Policies } from '#shared/domain/scheme/policies.ts'
import { POLICY_WORDS } from '#shared/domain/scheme/words/policyWords.ts'

/** What one answer to a question does, and the same in numbers. */
export interface AnswerText {
  effect: string
  example?: string
}

/** One switch of the scheme as a question that a clerk can answer from the office's own method. */
export interface QuestionText {
  question: string
  /** When it comes up at all. */
  when: string
  /** Where the rule or the numbers come from; 「没有统一写法」 where nothing is published. */
  source: string
  /** By stored value, in the order in which they are offered. */
  answers: Readonly<Record<string, AnswerText>>
}

/** Switches that take a number of their own belong to a question above them. */
export type PolicyKey = Exclude<keyof Policies, 'missingFloor' | 'missingPoints'>

const NOTHING_PUBLISHED = '公开的办法里没有统一写法'

const ROUNDING = {
  decimals: {
    question: '得分印几位小数？',
    when: '总得分和各项得分都按这个位数印，末尾的 0 保留。',
    source: '财政部门的功效系数法精确到两位小数（S15）；算例 G19',
    answers: {
      '0': { effect: '印整数。', example: '86.005 印成 86' },
      '1': { effect: '印一位小数。', example: '86.005 印成 86.0' },
      '2': { effect: '印两位小数。', example: '86.005 印成 86.01' },
      '3': { effect: '印三位小数。', example: '86.005 印成 86.005' },
      '4': { effect: '印四位小数。', example: '86.005 印成 86.0050' }
    }
  },
  rounding: {
    question: '多出来的尾数怎么处理？',
    when: '算出的得分比要印的位数长。',
    source: '四舍五入见 S15；进一法也有单位在用（S87a）；算例 G19、S14',
    answers: {
      HALF_UP: { effect: '满 5 进 1。', example: '86.005 → 86.01；15.2308 → 15.23' },
      CEIL: { effect: '有尾数就进 1。', example: '86.005 → 86.01；15.2308 → 15.24' },
      FLOOR: { effect: '尾数直接去掉。', example: '86.005 → 86.00；15.2308 → 15.23' }
    }
  },
  roundAt: {
    question: '在哪里取舍尾数？',
    when: '各项得分带着尾数相加。',
    source: `${NOTHING_PUBLISHED}；算例按 G19 的 1.005`,
    answers: {
      TOTAL: {
        effect: '各项按原数相加，最后才取舍，不会逐项丢掉或多出尾数。',
        example: '1.005 + 1.005 = 2.01'
      },
      ITEM_AND_TOTAL: {
        effect: '每一项先取舍再相加，表上的数加起来正好等于总得分。',
        example: '1.01 + 1.01 = 2.02'
      }
    }
  },
  judgeOn: {
    question: '排名次、定等次看哪个数？',
    when: '两个单位印出来一样，取舍前却不一样。',
    source: '算例 G19；同分同名次见 S35',
    answers: {
      PRINTED: {
        effect: '看印出来的数：印出来相同就是并列，不用看不见的尾数分高下。',
        example: '88.124 和 88.116 都印 88.12，并列；89.995 印 90.00，够 90 分'
      },
      EXACT: {
        effect: '看取舍前的原数：印出来相同的也可能分出先后，备注会写明。',
        example: '88.124 排在 88.116 前面；89.995 不够 90 分'
      }
    }
  },
  valuePrecision: {
    question: '报来的数比指标规定的小数位多，怎么办？',
    when: '指标规定 2 位小数，表里填了 15.2308。',
    source: NOTHING_PUBLISHED,
    answers: {
      KEEP: { effect: '按报来的原数计算，只去掉表格软件自己带的尾数。', example: '按 15.2308 计算' },
      ROUND: { effect: '先取到规定的小数位再计算。', example: '按 15.23 计算' }
    }
  }
} satisfies Partial<Record<PolicyKey, QuestionText>>

const ABSENT = {
  notApplicable: {
    question: '某一项不适用于某个单位，这一项的分怎么办？',
    when: '例：满分 100，其中 20 分不适用，其余 80 分得了 72 分。',
    source: `折算的公式见计分约定第 4 条；${NOTHING_PUBLISHED}`,
    answers: {
      RESCALE: {
        effect: '不适用的项目不进分子也不进分母，其余得分按比例折算。',
        example: '72 × 100 ÷ (100 − 20) = 90.00'
      },
      FULL_MARK: { effect: '不适用的项目按满分计。', example: '72 + 20 = 92.00' },
      GROUP_MEAN: {
        effect: '不适用的项目按同组其他单位的平均得分计。',
        example: '同组平均 17 分，72 + 17 = 89.00'
      }
    }
  },
  rescaleTo: {
    question: '折算时，折到多少分？',
    when: '赛项满分和各项满分之和不一样。例：赛项满分 120，各项之和 118，其中 18 分不适用，其余得了 90 分。',
    source: '公式写的是 100（计分约定第 4 条）；满分不是 100 时没有统一写法',
    answers: {
      DECLARED: { effect: '折到方案写明的赛项满分。', example: '90 × 120 ÷ (120 − 18) = 105.88' },
      ITEMS: { effect: '折到各指标满分之和。', example: '90 × 118 ÷ (118 − 18) = 106.20' },
      HUNDRED: { effect: '一律折到 100 分。', example: '90 × 100 ÷ (100 − 18) = 109.76' }
    }
  },
  rescaleDimensions: {
    question: '有不适用的项目时，板块得分也折算吗？',
    when: '例：板块满分 50，其中 20 分不适用，其余得了 27 分。',
    source: NOTHING_PUBLISHED,
    answers: {
      false: { effect: '板块印实际得分，只折算基础分。', example: '板块印 27.00' },
      true: { effect: '板块也按比例折到板块满分。', example: '27 × 50 ÷ (50 − 20) = 45.00' }
    }
  },
  rescaleAdjustments: {
    question: '有不适用的项目时，加减分也折算吗？',
    when: '例：100 分里 20 分不适用，加了 4 分。',
    source: NOTHING_PUBLISHED,
    answers: {
      false: { effect: '加减分按原数计。', example: '加 4.00 分' },
      true: { effect: '加减分和基础分按同一比例放大。', example: '4 × 100 ÷ (100 − 20) = 5.00' }
    }
  },
  missing: {
    question: '该报的数没有报，怎么办？',
    when: '例：一项满分 10 分，到截止还没有报。',
    source: '缺三季度报告扣 10 分（S19），少报一次月报扣 1 分（S74b）；各单位不一',
    answers: {
      BLOCK_UNIT: {
        effect: '没有总得分和名次，报齐或由领导定了补分以后自动进入排名。',
        example: '总得分空着，备注「缺报」'
      },
      ZERO: { effect: '没报的项目计 0 分，照常排名。', example: '这一项 0.00 分' },
      FLOOR: { effect: '按满分的一定比例计分。', example: '定 60%，这一项 6.00 分' },
      DEDUCT: { effect: '从满分里扣固定的分，扣到 0 为止。', example: '定扣 1 分，这一项 9.00 分' }
    }
  },
  missingInBase: {
    question: '既有不适用、又有缺报时，缺报的项目还占分母吗？',
    when: '例：100 分里 20 分不适用，10 分缺报计 0，其余 70 分得了 63 分。',
    source: NOTHING_PUBLISHED,
    answers: {
      true: { effect: '缺报的项目仍占满分，缺报要付代价。', example: '63 × 100 ÷ 80 = 78.75' },
      false: { effect: '缺报的项目像不适用一样移出分母。', example: '63 × 100 ÷ 70 = 90.00' }
    }
  }
} satisfies Partial<Record<PolicyKey, QuestionText>>

const POINTS = {
  capOrder: {
    question: '加分封顶在减扣分之前还是之后？',
    when: '例：基础分 88.40，加分 12 分、上限 10 分，扣分 2 分。',
    source: '成都林业局：实得分=基本分+加分−扣分，加分先封顶（S22）；上限 10 分（S40）；算例 G13',
    answers: {
      CAP_THEN_SUBTRACT: {
        effect: '加分先按上限封顶，再减去扣分；扣分一定见效。',
        example: '88.40 + 10 − 2 = 96.40'
      },
      NET_THEN_CAP: {
        effect: '加分先减去扣分，剩下的再按上限封顶；超上限的加分可以抵扣分。',
        example: '88.40 + (12 − 2) = 98.40'
      }
    }
  },
  netClassCaps: {
    question: '加减相抵后再封顶时，各类加分自己的上限还算吗？',
    when: '只在上一问选了「加减相抵后再封顶」时有用。例：基础分 88.40，表彰加分 6.5（本类上限 5），其他加分 2，扣分 2，合计上限 10。',
    source: `算例 G13 先按类别封顶；${NOTHING_PUBLISHED}`,
    answers: {
      CLASS_FIRST: { effect: '每类先按自己的上限封顶，再相抵。', example: '88.40 + (5 + 2 − 2) = 93.40' },
      OVERALL_ONLY: { effect: '只看合计上限，类别上限不起作用。', example: '88.40 + (6.5 + 2 − 2) = 94.90' }
    }
  }
} satisfies Partial<Record<PolicyKey, QuestionText>>

const PLACES = {
  tiedRankPoints: {
    question: '按名次给分的项目，并列的单位得几分？',
    when: '例：第 2 名 7 分、第 3 名 6 分，两个单位并列第 2。',
    source: '体育竞赛取平均（S84a）；机关的办法多给较高名次的分',
    answers: {
      SAME_RANK: { effect: '并列单位都得较高名次的分。', example: '两个单位各 7 分' },
      MEAN_OF_PLACES: { effect: '并列单位得所占名次分值的平均。', example: '(7 + 6) ÷ 2 = 6.5，各 6.5 分' }
    }
  },
  firstQuarter: {
    question: '没有上季度名次的单位，排不排名次？',
    when: '第一次参加的单位。',
    source: '实际的排名表里照常排名（S35，算例 G14）；新设单位另见下一问',
    answers: {
      RANKED_AS_NEW: { effect: '照常排名，升降写「新」。', example: '第 5 名，升降「新」' },
      NOT_RANKED: { effect: '本季度只计分，下季度起排名。', example: '83.20 分，名次空着' }
    }
  },
  newUnitQuarters: {
    question: '合并、拆分出来的新单位，计分满几个季度才排名？',
    when: '只管「沿革」里写了合并或拆分的新单位；改名不受影响。',
    source: `${NOTHING_PUBLISHED}；算例 G20 按 2 个季度`,
    answers: {
      '1': { effect: '成立当季就排名。', example: '二季度合并，二季度起排名' },
      '2': { effect: '第一个季度只计分，第二个季度起排名。', example: '二季度合并，三季度起排名' },
      '3': { effect: '前两个季度只计分。', example: '二季度合并，四季度起排名' },
      '4': { effect: '前三个季度只计分。', example: '二季度合并，下一年一季度起排名' }
    }
  },
  listedInPool: {
    question: '单列的单位，参不参加「和最好的比」「按名次给分」？',
    when: '有单列不排名的单位（如牵头考核的处室）。例：单列单位投资率 30，其余最高 25。',
    source: `单列不排名见 S24；${NOTHING_PUBLISHED}`,
    answers: {
      false: { effect: '不参加：别的单位的分不受单列单位影响。', example: '最好的是 25，得满分' },
      true: { effect: '参加比较，只是自己不排名次。', example: '最好的是 30，25 得满分的 25/30' }
    }
  },
  rankLast: {
    question: '几个单位都因否决排末位，彼此怎么排？',
    when: '只在启用了否决、效果选了「排末位」时有用。例：22 个单位，两个排末位，分别 90 分和 85 分。',
    source: NOTHING_PUBLISHED,
    answers: {
      BY_TOTAL: { effect: '彼此之间按总得分排。', example: '第 21 名、第 22 名' },
      TIED: { effect: '并列末位。', example: '并列第 21 名' }
    }
  },
  vetoes: {
    question: '启用否决事项吗？',
    when: '在「赛项设置」的「否决事项」里改。',
    source: '2019 年起中央要求清理规范「一票否决」（S74a）',
    answers: {
      false: { effect: '不启用：登记的否决事项不影响任何得分和名次。' },
      true: { effect: '启用：按目录里写明的依据和效果执行，得分照样留存。' }
    }
  }
} satisfies Partial<Record<PolicyKey, QuestionText>>

/** Every switch of a scheme (domain.md §6.3, the ambiguities list), in plain words. */
export const POLICY_QUESTIONS: Readonly<Record<PolicyKey, QuestionText>> = {
  ...ROUNDING,
  ...ABSENT,
  ...POINTS,
  ...PLACES
}

/** Questions that only matter after a certain answer to another one. */
export const NEEDS: Readonly<Partial<Record<PolicyKey, { key: PolicyKey; value: string }>>> = {
  netClassCaps: { key: 'capOrder', value: 'NET_THEN_CAP' },
  rescaleTo: { key: 'notApplicable', value: 'RESCALE' },
  rescaleDimensions: { key: 'notApplicable', value: 'RESCALE' },
  rescaleAdjustments: { key: 'notApplicable', value: 'RESCALE' },
  missingInBase: { key: 'notApplicable', value: 'RESCALE' },
  rankLast: { key: 'vetoes', value: 'true' }
}

export type PolicySection = 'ROUNDING' | 'ABSENT' | 'POINTS' | 'PLACES'

/** Questions by the part of the tab that asks them. `vetoes` stands with the catalogue of vetoes. */
export const QUESTIONS_OF: Readonly<Record<PolicySection, readonly PolicyKey[]>> = {
  ROUNDING: Object.keys(ROUNDING) as PolicyKey[],
  ABSENT: Object.keys(ABSENT) as PolicyKey[],
  POINTS: Object.keys(POINTS) as PolicyKey[],
  PLACES: (Object.keys(PLACES) as PolicyKey[]).filter((key) => key !== 'vetoes')
}

/** How an answer is called; numbers are called by their measure. */
export function answerLabel(key: PolicyKey, value: string): string {
  if (key === 'decimals') return `${value} 位`
  if (key === 'newUnitQuarters') return `${value} 个季度`
  return POLICY_WORDS.find((item) => item.key === key)?.choices?.[value] ?? value
}
