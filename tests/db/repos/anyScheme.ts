import fc from 'fast-check'
import { schemeDefinition, unitKind } from '#shared/domain/scheme/schemeDefinition.ts'

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('', '.5', '.25', '.001'))
  .map(([whole, part]) => `${whole}${part}`)
const codes = (min: number, max: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/), { minLength: min, maxLength: max })
const unitKinds = fc.constantFrom(...unitKind.options)
const name = fc.stringMatching(/^[一-龥（）A-Za-z]{1,12}$/)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T

function targetFor(units: readonly string[]) {
  return fc
    .record({
      unit: fc.constantFrom('*', ...units),
      base: optional(decimal),
      stretch: optional(decimal),
      phased: optional(fc.record({ Q1: optional(decimal), Q4: optional(decimal) }).map(compact)),
      rankTarget: optional(fc.integer({ min: 1, max: 30 })),
      basis: optional(fc.string())
    })
    .map(compact)
}

function indicatorFor(units: readonly string[], groups: readonly string[]) {
  return fc
    .record({
      name,
      aliases: fc.array(name, { maxLength: 2 }),
      unit: fc.constantFrom('', '场', '%', '万元'),
      direction: fc.constantFrom('UP', 'DOWN', 'TARGET'),
      nature: fc.constantFrom('PERIOD', 'CUMULATIVE'),
      precision: fc.integer({ min: 0, max: 6 }),
      fullMark: decimal,
      provider: optional(fc.constantFrom(...units)),
      owner: optional(fc.constantFrom(...units)),
      appliesTo: fc
        .record({
          groups: optional(fc.constant([...groups])),
          units: optional(fc.subarray([...units])),
          exceptUnits: optional(fc.subarray([...units]))
        })
        .map(compact),
      missing: optional(fc.constantFrom('BLOCK_UNIT', 'ZERO', 'FLOOR', 'DEDUCT')),
      missingFloor: optional(decimal),
      missingPoints: optional(decimal),
      byGroup: fc.array(
        fc
          .record({
            group: fc.constantFrom(...groups),
            fullMark: optional(decimal),
            rule: optional(fc.constant({ kind: 'OTHER', params: { a: [1, null] } }))
          })
          .map(compact),
        { maxLength: 2 }
      ),
      shared: optional(
        fc.record({
          divide: fc.constantFrom('VALUE', 'SCORE'),
          works: fc.constant([
            { name: '合办', from: units[0]!, shares: [{ unit: units[0]!, percent: '70' }] }
          ])
        })
      ),
      clause: optional(fc.string()),
      rule: fc.record({
        kind: name,
        params: fc.dictionary(
          fc.stringMatching(/^[a-z]{1,6}$/),
          fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
        )
      }),
      targets: fc.array(targetFor(units), { maxLength: 3 })
    })
    .map(compact)
}

/** Parts of a race that no row of their own holds. */
function racePartsFor(groups: readonly string[]) {
  return fc
    .record({
      byGroup: fc.subarray(groups.map((group) => ({ group, fullMark: '95' }))),
      participants: optional(fc.constantFrom(['WORK'], ['SERVICE', 'PERSON'])),
      alsoRank: fc.subarray(['ALL', 'LINE']),
      grades: optional(
        fc.constant({
          levels: [
            { name: '优秀', atLeast: '90', percent: '15' },
            { name: '良好', places: 3 },
            { name: '一般' }
          ],
          of: 'ALL',
          rounding: 'CEIL',
          straddle: 'ALL_OUT'
        })
      ),
      personQuotas: optional(
        fc.constant({
          byGrade: [{ grade: '优秀', percent: '15' }],
          honours: [{ name: '表彰', plus: '5', units: ['a'] }],
          cap: '20'
        })
      ),
      boards: fc.subarray([
        { kind: 'RED_BLACK', code: 'rb', name: '红黑榜', first: 3, last: 2 },
        { kind: 'TOPICS', code: 'topics', name: '红黄牌', only: ['work'] },
        { kind: 'MOVERS', code: 'movers', name: '进步榜', up: 1 },
        { kind: 'CALLED_IN', code: 'called', name: '约谈', belowMean: false, last: 1 }
      ]),
      streaks: fc.subarray([
        {
          code: 'warned',
          name: '连续警示',
          when: { on: 'LAST', places: 2 },
          times: 2,
          outcome: '约谈',
          tone: 'BAD'
        }
      ]),
      year: fc.constantFrom({}, { method: 'BEST', best: 3, leadership: '5', missing: 'ZERO' })
    })
    .map(compact)
}

/** Parts of the header that are newer than the first schemes. */
function headerPartsFor(units: readonly string[], races: readonly string[]) {
  return fc.record({
    totals: fc.subarray([
      { code: 'all', name: '六比总分', races: [{ race: races[0]!, weight: '100' }], absent: 'ZERO' }
    ]),
    successions: fc.subarray([
      { kind: 'ABOLISH', from: [units[0]!], effective: '2026Q3', basis: '三定方案' },
      {
        kind: 'MERGE',
        from: [...units],
        to: [units[0]!],
        effective: '2026Q2',
        inherit: [{ from: units[0]!, to: units[0]!, percent: '50' }]
      }
    ]),
    vetoKinds: fc.subarray([
      { code: 'safety', name: '安全生产事故', effects: ['GRADE_CAP', 'RANK_LAST'], gradeCap: '良好' }
    ]),
    progress: fc.constantFrom({}, { met: '95', vocabulary: 'FLAGS' })
  })
}

/** Any scheme that the schema takes, with codes that refer to each other. */
export const anyScheme = fc
  .record({
    units: codes(1, 5),
    groups: codes(1, 3),
    lines: codes(0, 2),
    races: codes(1, 2),
    dimensions: codes(1, 2),
    indicators: codes(1, 3),
    classes: codes(0, 2)
  })
  .chain((code) =>
    fc
      .record({
        title: name,
        organisation: name,
        basisDocument: optional(fc.string()),
        from: optional(fc.constantFrom('2026Q1', '2026Q3')),
        sample: fc.boolean(),
        emptyWords: fc.dictionary(name, fc.constantFrom('NA', 'MISSING', 'ZERO')),
        policies: fc.record({
          decimals: fc.integer({ min: 0, max: 4 }),
          judgeOn: fc.constantFrom('PRINTED', 'EXACT')
        }),
        unitNames: fc.array(name, { minLength: 5, maxLength: 5 }),
        indicators: fc.array(indicatorFor(code.units, code.groups), {
          minLength: code.indicators.length,
          maxLength: code.indicators.length
        }),
        bonusCap: optional(decimal),
        raceParts: racePartsFor(code.groups),
        headerParts: headerPartsFor(code.units, code.races),
        unitParts: fc
          .record({
            staff: optional(fc.nat(200)),
            from: optional(fc.constant('2026Q2')),
            until: optional(fc.constant('2026Q3'))
          })
          .map(compact),
        kind: unitKinds,
        composition: fc.constantFrom('SUM', 'WEIGHTED'),
        rankMode: fc.constantFrom('RANKED', 'LISTED_NOT_RANKED', 'EXCLUDED'),
        tieBreak: fc.subarray([
          { by: 'BASE' },
          { by: 'FEWER_DEDUCTIONS' },
          { by: 'DIMENSION', dimension: code.dimensions[0]! }
        ])
      })
      .map(
        ({
          unitNames,
          indicators,
          bonusCap,
          composition,
          rankMode,
          tieBreak,
          raceParts,
          headerParts,
          unitParts,
          kind,
          ...rest
        }) =>
          schemeDefinition.parse({
            ...compact(rest),
            ...headerParts,
            format: 'liangji-scheme',
            formatVersion: 1,
            code: 'any',
            year: 2026,
            lines: code.lines.map((line) => ({ code: line, name: `线${line}` })),
            units: code.units.map((unit, index) => ({
              code: unit,
              name: unitNames[index] ?? '单位',
              kind,
              ...unitParts,
              ...(code.lines[0] === undefined || index > 0 ? {} : { line: code.lines[0], shortName: '简称' })
            })),
            groups: code.groups.map((group, index) => ({
              code: group,
              name: `组${group}`,
              members: code.units.slice(index).map((unit) => ({ unit, rankMode }))
            })),
            races: code.races.map((race) => ({
              ...raceParts,
              code: race,
              name: `赛${race}`,
              groups: [...code.groups].reverse(),
              dimensions: code.dimensions.map((dimension) => ({
                code: dimension,
                name: `板块${dimension}`,
                fullMark: '50',
                byGroup: raceParts.byGroup ?? [],
                composition,
                indicators: indicators.map((indicator, index) => ({
                  ...indicator,
                  code: code.indicators[index]
                }))
              })),
              adjustments: compact({
                classes: code.classes.map((item, index) =>
                  compact({
                    code: item,
                    name: `类${item}`,
                    sign: index === 0 ? 'BONUS' : 'DEDUCTION',
                    cap: bonusCap
                  })
                ),
                bonusCap
              }),
              tieBreak
            }))
          })
      )
  )
