import { policies as policySchema } from '#shared/domain/scheme/policies.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { POLICY_WORDS, type PolicyWord } from '#shared/domain/scheme/words/policyWords.ts'
import { choice, choiceOf, decimal, flag, integer, type Codec } from '../codec.ts'
import { listIn } from '../loose.ts'
import type { FieldSpec, FormSpec, TableSpec } from '../sheetSpec.ts'

const defaults = policySchema.parse({})

function codecOf({ key, choices }: PolicyWord): Codec {
  if (choices !== null) return typeof defaults[key] === 'boolean' ? flag : choiceOf(choices)
  if (typeof defaults[key] === 'number') return integer
  return decimal(key === 'missingFloor' ? '%' : '分')
}

/** Every switch of the scheme with its words, as the editor asks them. */
export const policies: FormSpec = {
  type: 'FORM',
  name: '通用规则',
  purpose: '公开的办法里没有统一规定的地方，各单位自己定。从下拉框里选，只改「内容」一列。',
  fields: [
    ...POLICY_WORDS.map((entry): FieldSpec => ({
      label: entry.label,
      path: ['policies', entry.key],
      codec: codecOf(entry),
      help: entry.help,
      shown: defaults[entry.key]
    })),
    ...progressFields()
  ]
}

function progressFields(): FieldSpec[] {
  const { met, slightlyBehind, vocabulary } = progressRules.parse(undefined)
  return [
    {
      label: '达标线',
      path: ['progress', 'met'],
      codec: decimal('%'),
      help: '完成百分之几算达标',
      shown: met
    },
    {
      label: '略滞后线',
      path: ['progress', 'slightlyBehind'],
      codec: decimal('%'),
      help: '完成百分之几以上算略滞后，再低就是滞后',
      shown: slightlyBehind
    },
    {
      label: '显示用语',
      path: ['progress', 'vocabulary'],
      codec: choice('progress.vocabulary'),
      help: '达标与否用哪套颜色和牌子的说法',
      shown: vocabulary
    }
  ]
}

/** The ladder of 进度状态; shown with the defaults, so that people see what they change. */
export const progressRows: TableSpec = {
  type: 'TABLE',
  name: '进度状态',
  purpose: '比计划落后多少个百分点算哪一档。下限、上限空着就是没有限制；一个数只能属于一档。',
  columns: [
    { header: '下限', path: ['from'], codec: decimal(), width: 10 },
    { header: '含下限', path: ['fromInclusive'], codec: flag, width: 10, shown: true },
    { header: '上限', path: ['to'], codec: decimal(), width: 10 },
    { header: '含上限', path: ['toInclusive'], codec: flag, width: 10, shown: false },
    { header: '状态', path: ['status'], codec: choice('rows.status'), width: 14 }
  ],
  rows(definition) {
    const given = definition['progress']
    const own = listIn(given, 'rows')
    return own.length > 0 ? own : progressRules.parse(undefined).rows
  },
  take(rows, { definition }) {
    if (rows.length === 0) return
    definition['progress'] = {
      ...(definition['progress'] as object | undefined),
      rows: rows.map((row) => row.values)
    }
  }
}
