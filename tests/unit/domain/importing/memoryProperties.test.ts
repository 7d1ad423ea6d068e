import fc from 'fast-check'
import { expect, it } from 'vitest'
import { importFixes, type ColumnRole } from '#shared/domain/importing/importPlan.ts'
import { rememberSheet } from '#shared/domain/importing/memory/rememberSheet.ts'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { analyse } from './helpers/analyse.ts'
import { catalogue } from './helpers/catalogue.ts'
import { rawSheet } from './helpers/rawSheet.ts'

/** Words that nobody knows, each of which the clerk gave a meaning. */
const WORDS = ['甲量', '乙量', '丙量', '丁量', '戊量', '己量', '庚量', '辛量']
const NEW_WORDS = ['壬量', '癸量', '子量']
const MEANINGS = ['funds', 'events', 'amount', 'gdp'] as const

const header = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 })

/** One row of numbers that tell their column: the label at place n of `WORDS` holds 100 + n. */
function sheetOf(labels: readonly string[], quarter: string): RawSheet {
  const numberOf = (label: string): number => 100 + [...WORDS, ...NEW_WORDS].indexOf(label)
  return rawSheet([
    ['单位', ...labels.map((label) => `${quarter}${label}`)],
    ['办公室', ...labels.map(numberOf)]
  ])
}

function learn(labels: readonly string[], meanings: readonly (string | null)[]): RememberedSheet {
  const columns = Object.fromEntries(
    labels.map((_label, at): [string, ColumnRole] => {
      const indicator = meanings[at] ?? null
      return [
        'BCDEFGHIJ'[at]!,
        indicator === null
          ? { role: 'ignore', reason: '用不到' }
          : { role: 'value', field: 'actual', indicator, unit: null, rater: null }
      ]
    })
  )
  const fixes = importFixes.parse({ sheets: { 表1: { layout: 'UNIT_BY_INDICATOR', columns } } })
  const raw = sheetOf(labels, '二季度')
  const period = '2026Q2'
  const fileName = '表.xlsx'
  const { sheet } = analyse(raw, { fixes, catalogue: catalogue({ period }) })
  const [learnt] = rememberSheet({ sheet, raw, fixes, period, fileName, memories: [] })
  return { ...learnt!, id: 1, period, fileName }
}

const learned = header.chain((labels) =>
  fc
    .shuffledSubarray([...MEANINGS], { minLength: 1, maxLength: Math.min(labels.length, MEANINGS.length) })
    .map((meanings) => ({ labels, meanings }))
)

/** Labels in any order, some gone, some new. */
const changed = (labels: readonly string[]) =>
  fc.tuple(fc.subarray([...labels], { minLength: 1 }), fc.subarray(NEW_WORDS)).chain(([kept, fresh]) => {
    const all = [...kept, ...fresh]
    return fc.shuffledSubarray(all, { minLength: all.length })
  })

it('gives every number of a changed sheet the meaning of its own label, or none', () => {
  fc.assert(
    fc.property(
      learned.chain((last) => fc.record({ last: fc.constant(last), labels: changed(last.labels) })),
      ({ last, labels }) => {
        const memory = learn(last.labels, last.meanings)
        const { readings, sheet, problems } = analyse(sheetOf(labels, '三季度'), { memories: [memory] })
        for (const { indicator, value } of readings) {
          const label = WORDS[Number(value) - 100]!
          expect(indicator).toBe(last.meanings[last.labels.indexOf(label)])
        }
        // What is used is told, and what is not quite the same has to be looked at.
        const told = problems.find(({ code }) => code === 'MEMORY_USED')
        expect(told === undefined).toBe(sheet.memory === null)
        if (sheet.memory?.exact === false) expect(told!.level).toBe('confirm')
      }
    ),
    { numRuns: 150 }
  )
})

it('understands the same header in every quarter as the clerk did', () => {
  fc.assert(
    fc.property(
      learned,
      fc.constantFrom(
        ['2026Q3', '三季度'],
        ['2026Q4', '2026年第四季度'],
        ['2027Q1', 'Q1'],
        ['2027Q2', '4-6月']
      ),
      (last, [period, quarter]) => {
        const memory = learn(last.labels, last.meanings)
        const { readings, sheet } = analyse(sheetOf(last.labels, quarter), {
          memories: [memory],
          catalogue: catalogue({ period })
        })
        expect(sheet.memory).toMatchObject({ exact: true, absent: [] })
        expect(readings.map(({ indicator }) => indicator)).toEqual(last.meanings)
      }
    ),
    { numRuns: 60 }
  )
})
