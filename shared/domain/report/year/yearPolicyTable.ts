import { periodTitle } from '../../period/periodKey.ts'
import { quarterName, SPAN_NAMES } from '../../period/spans.ts'
import { quarterShare } from '../../period/yearNumbers.ts'
import type { Policies } from '../../scheme/policies.ts'
import type { YearRules } from '../../scheme/yearRules.ts'
import { choicesAt } from '../../scheme/words/choiceWords.ts'
import { fieldName } from '../../scheme/words/fieldNames.ts'
import { POLICY_WORDS } from '../../scheme/words/policyWords.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import type { YearContext } from './yearContext.ts'
import { openPoints } from './openPoints.ts'
import { yearTableFrame } from './yearFrame.ts'

const COLUMNS: readonly ReportColumn[] = [
  { id: 'ITEM', head: '事项', align: 'left', min: 16, max: 24, bold: true },
  { id: 'ANSWER', head: '规定', align: 'left', min: 16, max: 36 },
  { id: 'HELP', head: '说明', align: 'left', min: 30, max: 60 }
]

/** 政策说明: every choice of the scheme that makes quarters a year, what the year was made of, and what is still open. */
export function yearPolicyTable(context: YearContext): ReportTable {
  const { year, facts, options, scheme } = context
  const { result } = year
  const races = result.races.flatMap(({ race, name }) => {
    const rules = scheme?.races.find(({ code }) => code === race)?.year
    return rules === undefined ? [] : [band(`${name}：怎样合成`), ...ruleRows(rules)]
  })
  return {
    id: 'yearPolicies',
    name: '政策说明',
    ...yearTableFrame(year, facts, options, '考核合成的规定和依据'),
    columns: COLUMNS,
    rows: [
      band('依据'),
      row('考核方案', result.scheme.title, `第 ${result.scheme.version} 版`),
      ...result.quarters.map(({ period, snapshot }) =>
        row(
          periodTitle(period),
          snapshot ?? '没有冻结的成绩',
          snapshot === null ? '' : '按这份快照的成绩合成，不重算'
        )
      ),
      ...races,
      ...(scheme === null ? [] : [band('小数、取整和名次'), ...policyRows(scheme.policies)]),
      band('口径'),
      ...result.footer.map(sentence),
      ...(result.open.length === 0 ? [] : [band('待办：办完才能定稿'), ...openPoints(context).map(sentence)])
    ],
    foot: [],
    remarks:
      scheme === null
        ? [
            `${SPAN_NAMES[result.span]}成绩按方案第 ${result.scheme.version} 版合成，与本季度所用的版本不同，规定见「口径」。`
          ]
        : [],
    signatures: [],
    pinned: 1,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function ruleRows(rules: YearRules): ReportRow[] {
  const name = (key: string): string => fieldName('year', key) ?? key
  const choice = (key: 'method' | 'missing' | 'quarterScore'): string =>
    choicesAt(['year', key])?.[rules[key]] ?? rules[key]
  const weights = (['Q1', 'Q2', 'Q3', 'Q4'] as const).map(
    (key) => `${quarterName(`2000${key}`)} ${rules.weights[key]}`
  )
  return [
    row(name('method'), choice('method'), '几个季度怎样合成一个得分。'),
    ...(rules.method === 'WEIGHTED'
      ? [row(name('weights'), weights.join('，'), '没有计入的季度，权重由其余季度分担。')]
      : []),
    ...(rules.method === 'BEST'
      ? [row(name('best'), `最好的 ${rules.best} 个`, '得分相同的去掉较早的季度。')]
      : []),
    row(name('missing'), choice('missing'), '某个季度没有总得分时怎么办。'),
    row(
      name('leadership'),
      rules.leadership === '0' ? '没有' : `${rules.leadership} 分`,
      rules.leadership === '0'
        ? '年度得分只看季度。'
        : `季度合成占 ${quarterShare(rules.leadership).toFixed()}%，加领导评价 0–${rules.leadership} 分。`
    ),
    row(name('minQuarters'), `${rules.minQuarters} 个`, '计入的季度不够的，计分不排名。'),
    row(name('quarterScore'), choice('quarterScore'), '季度得分按哪个数计入。')
  ]
}

/** The switches that a year's total, places and grades depend on. */
const LOOKED_AT: readonly (keyof Policies)[] = ['decimals', 'rounding', 'judgeOn', 'vetoes']

function policyRows(policies: Policies): ReportRow[] {
  return POLICY_WORDS.filter(({ key }) => LOOKED_AT.includes(key)).map(({ key, label, choices, help }) => {
    const stored = String(policies[key])
    return row(label, choices?.[stored] ?? stored, help)
  })
}

function row(item: string, answer: string, help: string): ReportRow {
  return { cells: { ITEM: item, ANSWER: answer, HELP: help } }
}

function band(text: string): ReportRow {
  return { cells: {}, band: text }
}

function sentence(text: string): ReportRow {
  return { cells: {}, merged: { from: 'ITEM', to: 'HELP', text } }
}
