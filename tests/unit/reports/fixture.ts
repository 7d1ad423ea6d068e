import type {
  GroupResult,
  IndicatorResult,
  Movement,
  ResultSet,
  UnitResult
} from '#shared/domain/ranking/resultSet.ts'
import { PLAIN_COUNTS, PLAIN_RACE, PLAIN_RESULT } from '../../helpers/plainResults.ts'
import { DIMENSIONS, unit } from './builders.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { officeFacts } from '../../helpers/reportFacts.ts'

/** A result set written by hand: no engine had a part in these numbers. All have two decimals. */

export const AT = new Date('2026-10-15T12:00:00+08:00')
export const SNAPSHOT = { id: '2026Q3-1-7C3E', frozenAt: '2026-10-14T09:30:00.000Z' }
const HASH = '9f2c41d07ab35e6811c09f2c41d07ab35e6811c09f2c41d07ab35e6811c0aaaa'

const FOOTER = [
  '得分四舍五入保留2 位小数，每项得分和总得分都取整。',
  '总得分取整后相同的单位并列，名次顺延，并列单位按机构顺序排列。',
  '不适用的指标不计分，其余得分按满分折算到基础分满分；各板块得分不折算。',
  '缺报的单位暂不计总分、不排名，报齐后自动进入排名。',
  '加分先封顶，再扣减分。',
  '单列单位计分不排名，不占名次，也不进组均。'
]

/** Columns: name; base; four dimensions; bonus, deduction; total; rank; last rank; gap to the first; gap to the mean. */
const OFFICES = `
群众体育处|94.15|47.20 19.00 14.10 13.85|2.00 0.00|96.15|1|2|0.00|+8.11
青少年体育处|92.60|46.50 18.50 13.90 13.70|2.50 0.00|95.10|2|4|−1.05|+7.06
竞技体育处|92.10|45.80 18.60 14.20 13.50|4.00 1.00|95.10|2|1|−1.05|+7.06
=1+1处|90.10|45.00 18.00 13.20 13.90|2.00 0.00|92.10|4|3|−4.05|+4.06
@组织人事处|90.00|44.60 18.20 13.60 13.60|1.00 0.00|91.00|5|5|−5.15|+2.96
行政审批处|89.70|43.80 18.80 12.90 14.20|1.00 0.50|90.20|6|9|−5.95|+2.16
-场馆管理处|86.90|43.00 17.50 13.10 13.30|2.50 0.00|89.40|7|6|−6.75|+1.36
科教宣传与国际交流合作处（港澳台办公室）|86.80|42.20 17.60 13.80 13.20|1.50 0.00|88.30|8|8|−7.85|+0.26
体育产业处|79.40|39.17 13.33 13.40 13.50|6.00 0.00|85.40|9|12|−10.75|−2.64
政策法规处|83.60|41.50 16.50 12.60 13.00|1.00 0.00|84.60|10|7|−11.55|−3.44
审计处|62.08|22.50 15.20 12.00 12.38|0.00 1.00|61.08|11||−35.07|−26.96`

const CENTRES = `
全民健身指导中心|93.50|47.00 18.90 14.00 13.60|3.00 0.00|96.50|1|1|0.00|+7.79
水上运动中心|92.00|46.00 18.60 13.80 13.60|2.50 0.00|94.50|2|5|−2.00|+5.79
田径游泳运动管理中心|91.20|45.60 18.20 13.90 13.50|1.00 0.00|92.20|3|2|−4.30|+3.49
球类运动管理中心|90.00|45.00 18.00 13.50 13.50|0.00 0.00|90.00|4|3|−6.50|+1.29
体育彩票管理中心|88.10|43.80 17.60 13.50 13.20|1.90 0.00|90.00|4|4|−6.50|+1.29
体育场馆服务中心|88.00|43.70 17.60 13.50 13.20|0.00 0.50|87.50|6|6|−9.00|−1.21
少年儿童业余体育学校|86.20|42.00 17.50 13.40 13.30|1.00 0.00|87.20|7|7|−9.30|−1.51
体育科学研究所|79.90|38.80 15.60 12.90 12.60|0.50 0.50|79.90|8|8|−16.60|−8.81
反兴奋剂中心|78.59|38.30 15.00 12.70 12.59|0.00 0.00|78.59|9|9|−17.91|−10.12`

function parse(group: string, table: string): UnitResult[] {
  const lines = table.trim().split('\n')
  return lines.map((text) => {
    const [name, base, scores, adjusted, total, rank, previous, toFirst, toMean] = text.split('|')
    const before = previous === '' ? null : Number(previous)
    const by = before === null ? 0 : before - Number(rank)
    const moved: Movement =
      by === 0
        ? { kind: before === null ? 'NEW' : 'SAME' }
        : { kind: by > 0 ? 'UP' : 'DOWN', by: Math.abs(by) }
    const tied = lines.filter((line) => line.split('|')[5] === rank).length > 1
    return unit({
      name: name!,
      group,
      base: base!,
      scores: scores!.split(' '),
      bonus: adjusted!.split(' ')[0]!,
      deduction: adjusted!.split(' ')[1]!,
      total: total!,
      rank: Number(rank),
      tied,
      previous: before,
      movement: moved,
      toFirst: toFirst!,
      toMean: toMean!,
      remarks: [tied ? `并列第${rank}` : '', before === null ? '新' : ''].filter((text) => text !== '')
    })
  })
}

/** 单列: scored, not ranked. */
function listed(): UnitResult {
  return {
    ...unit({
      name: '办公室',
      group: 'OFFICE',
      base: '89.90',
      scores: ['44.20', '18.40', '13.50', '13.80'],
      bonus: '0.50',
      total: '90.40',
      rank: null,
      movement: { kind: 'NA' },
      remarks: ['单列不排名']
    }),
    rankMode: 'LISTED_NOT_RANKED'
  }
}

/** 缺报: one indicator never came, so there is neither total nor rank. */
function blocked(): UnitResult {
  const result = unit({
    name: '离退休干部处',
    group: 'OFFICE',
    base: '0',
    scores: ['39.60', '15.80', '12.20', '12.90'],
    total: '0',
    rank: null,
    previous: 10,
    movement: { kind: 'NA' },
    remarks: ['缺报：体育讲堂得分']
  })
  const lecture = result.dimensions[2]!
  const missing: IndicatorResult = {
    ...lecture.indicators[0]!,
    status: 'MISSING',
    score: null,
    rate: null,
    reason: '缺报',
    trace: { ...lecture.indicators[0]!.trace, inputs: [], sentence: '没有报送，不能计分' }
  }
  result.dimensions[2] = { ...lecture, score: null, indicators: [missing] }
  return { ...result, state: 'BLOCKED', reasons: ['「体育讲堂得分」缺报'], base: null, total: null }
}

function withEntries(target: UnitResult): void {
  const entry = (id: number, sign: 'BONUS' | 'DEDUCTION', points: string, reason: string) => ({
    sign,
    className: sign === 'BONUS' ? '创新突破' : '通报批评',
    entry: {
      id,
      unit: target.unit,
      classCode: sign,
      date: '2026-08-12',
      points,
      reason,
      evidence: '江体办〔2026〕31号',
      approver: null,
      source: null
    }
  })
  target.adjustments.entries = [
    entry(1, 'BONUS', '4', '承办全国青年锦标赛，受到省局通报表扬'),
    entry(2, 'BONUS', '3.5', '=HYPERLINK("http://x","点我")'),
    entry(3, 'DEDUCTION', '1', '材料迟报')
  ]
  target.adjustments.sentence = '创新突破 7.50，封顶 4.00；通报批评 1.00；加分 4.00，减分 1.00'
}

/** Two groups: 11 ranked, one 单列 and one 缺报; 9 ranked. Ties, a cap, NA, an estimate, formula-like names. */
export function bureau(): ResultSet {
  const offices = [...parse('OFFICE', OFFICES), blocked(), listed()]
  withEntries(offices[2]!)
  // 讲堂 does not apply to 体育产业处; 审计处's score was settled by a decision.
  const notApplicable = offices[8]!.dimensions[2]!
  Object.assign(notApplicable.indicators[0]!, { status: 'NA', score: null, rate: null, reason: '不适用' })
  Object.assign(notApplicable, { score: null, effectiveFullMark: '0' })
  offices[8]!.remarks.push('按85分折算')
  const estimated = offices[10]!.dimensions[0]!.indicators[0]!
  Object.assign(estimated, { estimated: true })
  estimated.trace.inputs[0]!.source = {
    kind: 'decision',
    by: '考核办',
    at: '2026-10-09',
    basis: '局长办公会纪要第9期'
  }
  offices[10]!.remarks.push('含补分：目标任务得分')
  const office: GroupResult = {
    group: 'OFFICE',
    name: '机关处室组',
    units: offices,
    rankedCount: 11,
    mean: {
      base: '86.13',
      dimensions: { TASK: '41.93', PROMISE: '17.48', LECTURE: '13.34', REFORM: '13.47' },
      bonus: '2.14',
      deduction: '0.23',
      total: '88.04'
    }
  }
  const centre: GroupResult = {
    group: 'CENTRE',
    name: '直属单位组',
    units: parse('CENTRE', CENTRES),
    rankedCount: 9,
    mean: {
      base: '87.72',
      dimensions: { TASK: '43.47', PROMISE: '17.56', LECTURE: '13.47', REFORM: '13.23' },
      bonus: '1.10',
      deduction: '0.11',
      total: '88.71'
    }
  }
  return resultSetOf([office, centre])
}

export function resultSetOf(groups: GroupResult[], dimensions = DIMENSIONS): ResultSet {
  return {
    format: 'liangji-result',
    formatVersion: 1,
    period: '2026Q3',
    previousPeriod: '2026Q2',
    scheme: {
      code: 'SPORT',
      title: '江澜市体育局“亮绩赛马”考核办法（2026年版）',
      version: 3,
      organisation: '江澜市体育局'
    },
    inputsHash: HASH,
    decimals: 2,
    races: [{ race: 'QUARTER', name: '季度赛马', fullMark: '100', dimensions, groups, ...PLAIN_RACE }],
    ...PLAIN_RESULT,
    footer: FOOTER,
    counts: {
      units: groups.reduce((count, group) => count + group.units.length, 0),
      ranked: groups.reduce((count, group) => count + group.rankedCount, 0),
      blocked: 1,
      tiedRanks: 2,
      estimated: 1,
      ...PLAIN_COUNTS
    }
  }
}

export interface ReportInput {
  facts: ReportFacts
  options: ReportOptions
}

const office = officeFacts({ units: 3, quarters: 1 })

/** What a report is made of: these results, and an office's facts where the results say nothing. */
export function inputOf(
  results: ResultSet,
  options: Partial<ReportOptions> = {},
  preview = false
): ReportInput {
  return {
    facts: { ...office, results, snapshot: preview ? null : SNAPSHOT, earlier: [], generatedAt: AT },
    options: reportOptions.parse(options)
  }
}
