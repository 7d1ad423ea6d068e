import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { cell, input, rating, reading, scheme } from '../scoring/build.ts'

/** S9 item 4: 园区 and 乡镇 mark the same item, 70 % and 30 %. */
const definition = scheme({
  units: ['u', 'v'],
  dimensions: [
    {
      code: 'd',
      name: '服务',
      fullMark: '15',
      indicators: [
        {
          code: 'i',
          name: '服务企业',
          fullMark: '15',
          rule: {
            kind: 'DIRECT_SCORE',
            params: {
              providers: [
                { name: '园区', share: '70' },
                { name: '乡镇', share: '30' }
              ]
            }
          }
        }
      ]
    }
  ],
  race: { fullMark: '15' }
})

function run(readings: Parameters<typeof input>[1]) {
  const units = computeResults(input(definition, readings)).races[0]!.groups[0]!.units
  return units.find((unit) => unit.unit === 'u')!
}

describe('several providers mark one item (G1 item 4, S9)', () => {
  const park = { ...rating('u', 'i', '张三', '14', '园区'), source: cell('E7', '14') }
  const town = { ...rating('u', 'i', '', '12', '乡镇'), source: cell('F7', '12') }

  it('14 × 70 % + 12 × 30 % = 13.40 reaches the total, with both marks and their cells in the trace', () => {
    const unit = run({ readings: [park, town] })
    expect(unit.total?.printed).toBe('13.40')
    const { trace } = unit.dimensions[0]!.indicators[0]!
    const marks = trace.inputs.filter((entry) => entry.key === 'rating')
    expect(
      marks.map(({ value, source }) => [value, source?.kind === 'cell' ? source.address : null])
    ).toEqual(
      [
        ['12', 'F7'],
        ['14', 'E7']
      ].reverse()
    )
    expect(trace.sentence).toBe('园区 14.00 × 70% + 乡镇 12.00 × 30% = 13.40，满分 15 → 13.40')
  })

  it('waits for the provider that has not marked, and names it', () => {
    const unit = run({ readings: [park] })
    expect(unit).toMatchObject({ state: 'BLOCKED', remarks: ['缺报：服务企业'] })
    expect(unit.dimensions[0]!.indicators[0]!.trace.notes).toContain('乡镇还没有打分')
  })

  it('a mark of the same name twice with another number is refused', () => {
    const other = { ...park, value: '13' }
    expect(run({ readings: [park, other, town] }).dimensions[0]!.indicators[0]!.status).toBe('REFUSED')
  })

  it('a unit’s own score never counts', () => {
    const self = reading('u', 'i', '15', { field: 'self' })
    expect(run({ readings: [park, town, self] }).total?.printed).toBe('13.40')
  })
})
