import type { BoardResult } from '../../ranking/resultSet.ts'
import { namedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { fieldIndex, fieldKey, type Field, type FieldInfo } from './fieldSet.ts'
import type { TableCell } from '../reportTable.ts'
import { cellText } from '../cellText.ts'
import { adjustmentFields, boardFields, meanFields, submissionFields } from './otherLists.ts'
import { unitFields, type UnitSubject } from './unitFields.ts'

/** One row of a list. */
export interface TemplateRow {
  /** Undefined: the list has no such field. */
  value(name: string): TableCell | undefined
}

/** Rows that a template repeats: 排名, 加减分 … */
export interface TemplateList {
  name: string
  description: string
  fields: readonly FieldInfo[]
  has(name: string): boolean
  rows: readonly TemplateRow[]
}

function listOf<T>(
  name: string,
  description: string,
  fields: readonly Field<T>[],
  items: readonly T[],
  /** Names that must not be printed: one row that says how many they are. */
  hidden = 0
): TemplateList {
  const index = fieldIndex(fields)
  const rows = items.map((item): TemplateRow => ({
    value: (field) => index.get(fieldKey(field))?.value(item)
  }))
  const counted: TemplateRow = {
    value: (field) => {
      const found = index.get(fieldKey(field))
      return found === undefined ? undefined : found.name === '单位' ? `${hidden} 个单位` : ''
    }
  }
  const [example] = items
  return {
    name,
    description,
    has: (field) => index.has(fieldKey(field)),
    rows: hidden > 0 ? [...rows, counted] : rows,
    fields: fields.map((field) => ({
      name: field.name,
      description: field.description,
      example: example === undefined ? '' : cellText(field.value(example))
    }))
  }
}

const placed = <T>(items: readonly T[]): (T & { place: number })[] =>
  items.map((item, index) => ({ ...item, place: index + 1 }))

interface GroupUnits {
  race: UnitSubject['race']
  group: UnitSubject['group']
  units: Omit<UnitSubject, 'place'>[]
}

/** Only units that may be named. */
function groupsOf({ results, scheme }: ReportFacts, { topOnly }: ReportOptions): GroupUnits[] {
  return results.races.flatMap((race) =>
    race.groups.map((group) => ({
      race,
      group,
      units: namedUnits(group, topOnly).map((unit) => ({ scheme, race, group, unit }))
    }))
  )
}

function unitLists(facts: ReportFacts, groups: readonly GroupUnits[]): TemplateList[] {
  const fields = unitFields(facts.results.races)
  const all = groups.flatMap(({ units }) => units)
  const order = new Map(facts.scheme.units.map(({ code }, index) => [code, index]))
  const inOrder = all.toSorted((a, b) => order.get(a.unit.unit)! - order.get(b.unit.unit)!)
  return [
    listOf('排名', '各组的单位，一组接一组，按名次。', fields, placed(all)),
    ...groups.map(({ group, units }) =>
      listOf(`排名:${group.name}`, `${group.name}的单位，按名次。`, fields, placed(units))
    ),
    listOf('机构顺序', '所有单位，按方案里的机构顺序，不按名次。', fields, placed(inOrder))
  ]
}

function adjustmentLists(groups: readonly GroupUnits[]): TemplateList[] {
  const entries = groups.flatMap(({ units }) =>
    units.flatMap((unit) =>
      unit.unit.adjustments.entries.map((entry) => ({ subject: { ...unit, place: 0 }, entry }))
    )
  )
  const of = (sign: 'BONUS' | 'DEDUCTION') => placed(entries.filter(({ entry }) => entry.sign === sign))
  return [
    listOf('加减分', '加减分台账，一条一行。', adjustmentFields, placed(entries)),
    listOf('加分', '加分的台账，一条一行。', adjustmentFields, of('BONUS')),
    listOf('减分', '减分的台账，一条一行。', adjustmentFields, of('DEDUCTION'))
  ]
}

function submissionLists({ submissions }: ReportFacts, { topOnly }: ReportOptions): TemplateList[] {
  const list = (name: string, description: string, facts: readonly ReportFacts['submissions'][number][]) => {
    const items = topOnly === null ? placed(facts.map((fact) => ({ fact }))) : []
    return listOf(name, description, submissionFields, items, facts.length - items.length)
  }
  return [
    list(
      '未报送',
      '没有报齐的单位：未报和缺项。',
      submissions.filter(({ state }) => state !== 'COMPLETE')
    ),
    list(
      '迟报',
      '报送晚于截止日期的单位。',
      submissions.filter(({ late }) => late)
    )
  ]
}

function boardLists({ results }: ReportFacts, { bottom, topOnly }: ReportOptions): TemplateList[] {
  const boards = results.races.flatMap((race) =>
    race.boards.map((board) => ({
      board,
      groupName: race.groups.find(({ group }) => group === board.group)?.name ?? board.group
    }))
  )
  const side = (
    name: string,
    description: string,
    kind: BoardResult['kind'],
    wanted: 'GOOD' | 'BAD'
  ): TemplateList => {
    const entries = boards
      .filter(({ board }) => board.kind === kind)
      .flatMap(({ board, groupName }) =>
        board.entries.filter((entry) => entry.side === wanted).map((entry) => ({ board, groupName, entry }))
      )
    const unnamed = wanted === 'BAD' && (bottom === 'COUNT' || topOnly !== null)
    const units = new Set(entries.map(({ entry }) => entry.unit)).size
    return listOf(name, description, boardFields, unnamed ? [] : placed(entries), unnamed ? units : 0)
  }
  return [
    side('红榜', '上红榜的单位和理由。', 'RED_BLACK', 'GOOD'),
    side('黑榜', '上黑榜的单位和理由；选了“末位只列数量”时是一行家数。', 'RED_BLACK', 'BAD'),
    side('专题红榜', '按板块或指标上红榜的单位。', 'TOPICS', 'GOOD'),
    side('专题黑榜', '按板块或指标上黑榜的单位；选了“末位只列数量”时是一行家数。', 'TOPICS', 'BAD')
  ]
}

/** Every list that a template can repeat, in the order in which the picker shows them. */
export function templateLists(facts: ReportFacts, options: ReportOptions): TemplateList[] {
  const groups = groupsOf(facts, options)
  return [
    ...unitLists(facts, groups),
    listOf('各组平均', '每组一行：各项平均。', meanFields(facts.results.races), placed(groups)),
    ...adjustmentLists(groups),
    ...submissionLists(facts, options),
    ...boardLists(facts, options)
  ]
}
