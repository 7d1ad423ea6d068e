import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { namedUnits } from '../namedUnits.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { TableCell } from '../reportTable.ts'
import { countOr, NOT_APPLICABLE, numberOr, type Field } from './fieldSet.ts'

/** What a whole report is asked. */
export interface ReportSubject {
  facts: ReportFacts
  options: ReportOptions
}

interface GroupSubject extends ReportSubject {
  race: RaceResult
  group: GroupResult
}

function ranked({ group }: GroupSubject): UnitResult[] {
  return group.units.filter((unit) => unit.rank !== null)
}

const first = (subject: GroupSubject): UnitResult[] => ranked(subject).filter(({ rank }) => rank === 1)

/** The units of the last place, tied ones together. */
function last(subject: GroupSubject): UnitResult[] {
  const all = ranked(subject)
  return all.filter(({ rank }) => rank === all.at(-1)?.rank)
}

const names = (units: readonly UnitResult[]): string =>
  units.length === 0 ? NOT_APPLICABLE : units.map(({ name }) => name).join('、')

/** The last units by name, or only how many they are where they must not be named (domain.md §8, row 11). */
function lastNames(subject: GroupSubject): string {
  const units = last(subject)
  const { bottom, topOnly } = subject.options
  return bottom === 'COUNT' || topOnly !== null ? `${units.length} 个单位` : names(units)
}

const GROUP_FIELDS: readonly Field<GroupSubject>[] = [
  {
    name: '平均分',
    description: '参加排名的单位的平均总得分。',
    value: ({ group }) => numberOr(group.mean?.total)
  },
  { name: '最高分', description: '第一名的总得分。', value: (of) => numberOr(first(of)[0]?.total?.printed) },
  {
    name: '最高分单位',
    aliases: ['第一名'],
    description: '第一名的单位，并列的都列出。',
    value: (of) => names(first(of))
  },
  { name: '最低分', description: '最后一名的总得分。', value: (of) => numberOr(last(of)[0]?.total?.printed) },
  {
    name: '最低分单位',
    description: '最后一名的单位；选了“末位只列数量”或“只列前几名”时是家数。',
    value: lastNames
  },
  {
    name: '满分',
    description: '本组的满分。',
    value: ({ race, group }) => numberOr(group.fullMark ?? race.fullMark)
  },
  {
    name: '排名单位数',
    description: '参加排名的单位数。',
    value: ({ group }) => countOr(group.rankedCount)
  },
  {
    name: '其余单位数',
    description: '选了“只列前几名”时，没有列名的单位数；否则是 0。',
    value: ({ group, options }) => countOr(group.units.length - namedUnits(group, options.topOnly).length)
  }
]

function groupsOf({ facts, options }: ReportSubject): GroupSubject[] {
  return facts.results.races.flatMap((race) => race.groups.map((group) => ({ facts, options, race, group })))
}

const text = (cell: TableCell): string => (cell === null ? '' : typeof cell === 'string' ? cell : cell.number)

/** Of all groups at once: the one value where there is one group, else each group with its own: nothing is reckoned anew. */
function ofAllGroups(field: Field<GroupSubject>): Field<ReportSubject> {
  return {
    name: field.name,
    ...(field.aliases === undefined ? {} : { aliases: field.aliases }),
    description: `${field.description}有几个组时各组分别写出；只要一个组，写作「${field.name}:组名」。`,
    value: (subject) => {
      const groups = groupsOf(subject)
      if (groups.length === 1) return field.value(groups[0]!)
      return groups.map((group) => `${group.group.name} ${text(field.value(group))}`).join('，')
    }
  }
}

function ofOneGroup(field: Field<GroupSubject>, { race, group }: GroupSubject): Field<ReportSubject> {
  return {
    name: `${field.name}:${group.name}`,
    aliases: (field.aliases ?? []).map((alias) => `${alias}:${group.name}`),
    description: `${group.name}：${field.description}`,
    value: ({ facts, options }) => field.value({ facts, options, race, group })
  }
}

/** Fields of the groups: of all of them together, and of each. */
export function groupFields(subject: ReportSubject): Field<ReportSubject>[] {
  const groups = groupsOf(subject)
  return [
    ...GROUP_FIELDS.map(ofAllGroups),
    ...groups.flatMap((group) => GROUP_FIELDS.map((field) => ofOneGroup(field, group)))
  ]
}
