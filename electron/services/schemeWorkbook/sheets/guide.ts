import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import type { FormSheet } from '../../../reports/form/formSheet.ts'
import { labelled } from '../ruleParams.ts'

export const GUIDE = '填写说明'

const STEPS: readonly (readonly [string, string])[] = [
  [
    '怎么用',
    '在各表里改好以后保存，回到软件的考核方案页，选「导入方案」。读出来的是一份草稿，检查没有问题后再启用；正在用的方案不会变。'
  ],
  [
    '填的顺序',
    '先填基本信息、单位、组别，再填赛项与板块、指标、目标，最后看通用规则和等次。用不着的表空着就行。'
  ],
  [
    '名称和代码',
    '各表之间可以写名称，也可以写代码。重名时要写代码。代码不填会自动编；已经有数据的代码不要改。'
  ],
  ['几个值写在一格', '用顿号隔开，如 办公室、人事处。名称带数的写成 甲组=80；乙组=90。'],
  ['数', '直接填数，百分数可以填 80 或 80%。全角数字、空格不影响。空着和填 0 不一样：空着是没有规定。'],
  [
    '增加和删除',
    '在表格下面的空行里增加；删除就删整行。可以调整行和列的先后，表头的字不要改。要写备注就加一列，表头写 备注。'
  ],
  ['出错时', '读不出来的格，软件会说是哪张表、哪一格、怎么改；全部改好才读进去，不会只读一半。']
]

/** 填写说明: how to use the workbook, and every kind of rule with its parameters. */
export function guideSheet(): FormSheet {
  return {
    name: GUIDE,
    intro: '考核方案（Excel 版）填写说明',
    columns: [
      { header: '事项', width: 22, fixed: true },
      { header: '说明', width: 50, fixed: true },
      { header: '参数（写在指标表的参数列；成表的写在参数表）', width: 70, fixed: true }
    ],
    rows: [
      ...STEPS.map(([what, how]) => [{ text: what }, { text: how }, { text: '' }]),
      ...RULE_KINDS.map((kind) => [
        { text: `计分方式：${kind.name}` },
        { text: kind.plain },
        { text: paramWords(kind.form) }
      ])
    ],
    spare: 0
  }
}

function paramWords(form: (typeof RULE_KINDS)[number]['form']): string {
  const words = labelled(form).map(({ field, label }) => {
    if (field.input.type === 'choice')
      return `${label}（${field.input.options.map((option) => option.label).join(' 或 ')}）`
    if (field.input.type === 'switch') return `${label}（是 或 否）`
    if (field.input.type !== 'table') return label
    return `${label}（参数表：${labelled(field.input.columns)
      .map((column) => column.label)
      .join('、')}）`
  })
  return words.length === 0 ? '没有参数' : words.join('；')
}
