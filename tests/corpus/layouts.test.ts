import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import type { CatalogueIndicator } from '#shared/domain/importing/catalogue.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import type { z } from 'zod'
import { CORPUS, CORPUS_MISSING } from '../helpers/corpus.ts'
import { catalogue, INDICATORS } from '../unit/domain/importing/helpers/catalogue.ts'

type Item = readonly [code: string, name: string, unit: string, fields?: readonly string[]]

interface Case {
  file: string
  what: string
  /** The one unit of the sheet, with code u. */
  unit: string
  items: readonly Item[]
  fixes?: z.input<typeof importFixes>
  layout: string
  staged: readonly string[]
  /** What must be told beside names that this little catalogue does not know. */
  told: readonly string[]
}

/** Real sheets whose names make up a scheme: the numbers are those that anybody reads off them. */
const CASES: readonly Case[] = [
  {
    file: 'sstqa-zh_001.xlsx',
    what: 'a form with tables side by side and a tree of indicators further down',
    unit: '湛江市人力资源和社会保障局',
    items: [
      ['jobs', '城镇新增就业人数', '人'],
      ['founders', '促进创业人数', '人'],
      ['exact', '补贴发放准确率', '%']
    ],
    layout: 'UNIT_ITEMS',
    staged: ['E18 u/jobs/target=50000', 'E19 u/founders/target=3000', 'E22 u/exact/target=100'],
    told: ['WRONG_PERIOD A1']
  },
  {
    file: 'sstqa-zh_040.xlsx',
    what: 'the same form a year before, with targets in words and with measures behind them',
    unit: '湛江市人力资源和社会保障局',
    items: [
      ['loans', '发放创业担保贷款金额', '万元'],
      ['pension', '城乡居民基础养老金标准', '元'],
      ['exact', '补贴发放准确率', '%']
    ],
    layout: 'UNIT_ITEMS',
    staged: ['E19 u/loans/target=5000'],
    told: ['NOT_A_NUMBER E18', 'UNIT_SUFFIX E19', 'NOT_A_NUMBER E23', 'WRONG_PERIOD A1']
  },
  {
    file: 'sstqa-zh_087.xlsx',
    what: 'a KPI sheet whose second header row is blank, with percents, 1件 and 0次, and no scores yet',
    unit: '生产部',
    items: [
      ['intime', '订单交期及时率', '%', ['actual', 'score']],
      ['complaints', '顾客抱怨次数', '件', ['actual', 'score']],
      ['accidents', '各项事故的控制', '次']
    ],
    fixes: { sheets: { Sheet1: { unit: 'u' } } },
    layout: 'UNIT_ITEMS',
    staged: [
      'E4 u/intime/target=95',
      'I4 u/intime/score=MISSING',
      'E5 u/complaints/target=1',
      'I5 u/complaints/score=MISSING',
      'E7 u/accidents/target=0'
    ],
    told: ['BLANK_CELL I4', 'UNIT_SUFFIX E5', 'BLANK_CELL I5', 'UNIT_SUFFIX E7']
  },
  {
    file: 'sstqa-zh_017.xlsx',
    what: 'an application form of 78 merges: its one unit in two cells, its table far below',
    unit: '武汉市人力资源和社会保障局东湖新技术开发区分局',
    items: [
      ['budget', '项目总预算', '万元'],
      ['jobs', '城镇新增就业人数', '人']
    ],
    layout: 'UNIT_ITEMS',
    staged: ['F36 u/jobs/target=25000'],
    told: ['ROW_ABOVE_HEADER C8', 'UNIT_SUFFIX F36', 'WRONG_PERIOD A1']
  },
  {
    file: 'sstqa-zh_081.xlsx',
    what: 'quarters across as bare numerals, and a second block with the header repeated',
    unit: '生产部',
    items: [
      ['need', '预计生产需用量', '件'],
      ['buy', '预计材料采购量', '件']
    ],
    fixes: { sheets: { 直接材料预算分析表: { unit: 'u' } } },
    layout: 'UNIT_ITEMS',
    staged: ['D3 u/need/actual=5513', 'D7 u/buy/actual=5446.4'],
    told: ['UNKNOWN_COLUMN F2']
  }
]

function indicator([code, name, unit, fields = ['actual']]: Item): CatalogueIndicator {
  return {
    ...INDICATORS[0]!,
    code,
    name,
    aliases: [],
    unit,
    fields,
    units: new Set(['u']),
    targets: new Map(),
    fullMark: '100'
  }
}

const reader = createWorkbookReader()
afterAll(() => reader.close())

describe.skipIf(CORPUS_MISSING !== null)(`layouts of the corpus ${CORPUS_MISSING ?? ''}`, () => {
  it.each(CASES)('$file: $what', async ({ file, unit, items, fixes, layout, staged, told }) => {
    const raw = await reader.read({ path: path.join(CORPUS, 'open', file) })
    const known = catalogue({
      units: [{ code: 'u', name: unit, shortName: null, aliases: [], groups: [] }],
      indicators: items.map(indicator)
    })
    const analysis = analyseWorkbook(raw, known, importFixes.parse(fixes ?? {}))
    const sheet = analysis.sheets[0]!
    expect(sheet.layout).toBe(layout)
    expect(sheet.unit?.code).toBe('u')
    expect(
      sheet.readings.map((one) => `${one.address} u/${one.indicator}/${one.field}=${one.value ?? one.state}`)
    ).toEqual(staged)
    const others = allProblems(analysis).filter(({ code }) => code !== 'UNKNOWN_INDICATOR')
    expect(others.map(({ code, place }) => `${code} ${place.cell ?? '-'}`)).toEqual(told)
  })

  it('says what a plan of standards without results lacks', async () => {
    const raw = await reader.read({ path: path.join(CORPUS, 'open', 'sstqa-zh_076.xlsx') })
    const analysis = analyseWorkbook(raw, catalogue(), importFixes.parse({}))
    const [problem] = allProblems(analysis).filter(({ code }) => code === 'UNKNOWN_LAYOUT')
    expect(problem?.message).toContain('没有找到单位、指标')
  })
})
