import { describe, expect, it } from 'vitest'
import { readDraft } from '../../../renderer/src/features/schemeEditor/draft/readDraft.ts'
import { draftNames } from '../../../renderer/src/features/schemeEditor/draft/draftNames.ts'
import type { DraftIndicator } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import {
  readPaste,
  type PasteReading
} from '../../../renderer/src/features/schemeEditor/targets/readPaste.ts'
import { readTargetText } from '../../../renderer/src/features/schemeEditor/targets/readTargetText.ts'
import { readTsv } from '../../../renderer/src/features/schemeEditor/targets/readTsv.ts'
import {
  standingField,
  withoutTarget,
  withTargetField
} from '../../../renderer/src/features/schemeEditor/targets/targetEdits.ts'
import {
  changesOf,
  targetGrid,
  withChanges,
  withEveryUnit,
  type TargetView
} from '../../../renderer/src/features/schemeEditor/targets/targetGrid.ts'
import { bureauDefinition } from './draftHandlers.ts'

describe('text from a spreadsheet', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    ['"第一行\n第二行"\t5', [['第一行\n第二行', '5']]],
    ['"他说""好"""\t', [['他说"好"', '']]],
    ['5"寸\t1', [['5"寸', '1']]],
    ['\t\t3', [['', '', '3']]],
    ['\n\n', []]
  ])('%j', (text, cells) => {
    expect(readTsv(text)).toEqual(cells)
  })
})

describe('one target as it is typed', () => {
  it.each([
    ['２，０００', '万元', '2000'],
    ['1,234.50', '', '1234.5'],
    ['2亿元', '万元', '20000'],
    ['3万', '元', '30000'],
    ['95.5%', '%', '95.5'],
    ['0', '件', '0']
  ])('%s in %s', (typed, measure, value) => {
    expect(readTargetText(typed, 'base', measure)).toMatchObject({ kind: 'VALUE', value })
  })

  it('converts bare numbers by the measure of their column, and says so', () => {
    const read = readTargetText('1.5', 'Q2', '万元', '亿元')
    expect(read).toMatchObject({ kind: 'VALUE', value: '15000' })
    expect(read.kind === 'VALUE' && read.note).toContain('1.5亿元 换算为 15000万元')
  })

  it.each(['', '/', '无', '—'])('reads %j as nothing there, never as 0', (typed) => {
    expect(readTargetText(typed, 'base', '')).toEqual({ kind: 'NOTHING' })
  })

  it.each(['约 500', '500-600', '5个亿吧', '2026年'])('guesses no number in %j', (typed) => {
    expect(readTargetText(typed, 'base', '万元').kind).toBe('BAD')
  })

  it('reads places however they are said, and nothing else as a place', () => {
    for (const typed of ['3', '前3名', '第 3 位', '全省前3']) {
      expect(readTargetText(typed, 'rankTarget', '万元')).toMatchObject({ kind: 'VALUE', value: '3' })
    }
    for (const typed of ['0', '2.5', '-1']) expect(readTargetText(typed, 'rankTarget', '').kind).toBe('BAD')
  })
})

describe('a unit’s target', () => {
  const common: DraftIndicator = { targets: [{ unit: '*', base: '100', phased: { Q1: '25' } }] }

  it('is the common one until it has its own, which takes the other numbers along', () => {
    expect(standingField(common, 'a', 'Q1')).toEqual({ value: '25', common: true })
    const own = withTargetField(common, 'a', 'base', '120')
    expect(own.targets?.[1]).toEqual({ unit: 'a', base: '120', phased: { Q1: '25' } })
    expect(common.targets).toHaveLength(1)
    expect(withoutTarget(own, 'a')).toEqual(common)
  })

  it('is gone when its last field is emptied, and the list with it', () => {
    const one = withTargetField({}, 'a', 'Q3', '9')
    expect(one.targets).toEqual([{ unit: 'a', phased: { Q3: '9' } }])
    expect(withTargetField(one, 'a', 'Q3', undefined)).toEqual({})
  })

  it('keeps fields that nobody shows', () => {
    const indicator = { targets: [{ unit: 'a', base: '1', note: '原样' }] } as unknown as DraftIndicator
    expect(withTargetField(indicator, 'a', 'base', '2').targets).toEqual([
      { unit: 'a', base: '2', note: '原样' }
    ])
  })
})

const draft = readDraft(bureauDefinition())
const names = draftNames(draft)

function paste(block: string, view: TargetView, at = { row: '*', column: '' }): PasteReading {
  const grid = targetGrid(draft, view, names)
  return readPaste(readTsv(block), {
    units: (draft.units ?? []).map((unit) => ({
      code: unit.code ?? '',
      name: unit.name ?? '',
      shortName: unit.shortName ?? null,
      aliases: unit.aliases ?? []
    })),
    organisation: draft.organisation ?? '',
    rows: grid.rows.map((row) => row.key),
    columns: grid.columns,
    at
  })
}

const told = (reading: PasteReading): string[] =>
  reading.cells.map((cell) => `${cell.row} ${cell.column.key}=${cell.value}`)

describe('a pasted block', () => {
  const view: TargetView = { by: 'INDICATOR', indicator: '0/0/1' }

  it('goes by the names in it, whatever the order, and lists those it does not know', () => {
    const reading = paste(
      '序号\t处室\t奋斗目标\t基本目标\t备注栏\n1\t人事处\t１２０\t100\tx\n2\t办公室（盖章）\t1,300\t/\ty\n3\t宣传部\t5\t6\tz',
      { by: 'INDICATOR', indicator: '0/0/0' }
    )
    expect(told(reading)).toEqual(['personnel stretch=120', 'personnel base=100', 'office stretch=1300'])
    expect(reading.unknown).toEqual(['宣传部'])
    expect(reading.ignored).toEqual(['序号', '备注栏'])
  })

  it('goes down from the cursor when there are only numbers', () => {
    const grid = targetGrid(draft, view, names)
    const [second, third] = [grid.rows[1]!.key, grid.rows[2]!.key]
    const reading = paste('1\t2\n3\t4', view, { row: second, column: 'Q3' })
    expect(told(reading)).toEqual([`${second} Q3=1`, `${second} Q4=2`, `${third} Q3=3`, `${third} Q4=4`])
  })

  it('gives several numbers without names to the units, one number to the common row', () => {
    const grid = targetGrid(draft, view, names)
    const [first, second] = [grid.rows[1]!.key, grid.rows[2]!.key]
    expect(told(paste('7\n8', view, { row: '*', column: 'base' }))).toEqual([
      `${first} base=7`,
      `${second} base=8`
    ])
    expect(paste('7\n8', view).inOrder).toEqual({ first, last: second })
    expect(paste('办公室\t7\n人事处\t8', view).inOrder).toBeNull()
    expect(told(paste('7', view, { row: '*', column: 'base' }))).toEqual(['* base=7'])
  })

  it('says what lies beyond the edge instead of dropping it', () => {
    const last = targetGrid(draft, view, names).rows.at(-1)!.key
    expect(paste('1\n2', view, { row: last, column: 'base' }).outside).toBe(1)
    expect(paste('1\t2', view, { row: last, column: 'basis' }).outside).toBe(1)
  })

  it('reads the measure of a column from its head', () => {
    const reading = paste('单位\t基本目标（亿元）\n办公室\t0.02', view)
    expect(reading.cells[0]).toMatchObject({ row: 'office', value: '200' })
  })

  it('finds indicators by name in the view of one column', () => {
    const reading = paste('单位\t资金到位\t重点体育项目落地\n办公室\t500\t3', {
      by: 'COLUMN',
      field: 'base',
      dimension: '0/0'
    })
    expect(told(reading)).toEqual(['office 0/0/1=500', 'office 0/0/0=3'])
  })

  it('reports cells that are no numbers, and changes nothing for them', () => {
    const reading = paste('办公室\t约 500', view)
    expect(reading.cells).toEqual([])
    expect(reading.bad).toMatchObject([{ row: 'office', text: '约 500' }])
  })

  it('changes what differs, and only that', () => {
    const reading = paste('单位\t基本目标\n办公室\t500', view)
    const changes = changesOf(draft, reading.cells)
    expect(changes).toHaveLength(1)
    const after = withChanges(draft, changes)
    expect(changesOf(after, reading.cells)).toEqual([])
    expect(after.races?.[0]?.dimensions?.[1]).toBe(draft.races?.[0]?.dimensions?.[1])
  })
})

it('sets one number for every unit, those with a target of their own included', () => {
  const view: TargetView = { by: 'INDICATOR', indicator: '0/0/0' }
  const { rows, columns } = targetGrid(draft, view, names)
  const column = columns.find(({ key }) => key === 'base')!
  const after = withEveryUnit(draft, column, rows, '7')
  const indicator = after.races?.[0]?.dimensions?.[0]?.indicators?.[0]
  expect(rows.map(({ key }) => standingField(indicator!, key, 'base').value)).toEqual(rows.map(() => '7'))
})
