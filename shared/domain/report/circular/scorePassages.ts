import { dec, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { groupMean } from '../../ranking/groupMean.ts'
import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { CircularPiece } from './circularText.ts'
import { counted, countOf, type Mention, type Naming } from './naming.ts'
import { fact, listed, type Phrase, points, say } from './say.ts'

export interface Placed extends UnitResult {
  rank: number
  total: NonNullable<UnitResult['total']>
}

const isPlaced = (unit: UnitResult): unit is Placed => unit.rank !== null && unit.total !== null

/** Ranked units in display order. */
export function placedOf(group: GroupResult): Placed[] {
  return group.units.filter(isPlaced)
}

export function groupName({ group, name }: GroupResult): CircularPiece {
  return fact(`group.${group}`, name)
}

/** A group is named only where there are several. */
export function inGroup(race: RaceResult, group: GroupResult): Phrase {
  return race.groups.length > 1 ? groupName(group) : ''
}

const printed = (unit: Placed): D => dec(unit.total.printed)

/** Average of all, then each group's average, highest with all tied, lowest (pattern of S38). */
export function scoreSentences(race: RaceResult, facts: ReportFacts, naming: Naming): CircularPiece[] {
  const groups = race.groups.filter((group) => group.units.length > 0)
  const clauses = groups.map((group) => groupScores(race, group, naming))
  if (clauses.length === 0) return []
  return say`${overallMean(race, facts)}${listed(clauses, '；')}。`
}

/** The mean over all groups, by the engine's own mean; only where the groups are scored out of the same full mark. */
function overallMean(race: RaceResult, { results, scheme }: ReportFacts): Phrase {
  const placed = race.groups.flatMap(placedOf)
  const marks = new Set(race.groups.map((group) => group.fullMark ?? race.fullMark))
  const groups = race.groups.filter((group) => placedOf(group).length > 0)
  if (groups.length < 2 || marks.size > 1) return ''
  const mean = groupMean(placed, { ...scheme.policies, decimals: results.decimals })!
  return say`参加排名的${fact(`n.ranked.${race.race}`, placed.length)}个单位平均分为${points(`mean.${race.race}`, mean.total)}分。`
}

function groupScores(race: RaceResult, group: GroupResult, naming: Naming): Phrase {
  const placed = placedOf(group)
  const scope = `${race.race}.${group.group}`
  const name = inGroup(race, group)
  const count = fact(`n.ranked.${scope}`, placed.length)
  const first = placed[0]
  if (first === undefined || group.mean === null) return say`${name}没有单位参加排名`
  if (placed.length === 1)
    return say`${name}${count}个单位参加排名，得${points(`highest.${scope}`, first.total.printed)}分`
  const best = placed.reduce((high, unit) => (printed(unit).gt(printed(high)) ? unit : high), first)
  const worst = placed.reduce((low, unit) => (printed(unit).lt(printed(low)) ? unit : low), first)
  const head = race.groups.length > 1 ? name : say`参加排名的${count}个单位`
  if (printed(best).eq(printed(worst)))
    return say`${name}${count}个单位得分均为${points(`highest.${scope}`, best.total.printed)}分`
  const extreme = (role: 'highest' | 'lowest', of: Placed): Phrase => {
    const same = placed.filter((unit) => printed(unit).eq(printed(of)))
    const mentions = same.map(role === 'highest' ? naming.good : naming.bad)
    return atExtreme(`${role}.${scope}`, role === 'highest' ? '最高' : '最低', of, mentions)
  }
  return say`${head}平均分为${points(`mean.${scope}`, group.mean.total)}分，${extreme('highest', best)}，${extreme('lowest', worst)}`
}

/** 最高96.15分，为A; 最高95.00分的有6个单位，分别为A、B …; 最低77.10分. */
function atExtreme(role: string, word: string, of: Placed, mentions: readonly Mention[]): Phrase {
  const score = points(role, of.total.printed)
  const only = mentions.length === 1
  if (!only) return say`${word}${score}分的有${counted(role, mentions, { all: true })}`
  const [{ unit, name, named }] = mentions as [Mention]
  return named
    ? say`${word}${score}分，为${{ text: name, fact: `${role}.${unit}`, unit }}`
    : say`${word}${score}分`
}

/** 低于80分的有3个单位，分别为…; nothing without a line. */
export function lineSentence(race: RaceResult, { line }: ReportOptions, naming: Naming): CircularPiece[] {
  const placed = race.groups.flatMap(placedOf)
  if (line === null || placed.length === 0) return []
  const below = placed.filter((unit) => printed(unit).lt(dec(line)))
  const role = `line.${race.race}`
  const value = fact(role, formatValue(dec(line)))
  if (below.length === 0) return say`没有单位低于${value}分。`
  const mentions = below.map((unit) => ({
    ...naming.bad(unit),
    more: say`${points(`${role}.total.${unit.unit}`, unit.total.printed, unit.unit)}分`
  }))
  return say`低于${value}分的有${counted(role, mentions)}。`
}

const BANDS = ['0.9', '0.8', '0.7', '0.6'] as const
const FEWEST = 5

/** 从分数段看，90分及以上5个单位，80分至90分（不含）11个单位 …: tenths of the full mark, for five units and more. */
export function bandSentence(race: RaceResult): CircularPiece[] {
  const placed = race.groups.flatMap(placedOf)
  const marks = new Set(race.groups.map((group) => group.fullMark ?? race.fullMark))
  if (placed.length < FEWEST || marks.size > 1) return []
  const full = dec([...marks][0]!)
  const borders = BANDS.map((share) => full.times(share))
  const role = `band.${race.race}`
  const border = (index: number): CircularPiece => fact(`${role}.${index}`, formatValue(borders[index]!))
  const bandOf = (unit: Placed): number => {
    const index = borders.findIndex((from) => printed(unit).gte(from))
    return index < 0 ? borders.length : index
  }
  const clauses = [...borders, null].flatMap((_, index): Phrase[] => {
    const inside = placed.filter((unit) => bandOf(unit) === index)
    if (inside.length === 0) return []
    const count = countOf(`${role}.${index}`, inside)
    if (index === 0) return [say`${border(0)}分及以上的${count}个单位`]
    if (index === borders.length) return [say`低于${border(index - 1)}分的${count}个单位`]
    return [say`${border(index)}分至${border(index - 1)}分（不含）的${count}个单位`]
  })
  return clauses.length < 2 ? [] : say`从分数段看，${listed(clauses, '，')}。`
}

/** 按方案评定等次，机关处室组优秀2个单位，分别为…，良好3个单位；直属单位组…。 Only the first grade's units are named. */
export function gradeSentence(race: RaceResult, naming: Naming): CircularPiece[] {
  const unitsByCode = new Map(race.groups.flatMap((group) => group.units).map((unit) => [unit.unit, unit]))
  const clauses = race.grades.map((table): Phrase => {
    const group = race.groups.find((each) => each.group === table.group)
    const scope = `${race.race}.${table.group ?? ''}`
    const levels = table.levels.map(({ grade, members }, index): Phrase => {
      const role = `grade${index}.${scope}`
      const name = fact(`${role}.name`, grade)
      const mentions = members.flatMap((code) => unitsByCode.get(code) ?? []).map(naming.good)
      return index === 0 && mentions.length > 0
        ? say`${name}${counted(role, mentions)}`
        : say`${name}${countOf(role, members)}个单位`
    })
    const open = new Set(table.undecided.flatMap((each) => each.units))
    const waiting =
      open.size === 0 ? '' : say`，另有${countOf(`waiting.${scope}`, [...open])}个单位的等次待裁定`
    return say`${group === undefined ? '' : inGroup(race, group)}${listed(levels, '，')}${waiting}`
  })
  return clauses.length === 0 ? [] : say`按方案评定等次，${listed(clauses, '；')}。`
}
