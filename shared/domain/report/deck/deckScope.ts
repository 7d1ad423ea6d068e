import { dec } from '../../number/decimal.ts'
import type { GroupResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { namedUnits } from '../namedUnits.ts'
import { reportFrame } from '../reportFrame.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'

export interface DeckGroup {
  race: RaceResult
  group: GroupResult
  /** With the race before it where there are several. */
  label: string
  ranked: UnitResult[]
  /** Units that may be named, in display order. */
  named: UnitResult[]
}

/** What every slide needs: the groups, and who of them may be named. */
export interface DeckScope {
  facts: ReportFacts
  options: ReportOptions
  groups: DeckGroup[]
  /** Whether a unit may be named at all: in some group it is. */
  mayName: (unit: string) => boolean
  /** What the snapshot's counts count: with several races a unit counts in each. */
  counted: '个单位' | '单位次'
  /** Last sentence of every slide's notes. */
  origin: string
}

/** Ranked units from the first one below the group's mean on, and those that wait for data. */
function bottomOf({ units, mean }: GroupResult): Set<UnitResult> {
  const ranked = units.filter((unit) => unit.rank !== null)
  const below = (unit: UnitResult): boolean =>
    mean === null || unit.total === null || dec(unit.total.printed).lt(dec(mean.total))
  const from = ranked.findIndex(below)
  return new Set([
    ...(from < 0 ? [] : ranked.slice(from)),
    ...units.filter((unit) => unit.state === 'BLOCKED')
  ])
}

export function deckScope(facts: ReportFacts, options: ReportOptions): DeckScope {
  const { results, scheme, snapshot } = facts
  const several = results.races.length > 1
  const groups = results.races.flatMap((race) =>
    race.groups.map((group): DeckGroup => {
      const hidden = options.bottom === 'COUNT' ? bottomOf(group) : new Set<UnitResult>()
      return {
        race,
        group,
        label: several ? `${race.name}${group.name}` : group.name,
        ranked: group.units.filter((unit) => unit.rank !== null),
        named: namedUnits(group, options.topOnly).filter((unit) => !hidden.has(unit))
      }
    })
  )
  const named = new Set(groups.flatMap((group) => group.named.map((unit) => unit.unit)))
  const { provenance } = reportFrame(facts, options)
  return {
    facts,
    options,
    groups,
    mayName: (unit) => named.has(unit),
    counted: several ? '单位次' : '个单位',
    origin:
      `数据来源：${snapshot === null ? '' : '冻结'}${provenance}；` +
      `按《${scheme.title}》第 ${results.scheme.version} 版计分。`
  }
}
