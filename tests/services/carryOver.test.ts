import { describe, expect, it } from 'vitest'
import { carryOver } from '#electron/services/carryOver.ts'
import { createNextPeriod } from '#electron/services/periods.ts'
import { addItem } from '#electron/services/register/items.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { CLEAR_Q3, freeze, officeWorkspace } from '../helpers/smallQuarter.ts'

describe('翻篇归零', () => {
  it('carries what goes on and zeroes what belongs to one quarter', async () => {
    const workspace = await officeWorkspace(CLEAR_Q3)
    const { library } = workspace
    addItem(
      library,
      itemFields.parse({ type: 'COMMITMENT', title: '新建运动场', owner: 'a', due: '2026-12-31' })
    )
    await freeze(workspace, '2026Q3')
    createNextPeriod(library, '2026Q4')
    const { from, carried, zeroed } = carryOver(library, '2026Q4')
    expect(from).toBe('2026Q3')
    const details = Object.fromEntries(carried.map(({ code, detail }) => [code, detail]))
    expect(details['SCHEME']).toContain('季度赛马办法')
    expect(details['ITEMS']).toBe('1 件没有销号的事项继续办')
    expect(details['RANKS']).toContain('4 个名次')
    // 产出 runs through the year: what the third quarter ended with is where the fourth begins.
    expect(details['CUMULATIVE']).toContain('4 个年内累计的数')
    expect(details).not.toHaveProperty('SLIPS')
    expect(zeroed.find(({ name }) => name === '报送的数')).toMatchObject({ before: 8, now: 0 })
    expect(zeroed.every(({ now }) => now === 0)).toBe(true)
  })

  it('a first quarter has nothing behind it', async () => {
    const workspace = await officeWorkspace()
    const { from, zeroed } = carryOver(workspace.library, '2026Q2')
    expect(from).toBeNull()
    expect(zeroed.every(({ before }) => before === 0)).toBe(true)
  })
})
