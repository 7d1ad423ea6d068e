import fc from 'fast-check'
import { maybe, present } from '../oracleCase.ts'
import { anyGrades, type GradeCase } from './gradeCase.ts'
import { anyPolicies, type PolicyCase } from './policyCase.ts'

/** A random race of directly scored items: what an office could have written down, before anything is computed. */
export interface RaceCase {
  policies: PolicyCase
  /** Declared full mark of the race. */
  fullMark: string
  units: readonly UnitCase[]
  dimensions: readonly DimensionCase[]
  caps: { classes: Readonly<Record<ClassCode, string | undefined>>; bonus?: string; deduction?: string }
  tieBreak: readonly TieBreak[]
  grades: GradeCase | undefined
  /** 否决 in the order in which they were recorded. */
  vetoes: readonly { unit: string; kind: VetoCode; indicator: string | null }[]
  /** 并列裁定: units, best first. */
  ruling: { group: string; order: readonly string[] } | undefined
  /** Whether a previous quarter was frozen; places stand at the units. */
  previous: boolean
}

export interface UnitCase {
  code: string
  group: 'g' | 'h'
  ranked: boolean
  /** Place in the previous quarter and the group in which it was. */
  before: { rank: number | null; group: string } | undefined
  entries: readonly { class: ClassCode; points: string }[]
}

export interface DimensionCase {
  code: string
  composition: 'SUM' | 'WEIGHTED'
  fullMark: string
  items: readonly ItemCase[]
}

export interface ItemCase {
  code: string
  fullMark: string
  /** Of the item alone, before the scheme's policy. */
  missing: PolicyCase['missing'] | undefined
  /** By unit, in the order of `units`. */
  cells: readonly Cell[]
}

export interface Cell {
  state: 'VALUE' | 'ESTIMATED' | 'NA' | 'MISSING'
  /** Points; nothing for NA and MISSING. */
  value: string
}

export type ClassCode = 'b1' | 'b2' | 'm1' | 'm2'
/** One kind of veto for each effect; `cap` leaves the middle grade at best. */
export type VetoCode = 'last' | 'unranked' | 'zero' | 'drop' | 'cap'
export type TieBreak =
  | { by: 'DIMENSION'; dimension: string }
  | { by: 'INDICATOR'; indicator: string }
  | { by: 'BASE' | 'FEWER_VETOES' | 'FEWER_DEDUCTIONS' | 'PREVIOUS_RANK' }

export const isBonus = (code: ClassCode): boolean => code.startsWith('b')

const UNITS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8']
const groupOf = (index: number): UnitCase['group'] => (index < 6 ? 'g' : 'h')

/** Eighths of the full mark: few enough that totals meet, fine enough that halves of the last place occur. */
const anyCell = (fullMark: number): fc.Arbitrary<Cell> =>
  fc.record({
    state: fc.oneof(
      { weight: 12, arbitrary: fc.constant('VALUE' as const) },
      { weight: 1, arbitrary: fc.constantFrom('ESTIMATED' as const, 'MISSING' as const) },
      { weight: 2, arbitrary: fc.constant('NA' as const) }
    ),
    value: fc.constantFrom(3, 4, 5, 8).map((eighths) => String((fullMark * eighths) / 8))
  })

const anyItem: fc.Arbitrary<Omit<ItemCase, 'code'>> = fc
  .record({
    mark: fc.constantFrom(10, 10, 7, 5),
    missing: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('ZERO' as const, 'FLOOR' as const, 'DEDUCT' as const) }
    )
  })
  .chain(({ mark, missing }) =>
    fc.array(anyCell(mark), { minLength: UNITS.length, maxLength: UNITS.length }).map((cells) => ({
      fullMark: String(mark),
      missing,
      cells
    }))
  )

const sumOfMarks = (items: readonly { fullMark: string }[]): number =>
  items.reduce((sum, { fullMark }) => sum + Number(fullMark), 0)

const anyDimensions: fc.Arbitrary<DimensionCase[]> = fc
  .array(
    fc.record({
      composition: fc.constantFrom('SUM' as const, 'SUM' as const, 'WEIGHTED' as const),
      weighted: fc.constantFrom('20', '13'),
      items: fc.array(anyItem, { minLength: 1, maxLength: 3 })
    }),
    { minLength: 1, maxLength: 3 }
  )
  .map((list) =>
    list.map(({ composition, weighted, items }, index) => ({
      code: `d${index}`,
      composition,
      fullMark: composition === 'SUM' ? String(sumOfMarks(items)) : weighted,
      items: items.map((item, place) => ({ ...item, code: `i${index}${place}` }))
    }))
  )

const anyUnit = fc.record({
  ranked: fc.nat(8).map((roll) => roll > 0),
  before: fc.option(
    fc.record({
      rank: fc.constantFrom(1, 2, 3, 4, 5, null),
      away: fc.nat(9).map((roll) => roll === 0)
    }),
    { nil: undefined, freq: 10 }
  ),
  entries: fc.array(
    fc.record({
      class: fc.constantFrom<ClassCode>('b1', 'b2', 'm1', 'm2'),
      // The largest one takes a total below 0 where no cap holds it.
      points: fc.constantFrom('0.5', '1', '1.25', '2', '3.335', '20.005')
    }),
    { maxLength: 3 }
  )
})

const anyCap = fc.option(fc.constantFrom('0', '1', '2', '2.5', '3'), { nil: undefined, freq: 3 })

const anyTieBreak = (dimensions: readonly DimensionCase[]): fc.Arbitrary<TieBreak[]> =>
  fc.array(
    fc.constantFrom<TieBreak>(
      { by: 'DIMENSION', dimension: dimensions.at(-1)!.code },
      { by: 'INDICATOR', indicator: dimensions[0]!.items[0]!.code },
      { by: 'BASE' },
      { by: 'FEWER_VETOES' },
      { by: 'FEWER_DEDUCTIONS' },
      { by: 'PREVIOUS_RANK' }
    ),
    { maxLength: 3 }
  )

const anyVetoes = (dimensions: readonly DimensionCase[]): fc.Arbitrary<RaceCase['vetoes']> =>
  fc.array(
    fc
      .record({
        // Often the same one: what several vetoes do together shows on one unit only.
        unit: fc.constantFrom('u0', 'u0', 'u0', 'u1', 'u1', ...UNITS),
        kind: fc.constantFrom<VetoCode>(
          'last',
          'last',
          'unranked',
          'zero',
          'zero',
          'drop',
          'drop',
          'drop',
          'cap'
        ),
        one: fc.boolean()
      })
      .map(({ one, ...veto }) => ({
        ...veto,
        indicator: veto.kind === 'zero' && one ? dimensions[0]!.items[0]!.code : null
      })),
    { maxLength: 6 }
  )

/** For each unit the one whose marks and entries it has: they tie whatever the rules are. */
const anyTwins = fc
  .array(fc.nat(3), { minLength: UNITS.length, maxLength: UNITS.length })
  .chain((twins) =>
    fc
      .array(fc.nat(3), { minLength: UNITS.length, maxLength: UNITS.length })
      .map((rolls) => rolls.map((roll, index) => (roll === 0 ? index : twins[index]!)))
  )

function withTwins(dimensions: readonly DimensionCase[], twins: readonly number[]): DimensionCase[] {
  return dimensions.map((dimension) => ({
    ...dimension,
    items: dimension.items.map((item) => ({
      ...item,
      cells: twins.map((twin) => item.cells[twin]!)
    }))
  }))
}

const anyUnits = (twins: readonly number[]): fc.Arbitrary<UnitCase[]> =>
  fc.array(anyUnit, { minLength: UNITS.length, maxLength: UNITS.length }).map((list) =>
    list.map(({ ranked, before }, index): UnitCase => {
      const [own, other] = groupOf(index) === 'g' ? (['g', 'h'] as const) : (['h', 'g'] as const)
      return {
        code: UNITS[index]!,
        group: own,
        ranked,
        before: before && { rank: before.rank, group: before.away ? other : own },
        entries: list[twins[index]!]!.entries
      }
    })
  )

export const anyRaceCase: fc.Arbitrary<RaceCase> = fc
  .record({ dimensions: anyDimensions, twins: anyTwins })
  .map(({ dimensions, twins }) => ({ dimensions: withTwins(dimensions, twins), twins }))
  .chain(({ dimensions, twins }) =>
    fc.record({
      policies: anyPolicies,
      dimensions: fc.constant(dimensions),
      fullMark: fc.constantFrom(String(sumOfMarks(dimensions)), '100', '12'),
      units: anyUnits(twins),
      caps: fc
        .record({ b1: anyCap, b2: anyCap, m1: anyCap, m2: anyCap, bonus: anyCap, deduction: anyCap })
        .map(({ bonus, deduction, ...classes }) => ({ classes, ...present({ bonus, deduction }) })),
      tieBreak: anyTieBreak(dimensions),
      grades: maybe(anyGrades),
      vetoes: anyVetoes(dimensions),
      ruling: fc.option(
        fc.record({
          group: fc.constantFrom('g', 'h', '*'),
          order: fc.shuffledSubarray(UNITS, { minLength: 7 })
        }),
        { nil: undefined, freq: 2 }
      ),
      previous: fc.nat(3).map((roll) => roll > 0)
    })
  )
