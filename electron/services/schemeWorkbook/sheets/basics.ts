import { DEFAULT_EMPTY_WORDS } from '#shared/domain/scheme/schemeDefinition.ts'
import { choice, code, flag, integer, quarter, ref, text } from '../codec.ts'
import { listOf } from '../listCodec.ts'
import { isJson, listIn, type Json } from '../loose.ts'
import { codeMaker, listSpec, type FormSpec, type TableSpec } from '../sheetSpec.ts'

export const basics: FormSpec = {
  type: 'FORM',
  name: '基本信息',
  purpose: '方案本身的信息。只改「内容」一列。',
  fields: [
    { label: '方案名称', path: ['title'], codec: text, help: '印在报表上的名称' },
    { label: '单位全称', path: ['organisation'], codec: text, help: '组织考核的单位' },
    { label: '依据文件', path: ['basisDocument'], codec: text, help: '办法的文号，可不填' },
    { label: '年度', path: ['year'], codec: integer, help: '四位数，如 2026' },
    { label: '起始季度', path: ['from'], codec: quarter, help: '从哪个季度起用，如 2026Q1，可不填' },
    {
      label: '方案代码',
      path: ['code'],
      codec: code,
      help: '同一个代码的方案算同一个方案的新版本，一般不改'
    },
    { label: '示例数据', path: ['sample'], codec: flag, help: '数字是编的就填 是', shown: false }
  ]
}

export const lines = listSpec('lines', 'l', {
  name: '战线',
  purpose: '没有战线可以不填。代码不填会自动编。',
  columns: [
    { header: '战线代码', path: ['code'], codec: code, width: 16 },
    { header: '战线', path: ['name'], codec: text, width: 24 }
  ],
  rows: (definition) => listIn(definition, 'lines')
})

export const units = listSpec('units', 'u', {
  name: '单位',
  purpose: '一行一个单位，从上到下就是机构顺序。代码是各表之间对应用的，定了不要改；新加的单位不填会自动编。',
  columns: [
    { header: '单位代码', path: ['code'], codec: code, width: 16 },
    { header: '单位名称', also: ['名称', '单位'], path: ['name'], codec: text, width: 26 },
    { header: '简称', path: ['shortName'], codec: text, width: 14 },
    { header: '类别', also: ['性质'], path: ['kind'], codec: choice('units.kind'), width: 12 },
    { header: '战线', path: ['line'], codec: ref('lines'), width: 14, help: '填战线表里的名称' },
    {
      header: '别名',
      path: ['aliases'],
      codec: listOf(text),
      width: 30,
      help: '报表里还会写成什么，几个用顿号隔开'
    },
    { header: '在编人数', path: ['staff'], codec: integer, width: 10, help: '算个人名额才用' },
    { header: '起始季度', path: ['from'], codec: quarter, width: 12, help: '年中成立的才填' },
    { header: '截止季度', path: ['until'], codec: quarter, width: 12, help: '年中撤销的才填' }
  ],
  rows: (definition) => listIn(definition, 'units')
})

export const groups: TableSpec = {
  type: 'TABLE',
  name: '组别',
  purpose: '一行一个组员；同一个组的几行组别写一样的。单列不排名的单位在排名方式里选。',
  columns: [
    { header: '组别代码', path: ['code'], codec: code, width: 16 },
    { header: '组别', path: ['name'], codec: text, width: 24 },
    { header: '单位', path: ['member', 'unit'], codec: ref('units'), width: 26 },
    {
      header: '排名方式',
      path: ['member', 'rankMode'],
      codec: choice('members.rankMode'),
      width: 16
    }
  ],
  rows: (definition) =>
    listIn(definition, 'groups').flatMap(({ members, ...group }): Json[] => {
      const list = Array.isArray(members) ? members.filter(isJson) : []
      if (list.length === 0) return [group]
      return list.map((member) => ({ ...group, member: { rankMode: 'RANKED', ...member } }))
    }),
  take(rows, { definition, names }) {
    if (rows.length === 0) return
    const next = codeMaker(
      'g',
      rows.map((row) => row.values['code'])
    )
    const found: Json[] = []
    for (const row of rows) {
      const { member, ...head } = row.values
      let group = groupOf(found, head)
      if (group === undefined) {
        group = { code: head['code'] ?? next(), ...head, members: [] }
        found.push(group)
      }
      group['name'] ??= head['name']
      if (head['name'] !== undefined && head['name'] !== group['name']) {
        row.complain('组别', { message: '同一个组别代码写了两个名称', todo: '请改成一样的名称，或改代码' })
      }
      if (member !== undefined) (group['members'] as unknown[]).push(member)
    }
    definition['groups'] = found
    for (const group of found) names.add('groups', group)
  }
}

/** The group that a row is about, by code, by name, or the one of the row above. */
function groupOf(found: readonly Json[], head: Json): Json | undefined {
  if (head['code'] !== undefined) return found.find((group) => group['code'] === head['code'])
  if (head['name'] !== undefined) return found.find((group) => group['name'] === head['name'])
  return found.at(-1)
}

export const emptyWords: TableSpec = {
  type: 'TABLE',
  name: '空缺用语',
  purpose: '数字格里写了字时怎么理解：不适用（不计）、缺报（要催）、0（确实没有）。',
  columns: [
    { header: '格里写的字', path: ['word'], codec: text, width: 20 },
    { header: '意思', path: ['meaning'], codec: choice('emptyWords.*'), width: 14 }
  ],
  rows(definition) {
    const words = definition['emptyWords'] ?? DEFAULT_EMPTY_WORDS
    return isJson(words) ? Object.entries(words).map(([word, meaning]) => ({ word, meaning })) : []
  },
  take(rows, { definition }) {
    if (rows.length === 0) return
    definition['emptyWords'] = Object.fromEntries(
      rows.flatMap(({ values }) =>
        typeof values['word'] === 'string' && values['meaning'] !== undefined
          ? [[values['word'], values['meaning']]]
          : []
      )
    )
  }
}
