import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { DIMENSIONS } from './builders.ts'
import { bureau, inputOf } from './fixture.ts'
import { at, headers, sheetOf, shown, writeAndOpen } from './openPackage.ts'
import { manyDimensions } from './sizes.ts'

const results = bureau()
const race = results.races[0]!
const opened = await writeAndOpen(inputOf(results))

/** The printed numbers of a scored unit by header. */
function scoresOf(unit: UnitResult): Record<string, string | null> {
  return {
    '基础分(100)': unit.base!.printed,
    ...Object.fromEntries(
      DIMENSIONS.map(({ code, name, fullMark }) => [
        `${name}(${fullMark})`,
        unit.dimensions.find((d) => d.dimension === code)!.score?.printed ?? null
      ])
    ),
    加分: unit.adjustments.bonus.printed,
    减分: unit.adjustments.deduction.printed,
    总得分: unit.total!.printed,
    与第一名差距: unit.gapToFirst,
    与组平均差: unit.gapToMean
  }
}

describe('group sheets', () => {
  it('has one sheet per group, then the overall, chart, detail and notes sheets', () => {
    expect(opened.book.SheetNames).toEqual([
      '机关处室组',
      '直属单位组',
      '单位总表',
      '得分图',
      '得分明细',
      '计算过程',
      '加减分明细',
      '说明'
    ])
  })

  it('has the columns of the specification with full marks', () => {
    expect([...headers(sheetOf(opened, '机关处室组')).keys()]).toEqual([
      '名次',
      '单位',
      '基础分(100)',
      '目标任务(50)',
      '承诺事项(20)',
      '体育讲堂(15)',
      '整改测评(15)',
      '加分',
      '减分',
      '总得分',
      '上季度名次',
      '升降',
      '与第一名差距',
      '与组平均差',
      '备注'
    ])
    expect([...headers(sheetOf(opened, '单位总表')).keys()].slice(0, 3)).toEqual(['名次', '单位', '组别'])
  })

  it.each(race.groups.map((group) => [group.name, group] as const))(
    'prints %s exactly as the result set',
    (name, group) => {
      const sheet = sheetOf(opened, name)
      const columns = headers(sheet)
      group.units.forEach((unit, index) => {
        const row = index + 4
        const cell = (header: string): string => `${columns.get(header)!}${row}`
        expect(at(sheet, cell('单位'))).toBe(unit.name)
        expect(at(sheet, cell('名次'))).toBe(unit.rank ?? '/')
        expect(at(sheet, cell('上季度名次'))).toBe(unit.previousRank ?? '/')
        expect(at(sheet, cell('备注')) ?? '').toBe(unit.remarks.join('；'))
        if (unit.state === 'BLOCKED') return
        for (const [header, printed] of Object.entries(scoresOf(unit))) {
          const value = at(sheet, cell(header))
          if (printed === null) {
            expect(value, `${unit.name} ${header}`).toBe('/')
          } else {
            expect(value, `${unit.name} ${header}`).toBe(Number(printed.replace('−', '-')))
            expect(shown(sheet, cell(header)), `${unit.name} ${header}`).toBe(printed)
          }
        }
      })
    }
  )

  it('prints movements as on the screen', () => {
    const sheet = sheetOf(opened, '机关处室组')
    const column = headers(sheet).get('升降')!
    const moves = race.groups[0]!.units.map((_, index) => at(sheet, `${column}${index + 4}`))
    expect(moves).toEqual(['↑1', '↑2', '↓1', '↓1', '—', '↑3', '↓1', '—', '↑3', '↓3', '新', '/', '/'])
  })

  it('prints the means of the group and how many units they cover', () => {
    const sheet = sheetOf(opened, '直属单位组')
    const columns = headers(sheet)
    expect(at(sheet, 'B13')).toBe('组平均（9个）')
    expect(
      ['基础分(100)', '体育讲堂(15)', '加分', '减分', '总得分'].map((header) =>
        shown(sheet, `${columns.get(header)!}13`)
      )
    ).toEqual(['87.72', '13.47', '1.10', '0.11', '88.71'])
    expect(at(sheet, `${columns.get('升降')!}13`)).toBeUndefined()
  })

  it('gives a unit without a score one merged cell with the reason', () => {
    const sheet = sheetOf(opened, '机关处室组')
    expect(at(sheet, 'B15')).toBe('离退休干部处')
    expect(at(sheet, 'C15')).toBe('缺报，暂不计分：体育讲堂得分')
    expect(sheet['!merges']!.map((range) => XLSX.utils.encode_range(range))).toContain('C15:J15')
    for (const column of ['D', 'E', 'F', 'G', 'H', 'I', 'J']) expect(at(sheet, `${column}15`)).toBeUndefined()
  })

  it('gives whole reasons where something else than a missing report stopped the score', async () => {
    const set = bureau()
    const unit = set.races[0]!.groups[0]!.units[11]!
    Object.assign(unit.dimensions[0]!.indicators[0]!, { status: 'REFUSED', score: null })
    unit.reasons.unshift('「目标任务得分」没有规则可算')
    const sheet = sheetOf(await writeAndOpen(inputOf(set)), '机关处室组')
    expect(at(sheet, 'C15')).toBe('暂不计分：「目标任务得分」没有规则可算；「体育讲堂得分」缺报')
  })

  it('closes with the chosen rules, the snapshot and the signatures', () => {
    const sheet = sheetOf(opened, '机关处室组')
    for (const sentence of results.footer) expect(at(sheet, 'A18')).toContain(sentence)
    expect(at(sheet, 'A18')).toContain('快照 2026Q3-1-7C3E')
    for (const word of ['制表人：', '审核人：', '负责人：', '分管领导审签：', '日期：'])
      expect(at(sheet, 'A19')).toContain(word)
  })

  it('lists all units in the overall sheet in the order of the result set', () => {
    const sheet = sheetOf(opened, '单位总表')
    const units = race.groups.flatMap((group) => group.units.map((unit) => [unit.name, group.name]))
    expect(units.map((_, index) => [at(sheet, `B${index + 4}`), at(sheet, `C${index + 4}`)])).toEqual(units)
    expect(at(sheet, `A${units.length + 4}`)).toBeUndefined()
  })
})

describe('decimals', () => {
  it.each([
    [0, '7', '7', '−7'],
    [1, '7.5', '7.5', '−7.5'],
    [4, '42.6120', '42.6120', '−42.6120']
  ])(
    'shows %i decimals with trailing zeros and the true minus',
    async (decimals, printed, positive, negative) => {
      const set = bureau()
      set.decimals = decimals
      const unit = set.races[0]!.groups[0]!.units[0]!
      unit.total = { exact: printed, printed }
      unit.base = { exact: `-${printed}`, printed: `-${printed}` }
      unit.gapToFirst = `−${printed}`
      unit.gapToMean = `+${printed}`
      const sheet = sheetOf(await writeAndOpen(inputOf(set)), '机关处室组')
      expect([shown(sheet, 'J4'), shown(sheet, 'C4'), shown(sheet, 'M4'), shown(sheet, 'N4')]).toEqual([
        positive,
        negative,
        negative,
        `+${positive}`
      ])
      const width = (column: number): number => sheet['!cols']![column]!.width!
      expect(width(9)).toBeGreaterThan(positive.length)
      expect(width(2)).toBeGreaterThan(negative.length)
    }
  )
})

describe('details', () => {
  it('shows every indicator score; /, 缺报 and 补 stay apart', () => {
    const sheet = sheetOf(opened, '得分明细')
    const units = race.groups.flatMap((group) => group.units)
    units.forEach((unit, index) => {
      const row = index + 5
      expect(at(sheet, `A${row}`)).toBe(unit.name)
      unit.dimensions.forEach((dimension, column) => {
        const { score, status, estimated } = dimension.indicators[0]!
        const text = shown(sheet, `${'BCDE'[column]!}${row}`)
        if (score === null) expect(text).toBe(status === 'NA' ? '/' : '缺报')
        else expect(text).toBe(score.printed + (estimated ? '补' : ''))
      })
      expect(shown(sheet, `F${row}`)).toBe(unit.total?.printed ?? '未计分')
    })
    expect(at(sheet, 'B15')).toBe(22.5)
    expect(at(sheet, 'D13')).toBe('/')
    expect(at(sheet, 'D16')).toBe('缺报')
    expect(['B3', 'C3', 'D3', 'E3'].map((address) => at(sheet, address))).toEqual(
      DIMENSIONS.map(({ name }) => name)
    )
  })

  it('calls a refused indicator neither 0 nor 缺报', async () => {
    const set = bureau()
    Object.assign(set.races[0]!.groups[1]!.units[0]!.dimensions[0]!.indicators[0]!, {
      status: 'REFUSED',
      score: null
    })
    expect(at(sheetOf(await writeAndOpen(inputOf(set)), '得分明细'), 'B18')).toBe('未计分')
  })

  it('traces every score to its sentence and source', () => {
    const sheet = sheetOf(opened, '计算过程')
    let row = 4
    for (const unit of race.groups.flatMap((group) => group.units)) {
      for (const { name, indicators } of unit.dimensions) {
        const indicator = indicators[0]!
        expect([at(sheet, `A${row}`), at(sheet, `B${row}`), at(sheet, `C${row}`)]).toEqual([
          unit.name,
          name,
          indicator.name
        ])
        expect(shown(sheet, `D${row}`)).toBe(indicator.fullMark)
        expect(at(sheet, `F${row}`)).toBe(indicator.trace.sentence)
        row += 1
      }
    }
    expect(at(sheet, 'G4')).toBe('第三季度汇总.xlsx · 得分 · D7')
    const decided = 4 + 10 * 4
    expect([at(sheet, `A${decided}`), at(sheet, `G${decided}`)]).toEqual([
      '审计处',
      '按决定：局长办公会纪要第9期'
    ])
  })

  it('names each source sheet once with its cells, and counts what is too much to name', async () => {
    const set = bureau()
    const { inputs } = set.races[0]!.groups[0]!.units[0]!.dimensions[0]!.indicators[0]!.trace
    const first = inputs[0]!
    const place = { kind: 'cell' as const, batchId: 1, file: '汇总.xlsx', raw: '' }
    const cells = ['B2', 'B3', 'B4', 'B5'].map((address) => ({
      ...first,
      source: { ...place, sheet: '一', address }
    }))
    inputs.splice(0, 1, ...cells, { ...first, source: { ...place, sheet: '二', address: 'C1' } })
    const text = at(sheetOf(await writeAndOpen(inputOf(set)), '计算过程'), 'G4')
    expect(text).toBe('汇总.xlsx · 一 · B2、B3、B4 等 4 处；汇总.xlsx · 二 · C1')
  })

  it('keeps the indicators of a dimension together, also those that only some units have', async () => {
    const set = bureau()
    const { indicators } = set.races[0]!.groups[0]!.units[4]!.dimensions[0]!
    indicators.push({ ...indicators[0]!, indicator: 'TASK_OWN', name: '专项任务' })
    const sheet = sheetOf(await writeAndOpen(inputOf(set)), '得分明细')
    expect([...headers(sheet).keys()].slice(1, 4)).toEqual([
      '目标任务得分(50)',
      '专项任务(50)',
      '承诺事项得分(20)'
    ])
    expect([at(sheet, 'C5'), at(sheet, 'C9')]).toEqual(['/', 44.6])
  })

  it('lists every ledger entry and what counted after the cap', () => {
    const sheet = sheetOf(opened, '加减分明细')
    const { entries, sentence } = race.groups[0]!.units[2]!.adjustments
    entries.forEach(({ entry, sign }, index) => {
      const row = index + 4
      expect(at(sheet, `${sign === 'BONUS' ? 'C' : 'D'}${row}`)).toBe(Number(entry.points))
      expect(at(sheet, `${sign === 'BONUS' ? 'D' : 'C'}${row}`)).toBeUndefined()
      expect(at(sheet, `E${row}`)).toBe(entry.reason)
      expect(at(sheet, `H${row}`)).toBe(sentence)
    })
    expect(at(sheet, 'A7')).toBeUndefined()
  })

  it('has no ledger sheet when there are no entries', async () => {
    expect((await writeAndOpen(inputOf(manyDimensions(1)))).book.SheetNames).not.toContain('加减分明细')
  })

  it('explains itself: scheme, snapshot in local time, rules, legend, checksum', () => {
    const text = XLSX.utils.sheet_to_csv(sheetOf(opened, '说明'))
    for (const part of [
      results.scheme.title,
      '第 3 版',
      '2026Q3-1-7C3E',
      ...results.footer,
      results.inputsHash,
      '「补」'
    ]) {
      expect(text).toContain(part)
    }
    const frozen = new Date('2026-10-14T09:30:00.000Z')
    expect(text).toContain(`2026年10月${frozen.getDate()}日 ${String(frozen.getHours()).padStart(2, '0')}:30`)
  })

  it('keeps two races with equal group names apart', async () => {
    const set = bureau()
    set.races.push({ ...set.races[0]!, race: 'SECOND', name: '项目赛马' })
    const names = (await writeAndOpen(inputOf(set))).book.SheetNames
    expect(names).toContain('季度赛马机关处室组')
    expect(names).toContain('项目赛马机关处室组')
    expect(names).toContain('项目赛马得分明细')
  })
})
