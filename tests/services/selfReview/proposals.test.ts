import { expect, test } from 'vitest'
import { computePeriod } from '#electron/services/compute.ts'
import { standingResults } from '#electron/services/results.ts'
import { reviewOf } from '#electron/services/selfReview/reviewView.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { formatSignedGap, parseGap } from '#shared/domain/number/format.ts'
import { gapOf } from '#shared/domain/selfReview/gapMath.ts'
import { enter, officeWorkspace, openQuarter } from '../../helpers/smallQuarter.ts'
import { withSample } from '../../helpers/sampleQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'

test('proposals of the frozen sample quarter say what its ranking and its indicators say', async () => {
  const workspace = freshWorkspace()
  await withSample(workspace)
  const { library } = workspace
  const { results } = standingResults(library, '2026Q2')!
  let targets = 0
  let firsts = 0
  for (const group of results.races.flatMap((race) => race.groups)) {
    const leader = group.units[0]!
    for (const unit of group.units) {
      const { proposals, results: state } = reviewOf(library, '2026Q2', unit.unit)
      expect(state).toBe('FROZEN')
      const items = unit.dimensions.flatMap((dimension) => dimension.indicators)
      for (const { fields } of proposals) {
        expect(gapOf(fields)?.state ?? 'BEHIND').toBe('BEHIND')
        const item = items.find(({ indicator }) => indicator === fields.indicator)
        if (fields.kind === 'TARGET') {
          targets += 1
          expect(item).toMatchObject({
            value: fields.ownValue,
            target: fields.benchmarkValue,
            againstTarget: 'UNMET'
          })
          // The table prints it with the indicator's decimals.
          const places = item!.gapToTarget!.split('.')[1]?.length ?? 0
          expect(formatSignedGap(dec(gapOf(fields)!.difference), places)).toBe(
            formatSignedGap(parseGap(item!.gapToTarget!), places)
          )
        }
        if (fields.kind === 'FIRST' && fields.about === 'TOTAL' && leader.rank === 1) {
          firsts += 1
          expect(dec(gapOf(fields)!.difference).equals(parseGap(unit.gapToFirst!))).toBe(true)
          expect(fields.benchmark).toContain('组内第一')
        }
      }
      // What costs most points first.
      const lost = proposals.filter(({ fields }) => fields.lost !== null && fields.about !== 'TOTAL')
      const numbers = lost.map(({ fields }) => dec(fields.lost!).toNumber())
      if (results.races.length === 1) expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    }
  }
  expect(targets).toBeGreaterThan(20)
  expect(firsts).toBeGreaterThan(10)
})

test('missing before all, then by points lost, to target, first, last quarter and mean; the total last', async () => {
  const workspace = await officeWorkspace({
    a: ['75', '36'],
    b: ['70', '36'],
    c: ['60', '30'],
    d: ['45', '28']
  })
  const { library } = workspace
  computePeriod(library, '2026Q3')
  const { proposals, results } = reviewOf(library, '2026Q3', 'd')
  expect(results).toBe('PREVIEW')
  expect(proposals.map(({ key }) => key)).toEqual([
    'main|output|TARGET',
    'main|output|FIRST',
    'main|output|MEAN',
    'main|mark|FIRST',
    'main|mark|PREVIOUS',
    'main|mark|MEAN',
    'main|TOTAL|FIRST',
    'main|TOTAL|MEAN'
  ])
  expect(proposals[0]!.sentence).toBe('现值 45 万元，本季目标 75 万元，差 30 万元。失 24.00 分。')
  expect(proposals[1]!.sentence).toBe('现值 45 万元，组内第一（甲处）75 万元，差 30 万元。失 24.00 分。')
  expect(proposals[4]!.sentence).toBe('现值 28 分，上季度 32 分，差 4 分。失 12.00 分。')
  // The first of the group has nobody to catch up with.
  expect(reviewOf(library, '2026Q3', 'a').proposals.map(({ key }) => key)).toEqual([
    'main|mark|PREVIOUS',
    'main|TOTAL|PREVIOUS'
  ])
  enter(library, '2026Q3', 'a', 'mark', 'score', '40')
  expect(reviewOf(library, '2026Q3', 'a').results).toBe('STALE')
})

test('what was not handed in is a gap of its own, before any other', () => {
  const workspace = freshWorkspace()
  openQuarter(workspace, '2026Q3', { a: ['75', '36'], b: ['70', '36'], c: ['60', '30'], d: ['45', null] })
  computePeriod(workspace.library, '2026Q3')
  const [first] = reviewOf(workspace.library, '2026Q3', 'd').proposals
  expect(first).toMatchObject({
    key: 'main|mark|SUBMISSION',
    fields: { topic: '综合评价（缺报）', ownValue: null, benchmark: '按时报送' },
    sentence: '本季度没有报送，涉及 40 分。'
  })
})
