import { groupedBy } from '../../groupedBy.ts'
import { periodDays, periodTitle } from '../../period/periodKey.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { CircularPiece } from './circularText.ts'
import { subjects, type Naming } from './naming.ts'
import { passage, type Passage } from './passage.ts'
import { dayWords } from './periodWords.ts'
import { fact, listed, say, type Phrase } from './say.ts'

/** 根据《…》（文号），对…组14个单位…第三季度（7月1日至9月30日）的工作进行了考核。其中…。现将有关情况通报如下： */
export function basisPassage({ results, scheme }: ReportFacts, naming: Naming): Passage[] {
  const days = periodDays(results.period)
  const period = fact('period', periodTitle(results.period))
  const between = fact('days', `${dayWords(days.first)}至${dayWords(days.last)}`)
  const [race, ...others] = results.races
  const standing =
    race === undefined || others.length > 0 ? racesSaid(results.races) : participation(race, naming)
  const pieces = say`根据${basisOf(results.scheme.title, scheme.basisDocument)}，对${assessed(results.races)}${period}（${between}）的工作进行了考核。${standing}现将有关情况通报如下：`
  return passage('basis', 'BASIS', pieces, false)
}

/** 《办法》（文号). Titles inside a title take single marks (GB/T 15834). */
function basisOf(title: string, document: string | undefined): Phrase {
  const inner = title.replaceAll('《', '〈').replaceAll('》', '〉')
  const number = document?.trim() ?? ''
  return ['《', fact('scheme', inner), '》', number === '' ? '' : ['（', fact('document', number), '）']]
}

/** 机关处室组14个单位、直属单位组9个单位, each unit once however many races it runs in. */
function assessed(races: readonly RaceResult[]): Phrase {
  const groups = groupedBy(
    races.flatMap((race) => race.groups),
    (group) => group.group
  )
  return listed(
    [...groups.values()].flatMap((same): Phrase[] => {
      const { group, name } = same[0]!
      const units = new Set(same.flatMap((each) => each.units.map((unit) => unit.unit)))
      if (units.size === 0) return []
      return [say`${fact(`group.${group}`, name)}${fact(`n.units.${group}`, units.size)}个单位`]
    })
  )
}

function racesSaid(races: readonly RaceResult[]): CircularPiece[] {
  if (races.length === 0) return []
  const names = races.map(({ race, name }): Phrase => ['“', fact(`race.${race}`, name), '”'])
  return say`考核分${listed(names)}${fact('n.races', races.length)}个赛项，分别计分排名。`
}

/** 其中22个单位参加排名，办公室单列不排名，1个单位暂不计分。 */
export function participation(race: RaceResult, naming: Naming): CircularPiece[] {
  const units = race.groups.flatMap((group) => group.units)
  const scope = race.race
  const ranked = units.filter((unit) => unit.rank !== null)
  const listedOnly = units.filter((unit) => unit.rank === null && unit.rankMode === 'LISTED_NOT_RANKED')
  const blocked = units.filter((unit) => unit.rankMode === 'RANKED' && unit.state === 'BLOCKED')
  const unplaced = units.filter(
    (unit) => unit.rank === null && unit.rankMode === 'RANKED' && unit.state === 'SCORED'
  )
  if (units.length === 0) return []
  const count = fact(`n.ranked.${scope}`, ranked.length)
  if (ranked.length === units.length) return say`${count}个单位全部参加排名。`
  const bad = (role: string, of: readonly UnitResult[], verb: string): Phrase[] =>
    of.length === 0 ? [] : [[subjects(`${role}.${scope}`, of.map(naming.bad)), verb]]
  const clauses: Phrase[] = [
    ranked.length === 0 ? '没有单位参加排名' : say`其中${count}个单位参加排名`,
    ...(listedOnly.length === 0
      ? []
      : [[subjects(`listed.${scope}`, listedOnly.map(naming.good)), '单列不排名']]),
    ...bad('blocked', blocked, '暂不计分'),
    ...bad('unplaced', unplaced, '计分不排名')
  ]
  return say`${listed(clauses, '，')}。`
}
