import type { Policies, TieBreakMetric } from '#shared/domain/scheme/policies.ts'
import type { EmptyWordMeaning, RaceDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

export interface PolicyLine {
  name: string
  choice: string
  meaning: string
}

const ROUNDING = { HALF_UP: '四舍五入', CEIL: '进一', FLOOR: '去尾' } as const

/** Every switch of a scheme as a sentence; the sheet's readers never see the code names. */
export function policyLines(policies: Policies): PolicyLine[] {
  const { decimals } = policies
  return [
    {
      name: '小数位数',
      choice: `${decimals} 位，${ROUNDING[policies.rounding]}`,
      meaning: '得分印在表上的位数，末尾的 0 保留。'
    },
    policies.roundAt === 'TOTAL'
      ? {
          name: '在哪里取舍',
          choice: '只在总得分',
          meaning: '各项得分按原数相加，最后才取舍，不会逐项丢掉尾数。'
        }
      : {
          name: '在哪里取舍',
          choice: '各项和总得分',
          meaning: '每一项先取舍再相加，表上的数加起来正好等于总得分。'
        },
    policies.judgeOn === 'PRINTED'
      ? {
          name: '按哪个数排名',
          choice: '印出来的数',
          meaning: '印出来相同就是并列，不用看不见的尾数分高下。'
        }
      : {
          name: '按哪个数排名',
          choice: '取舍前的原数',
          meaning: '印出来相同的两个单位也可能分出先后，备注会写明。'
        },
    {
      name: '指标不适用',
      ...{
        RESCALE: {
          choice: '其余折算到满分',
          meaning: '不适用的项目不进分子也不进分母，其余得分按比例折算。'
        },
        FULL_MARK: { choice: '给满分', meaning: '不适用的项目按满分计。' },
        GROUP_MEAN: { choice: '给组内平均分', meaning: '不适用的项目按同组平均得分计。' }
      }[policies.notApplicable]
    },
    policies.missing === 'BLOCK_UNIT'
      ? { name: '缺报', choice: '暂不排名', meaning: '有一项没报，就没有总得分和名次，报齐后自动进入排名。' }
      : { name: '缺报', choice: '该项计 0 分', meaning: '没报的项目计 0 分，照常排名。' },
    policies.capOrder === 'CAP_THEN_SUBTRACT'
      ? { name: '加分上限', choice: '先封顶，再减扣分', meaning: '加分先按上限封顶，再减去扣分。' }
      : { name: '加分上限', choice: '加减相抵后再封顶', meaning: '加分减扣分以后，剩下的加分再按上限封顶。' },
    policies.tiedRankPoints === 'SAME_RANK'
      ? {
          name: '名次赋分并列',
          choice: '都按较高名次给分',
          meaning: '按名次给分的项目，并列单位得同样的分。'
        }
      : {
          name: '名次赋分并列',
          choice: '取所占名次的平均分',
          meaning: '两个并列第 2 的单位，得第 2、第 3 名分值的平均。'
        },
    policies.firstQuarter === 'RANKED_AS_NEW'
      ? { name: '第一次参加', choice: '照常排名，升降记「新」', meaning: '没有上季度名次的单位也排名。' }
      : { name: '第一次参加', choice: '计分，不排名', meaning: '没有上季度名次的单位本季度只计分。' }
  ]
}

/** 同分时依次比较 …; an empty list leaves ties standing. */
export function tieBreakLine(race: RaceDefinition): PolicyLine {
  const name = (metric: TieBreakMetric): string => {
    switch (metric.by) {
      case 'DIMENSION':
        return race.dimensions.find((item) => item.code === metric.dimension)?.name ?? metric.dimension
      case 'INDICATOR': {
        const all = race.dimensions.flatMap((dimension) => dimension.indicators)
        return all.find((item) => item.code === metric.indicator)?.name ?? metric.indicator
      }
      case 'BASE':
        return '基础分'
      case 'FEWER_DEDUCTIONS':
        return '减分少'
      case 'PREVIOUS_RANK':
        return '上季度名次'
    }
  }
  return race.tieBreak.length === 0
    ? { name: '同分', choice: '并列', meaning: '同分同名次，下一名次跳过；并列单位按机构顺序排列。' }
    : {
        name: '同分',
        choice: `依次比较${race.tieBreak.map(name).join('、')}`,
        meaning: '比完仍相同的，并列，按机构顺序排列。'
      }
}

const MEANINGS: Record<EmptyWordMeaning, string> = { NA: '不适用', MISSING: '没有报', ZERO: '确实为 0' }

/** 表里的「/」「无」… 是什么意思. */
export function emptyWordLines(words: Record<string, EmptyWordMeaning>): PolicyLine[] {
  const hints: Record<EmptyWordMeaning, string> = {
    NA: '不进分子也不进分母。',
    MISSING: '当作缺报，要催。',
    ZERO: '当作 0 计分。'
  }
  return (['NA', 'MISSING', 'ZERO'] as const).flatMap((meaning) => {
    const own = Object.entries(words).filter(([, value]) => value === meaning)
    if (own.length === 0) return []
    return [
      {
        name: own.map(([word]) => `「${word}」`).join(''),
        choice: MEANINGS[meaning],
        meaning: hints[meaning]
      }
    ]
  })
}
