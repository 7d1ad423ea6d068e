import { periodTitle, quarterOf } from '../../period/periodKey.ts'
import { chineseDate, PREVIEW_MARK, reportFrame, reportTitle } from '../reportFrame.ts'
import { countOr, NOT_APPLICABLE, type Field } from './fieldSet.ts'
import { groupFields, type ReportSubject } from './groupFields.ts'

const QUARTERS = ['一', '二', '三', '四']

const day = (iso: string): string => chineseDate(new Date(iso))

const PLAIN: readonly Field<ReportSubject>[] = [
  {
    name: '期间',
    description: '2026年第三季度。',
    value: ({ facts }) => periodTitle(facts.results.period)
  },
  {
    name: '年',
    aliases: ['年份', '年度'],
    description: '年份，四位数字。',
    value: ({ facts }) => String(quarterOf(facts.results.period).year)
  },
  {
    name: '季度',
    description: '第三季度。',
    value: ({ facts }) => `第${QUARTERS[quarterOf(facts.results.period).quarter - 1]!}季度`
  },
  {
    name: '上季度',
    description: '和哪一季度比升降；没有时是「/」。',
    value: ({ facts }) =>
      facts.results.previousPeriod === null ? NOT_APPLICABLE : periodTitle(facts.results.previousPeriod)
  },
  {
    name: '标题',
    description: '2026年第三季度“赛马”考核排名；预览时带「预览，未定稿」。',
    value: ({ facts }) => reportTitle(facts, '“赛马”考核排名')
  },
  { name: '方案', description: '考核方案的名称。', value: ({ facts }) => facts.results.scheme.title },
  {
    name: '依据',
    description: '方案里写的依据文件。',
    value: ({ facts }) => facts.scheme.basisDocument ?? NOT_APPLICABLE
  },
  { name: '机构', description: '组织考核的单位。', value: ({ facts }) => facts.results.scheme.organisation },
  {
    name: '落款',
    aliases: ['填报单位'],
    description: '落款单位，在导出选项里改。',
    value: ({ facts, options }) => reportFrame(facts, options).issuer
  },
  {
    name: '日期',
    aliases: ['落款日期', '成文日期'],
    description: '落款日期，在导出选项里改；不填是导出当天。',
    value: ({ facts, options }) => reportFrame(facts, options).date
  },
  {
    name: '发文字号',
    aliases: ['文号'],
    description: '导出选项里填的文号。',
    value: ({ options }) => options.docNumber
  },
  { name: '主送', description: '导出选项里填的主送单位。', value: ({ options }) => options.recipients },
  { name: '联系人', description: '导出选项里填的联系人和电话。', value: ({ options }) => options.contact },
  {
    name: '快照',
    description: '取自哪一次冻结；预览时是「预览，未定稿」。',
    value: ({ facts }) => facts.snapshot?.id ?? PREVIEW_MARK
  },
  {
    name: '冻结日期',
    description: '成绩冻结的日期；预览时是「/」。',
    value: ({ facts }) => (facts.snapshot === null ? NOT_APPLICABLE : day(facts.snapshot.frozenAt))
  },
  {
    name: '预览标记',
    description: '没有冻结时写「预览，未定稿」，冻结以后是空的。',
    value: ({ facts }) => (facts.snapshot === null ? PREVIEW_MARK : '')
  },
  {
    name: '参评单位数',
    description: '参加考核的单位数。',
    value: ({ facts }) => countOr(facts.results.counts.units)
  },
  {
    name: '参加排名单位数',
    description: '有名次的单位数。',
    value: ({ facts }) => countOr(facts.results.counts.ranked)
  },
  {
    name: '暂不排名单位数',
    description: '因缺报暂时没有名次的单位数。',
    value: ({ facts }) => countOr(facts.results.counts.blocked)
  },
  {
    name: '未报送单位数',
    description: '没有报齐数据的单位数。',
    value: ({ facts }) => countOr(facts.submissions.filter(({ state }) => state !== 'COMPLETE').length)
  },
  {
    name: '说明',
    aliases: ['表脚说明'],
    description: '按方案怎样算的说明，一条一行。',
    value: ({ facts }) => facts.results.footer.join('\n')
  }
]

/** Fields of the report as a whole: the plain ones, those of all groups, and those of each group. */
export function reportFields(subject: ReportSubject): Field<ReportSubject>[] {
  return [...PLAIN, ...groupFields(subject)]
}
