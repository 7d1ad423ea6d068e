import type { Decision } from '#shared/domain/decision/decision.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { decision, veto } from '../../ranking/standTotals.ts'
import { entry, input, reading, scheme } from '../../scoring/build.ts'
import { present } from '../oracleCase.ts'
import { GRADE_NAMES } from './gradeCase.ts'
import { isBonus, type ClassCode, type RaceCase } from './raceCase.ts'

const VETO_KINDS = [
  { code: 'last', name: '列最后', effects: ['RANK_LAST'] },
  { code: 'unranked', name: '不排名', effects: ['NO_RANK'] },
  { code: 'zero', name: '记零分', effects: ['SCORE_ZERO'] },
  { code: 'drop', name: '降一等', effects: ['GRADE_DROP'] },
  { code: 'cap', name: '封顶', effects: ['GRADE_CAP'], gradeCap: GRADE_NAMES[1] }
]

/** The case as the engine takes it. */
export function runRaceCase(given: RaceCase): RaceResult {
  const entries = given.units.flatMap(({ code, entries: own }) => own.map((one) => ({ unit: code, ...one })))
  const standings = given.units.flatMap(({ code, before }) =>
    before === undefined ? [] : [{ race: 'r', unit: code, total: '20.00', ...before }]
  )
  const result = computeResults(
    input(schemeOf(given), {
      readings: readingsOf(given),
      adjustments: entries.map(({ unit, class: code, points }, index) =>
        entry(index + 1, unit, code, points)
      ),
      decisions: decisionsOf(given),
      previous: given.previous ? { period: '2026Q2', standings } : null
    })
  )
  return result.races[0]!
}

function schemeOf(given: RaceCase): SchemeDefinition {
  const of = (group: string) => given.units.filter((unit) => unit.group === group).map((unit) => unit.code)
  const plain = scheme({
    units: given.units.map((unit) => unit.code),
    listed: given.units.filter((unit) => !unit.ranked).map((unit) => unit.code),
    groups: { g: of('g'), h: of('h') },
    dimensions: given.dimensions.map(({ items, ...dimension }) => ({
      ...dimension,
      name: `板块${dimension.code}`,
      indicators: items.map(({ code, fullMark, missing }) => ({
        code,
        name: `指标${code}`,
        fullMark,
        rule: { kind: 'DIRECT_SCORE' },
        ...present({ missing })
      }))
    })),
    race: {
      fullMark: given.fullMark,
      adjustments: {
        classes: (Object.keys(given.caps.classes) as ClassCode[]).map((code) => ({
          code,
          name: code,
          sign: isBonus(code) ? 'BONUS' : 'DEDUCTION',
          ...present({ cap: given.caps.classes[code] })
        })),
        ...present({ bonusCap: given.caps.bonus, deductionCap: given.caps.deduction })
      },
      tieBreak: given.tieBreak,
      alsoRank: ['ALL'],
      ...present({ grades: given.grades })
    },
    policies: given.policies
  })
  return schemeDefinition.parse({ ...plain, vetoKinds: VETO_KINDS })
}

function readingsOf({ dimensions, units }: RaceCase): Reading[] {
  return dimensions.flatMap(({ items }) =>
    items.flatMap(({ code, cells }) =>
      cells.map(({ state, value }, index) => {
        const isNumber = state === 'VALUE' || state === 'ESTIMATED'
        return reading(units[index]!.code, code, isNumber ? value : null, { field: 'score', state })
      })
    )
  )
}

function decisionsOf({ vetoes, ruling }: RaceCase): Decision[] {
  const struck = vetoes.map(({ unit, kind, indicator }, index) => veto(index + 1, unit, kind, indicator))
  const { group, order } = ruling ?? { group: '', order: [] }
  const ruled = decision(99, { type: 'TIE', race: 'r', group, order: [...order] })
  return ruling === undefined ? struck : [...struck, ruled]
}
