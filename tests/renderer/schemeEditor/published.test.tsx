import { expect, it, vi } from 'vitest'
import { S3 } from '../../fixtures/schemes/s3.ts'
import { s10 } from '../../fixtures/schemes/s10.ts'
import { S17 } from '../../fixtures/schemes/s17.ts'
import { S35, SICHUAN } from '../../fixtures/schemes/s35.ts'
import { S9 } from '../../fixtures/schemes/s9.ts'
import { choose, openSection, openTab, pane, press, type } from './published/clerk.ts'
import { expectPublished, openBlank } from './published/rebuilt.ts'
import {
  addBonuses,
  addDimension,
  addIndicator,
  answer,
  commonTarget,
  groupMark,
  nameDimension,
  nameRace,
  pasteTargets,
  pasteUnits,
  writeGroups,
  writeOrganisation,
  type IndicatorSpec
} from './published/steps.ts'

/**
 * The published schemes, built from an empty draft with the editor's own controls; what main was given at the end must
 * give the published numbers (S3, S9, S10, S17, S35; the inputs are those of the scheme files' own test).
 */

// Hundreds of steps each: some ten seconds of work, more on a machine that does other things as well.
vi.setConfig({ testTimeout: 120_000 })

/** One column out of Excel. */
const column = (names: readonly string[]): string => names.join('\r\n')

it('S3: rank points, ten counties, 5 % less a place', async () => {
  const world = await openBlank('条线考核（公墓建设进度）', 2013)
  await writeOrganisation('示例考核办')
  await writeGroups(['县市区'])
  await pasteUnits(column([...'ABCDEFGHIJ'].map((letter) => `${letter} 县`)), '乡镇街道', '县市区')
  await nameRace('公墓建设', '20')
  const dimension = await nameDimension('目标任务', '建设进度', '20')
  await addIndicator(dimension, {
    name: '公墓建设进度',
    mark: '20',
    unit: '%',
    kind: '按名次给分',
    who: 'A 县',
    params: { '名次每降 1 位减': '5', 减的单位: '满分的百分之几' }
  })
  await openTab('赛项设置')
  await openSection('季度合成全年')
  await choose('怎样合成', '各季度平均')
  const scheme = await expectPublished(world, S3)
  expect(scheme.races[0]!.year.method).toBe('MEAN')
})

it('S9: three ratios, two providers with shares, bonus classes with caps', async () => {
  const world = await openBlank('产业专班招商引资绩效评价', 2023)
  await writeOrganisation('示例考核办')
  await writeGroups(['专班组'])
  await pasteUnits('产业专班', '专班', '专班组')
  await nameRace('季度评价', '100')
  const dimension = await nameDimension('目标任务', '招商引资', '100')
  const ratio = (name: string, unit: string, mark: string): IndicatorSpec => ({
    name,
    mark,
    unit,
    kind: '按完成比例',
    who: '产业专班'
  })
  await addIndicator(dimension, ratio('签约项目', '个', '30'))
  await addIndicator(dimension, ratio('到位资金', '万元', '20'))
  await addIndicator(dimension, ratio('开工项目', '个', '20'))
  const direct = { kind: '直接打分', who: '产业专班', mark: '15' }
  await addIndicator(dimension, { ...direct, name: '服务评价' })
  await press('加一行', pane())
  await press('加一行', pane())
  await type('几家共同打分第 1 行打分单位', '园区')
  await type('几家共同打分第 1 行占比', '70')
  await type('几家共同打分第 2 行打分单位', '乡镇')
  await type('几家共同打分第 2 行占比', '30')
  await addIndicator(dimension, { ...direct, name: '综合评价' })
  await commonTarget('招商引资 › 签约项目', '基本目标（个）', '4')
  await commonTarget('招商引资 › 到位资金', '基本目标（万元）', '6,000')
  await commonTarget('招商引资 › 开工项目', '基本目标（个）', '３')
  await addBonuses([
    ['走访企业', '3'],
    ['推介会', '6']
  ])
  await expectPublished(world, S9)
})

const MODES = [
  ['LINEAR', '按比例算'],
  ['STEP', '不算，满一档才算']
] as const

it.each(MODES)('S10, %s: classes with their own full marks, caps and a cliff', async (mode, words) => {
  const published = s10(mode)
  const world = await openBlank('镇乡工业经济考核', 2007)
  await writeOrganisation('示例考核办')
  await writeGroups(['A 类'])
  const list = published.scheme.units.map(({ name }) => `${name}\t${name[0]} 类`)
  await pasteUnits(column(['镇乡\t组别', ...list]), '乡镇街道', null)
  await nameRace('工业经济', '9')
  await groupMark(['race', '工业经济'], 'B 类', '8')
  const dimension = await nameDimension('目标任务', '工业经济', '9')
  await groupMark(dimension, 'B 类', '8')
  const spec = { unit: '万元', kind: '达标基础上加减分', who: 'A1 镇' }
  await addIndicator(dimension, {
    ...spec,
    name: '销售收入增量',
    mark: '7',
    params: {
      每好于目标: '10',
      加: '0.5',
      最多加: '1',
      每差于目标: '10',
      减: '0.5',
      最多减: '1',
      不足一档: words
    }
  })
  const exports = await addIndicator(dimension, {
    ...spec,
    name: '出口交货值',
    mark: '2',
    params: { 每差于目标: '10', 减: '1', 不足一档: words, 完成率低于多少不得分: '80' }
  })
  await groupMark(exports, 'B 类', '1')
  await pasteTargets(
    '工业经济 › 销售收入增量',
    column(['镇乡\t目标', ...published.scheme.units.map(({ name }) => `${name}\t100`)]),
    9
  )
  await commonTarget('工业经济 › 出口交货值', '基本目标（万元）', '100')
  await expectPublished(world, published)
})

it('S17: better than the target earns more, in both directions', async () => {
  const world = await openBlank('绩效指标评分', 2021)
  await writeOrganisation('示例考核办')
  await writeGroups(['部门组'])
  const units = ['第1部', '第2部', '第3部', '第4部']
  await pasteUnits(column(units), '处室', '部门组')
  await nameRace('绩效', '200')
  const dimension = await nameDimension('目标任务', '绩效指标', '200')
  const spec = { mark: '100', kind: '按偏离目标加减分', who: '第1部' }
  const params = { 每好于目标: '5', 加: '5', 每差于目标: '5', 减: '5', 最高: '120', 最低: '0' }
  await addIndicator(dimension, { ...spec, name: '产量', unit: '辆', direction: '越高越好', params })
  await addIndicator(dimension, { ...spec, name: '缺陷数', unit: '件', direction: '越低越好', params })
  await pasteTargets('绩效指标 › 产量', column(['100', '100', '100', '100']), 4)
  await commonTarget('绩效指标 › 缺陷数', '基本目标（件）', '10')
  await expectPublished(world, S17)
})

it('S35: twenty-one cities at once, five parts, one decimal', async () => {
  const world = await openBlank('政务信息公开考核', 2011)
  await writeOrganisation('示例考核办')
  await writeGroups(['市州'])
  await pasteUnits(column(S35.scheme.units.map(({ name }) => name)), '处室', '市州')
  await nameRace('政务公开', '100')
  const who = SICHUAN[0]!.name
  for (const [index, { name, fullMark }] of S35.scheme.races[0]!.dimensions.entries()) {
    const dimension = await (index === 0
      ? nameDimension('目标任务', name, fullMark)
      : addDimension(name, fullMark))
    await addIndicator(dimension, { name, mark: fullMark, kind: '直接打分', who })
  }
  await answer('小数和取舍', '得分印几位小数？', '1')
  await expectPublished(world, S35)
})
