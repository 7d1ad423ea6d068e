import { describe, expect, it } from 'vitest'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { createBatch } from '#db/repos/batchRepo.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { saveCatalogue } from '#electron/services/incentive/catalogue.ts'
import { actOnEntries } from '#electron/services/incentive/entryActions.ts'
import { acceptBonuses, refuseBonus } from '#electron/services/incentive/honourBonuses.ts'
import {
  addHonour,
  editHonour,
  honoursOf,
  restoreHonour,
  voidHonour
} from '#electron/services/incentive/honourRegister.ts'
import { honourSettingsOf, saveHonourSettings } from '#electron/services/incentive/honourSettings.ts'
import { honourList } from '#electron/services/incentive/honourViews.ts'
import { saveImportedHonour, undoImportedHonour } from '#electron/services/incentive/importedHonour.ts'
import { saveModel, modelViews, removeModel } from '#electron/services/incentive/models.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { HonourInput } from '#shared/domain/incentive/honour.ts'
import { refusal } from '../../db/fixture.ts'
import { awardItem, incentiveOffice } from '../../helpers/incentiveOffice.ts'

const PERIOD = '2026Q3'

const award = (change: Partial<HonourInput> = {}): HonourInput => ({
  kind: 'MODEL',
  level: 'CITY',
  title: '全市先进典型',
  unit: 'a',
  person: '',
  date: '2026-08-20',
  document: '市委〔2026〕31号',
  deeds: '',
  ...change
})

/** An office whose rule rewards every honour by the catalogue's level table. */
async function ruled(options: Parameters<typeof incentiveOffice>[0] = {}): Promise<Workspace> {
  const workspace = await incentiveOffice(options)
  saveCatalogue(workspace.library, PERIOD, null, awardItem())
  saveHonourSettings(workspace.library, {
    ...honourSettingsOf(workspace.library),
    rules: [{ kind: '*', level: '*', catalogue: 'BZ' }]
  })
  return workspace
}

const bonuses = ({ library }: Workspace) =>
  honourList(library, { voided: true }).honours.map(({ title, bonus }) => `${title} ${bonus.state}`)

describe('the register of honours', () => {
  it('keeps an honour once, in force until it is voided with a reason', async () => {
    const { library } = await incentiveOffice()
    const { id, version } = addHonour(library, award())
    expect(refusal(() => addHonour(library, award()))).toMatchObject({ code: 'CONFLICT' })
    editHonour(library, id, version, award({ deeds: '事迹' }))
    expect(refusal(() => editHonour(library, id, version, award()))).toMatchObject({ code: 'CONFLICT' })
    expect(honoursOf(library, '2026-07-01', '2026-09-30')).toMatchObject([{ id, deeds: '事迹' }])
    expect(honoursOf(library, '2026-09-01', '2026-09-30')).toEqual([])
    voidHonour(library, id, '文件撤回')
    expect(honoursOf(library, '2026-07-01', '2026-09-30')).toEqual([])
    expect(honourList(library, { voided: true }).honours[0]).toMatchObject({ voided: { reason: '文件撤回' } })
    addHonour(library, award())
    expect(refusal(() => restoreHonour(library, id))).toMatchObject({ code: 'CONFLICT' })
  })

  it('knows which kinds are a person’s', async () => {
    const { library } = await incentiveOffice()
    expect(refusal(() => addHonour(library, award({ kind: 'PARTY_MEMBER' }))).message).toContain(
      '请写明获奖人'
    )
    expect(refusal(() => addHonour(library, award({ kind: 'STUDIO', person: '张某' }))).message).toContain(
      '集体荣誉'
    )
    expect(refusal(() => addHonour(library, award({ kind: '没有的' })))).toMatchObject({
      code: 'VALIDATION_FAILED'
    })
    expect(refusal(() => addHonour(library, award({ date: '2026-12-01' }))).message).toContain('还没有到')
  })

  it('takes rows of an imported list, told as new, changed or the same, and gives them back', async () => {
    const { library } = await incentiveOffice()
    const batchId = createBatch(library.db, {
      ...{ period: PERIOD, fileName: '名册.xlsx', fixes: {}, mapping: [], by: '考核办', at: library.now() },
      ...{ appVersion: '0', original: null },
      raw: {
        fileName: '名册.xlsx',
        sha256: 'a'.repeat(64),
        bytes: 1,
        format: 'xlsx',
        sheets: [],
        defects: []
      }
    } as unknown as Parameters<typeof createBatch>[1])
    const cell = { batchId, sheet: '荣誉', address: 'B3' }
    const first = saveImportedHonour(library, award(), cell)
    expect(first).toMatchObject({ outcome: 'NEW', previous: null })
    expect(saveImportedHonour(library, award({ document: '' }), cell)).toMatchObject({ outcome: 'SAME' })
    const second = saveImportedHonour(library, award({ level: 'PROVINCIAL' }), cell)
    expect(second).toMatchObject({ id: first.id, outcome: 'CHANGED', previous: { level: 'CITY' } })
    undoImportedHonour(library, second, '撤销导入')
    expect(honoursOf(library, '2026-01-01', '2026-12-31')).toMatchObject([{ level: 'CITY' }])
    // Somebody has changed it since: taking the first back would lose that.
    expect(refusal(() => undoImportedHonour(library, first, '撤销导入')).message).toContain('又改过')
  })
})

describe('bonuses by rule', () => {
  it('are proposed, become one entry each and never a second one', async () => {
    const workspace = await ruled()
    const { library } = workspace
    const { id } = addHonour(library, award())
    expect(honourList(library, {})).toMatchObject({
      proposals: 1,
      honours: [{ bonus: { state: 'PROPOSED', points: '1.5', date: '2026-08-20', blocked: null } }]
    })
    const [entry] = acceptBonuses(library, [id], '李批准')
    expect(
      computePeriod(library, PERIOD).races[0]!.groups[0]!.units.find((u) => u.unit === 'a')!.total!.printed
    ).toBe('89.90')
    expect(bonuses(workspace)).toEqual(['全市先进典型 ENTERED'])
    expect(refusal(() => acceptBonuses(library, [id], '李批准'))).toMatchObject({ code: 'CONFLICT' })
    expect(refusal(() => voidHonour(library, id, '误登'))).toMatchObject({ code: 'CONFLICT' })
    actOnEntries(library, [entry!], { action: 'REVERSE', reason: '误登' })
    expect(honourList(library, {}).proposals).toBe(0)
    voidHonour(library, id, '误登')
  })

  it('count the highest level only of one document or title', async () => {
    const workspace = await ruled()
    const { library } = workspace
    const city = addHonour(library, award())
    const province = addHonour(library, award({ level: 'PROVINCIAL', title: '全省先进典型' }))
    addHonour(library, award({ unit: 'b' }))
    expect(bonuses(workspace)).toEqual([
      '全市先进典型 LOWER',
      '全省先进典型 PROPOSED',
      '全市先进典型 PROPOSED'
    ])
    expect(refusal(() => acceptBonuses(library, [province.id, city.id], '李批准'))).toMatchObject({
      code: 'CONFLICT'
    })
    expect(entriesOf(library.db, PERIOD)).toEqual([])
  })

  it('replace the lower one where the higher comes later', async () => {
    const workspace = await ruled()
    const { library } = workspace
    acceptBonuses(library, [addHonour(library, award()).id], '李批准')
    const higher = addHonour(library, award({ level: 'NATIONAL', title: '全国先进典型', date: '2026-09-01' }))
    acceptBonuses(library, [higher.id], '李批准')
    expect(entriesOf(library.db, PERIOD).map(({ points }) => points)).toEqual(['5'])
  })

  it('go to the day of recognition where the honour’s own quarter is frozen (S21)', async () => {
    const { library } = await ruled({ frozenQ2: true })
    const { id } = addHonour(library, award({ date: '2026-05-30' }))
    const [view] = honourList(library, {}).honours
    // Today is 9 October and the fourth quarter is not opened: the last day of the open one.
    expect(view!.bonus).toMatchObject({ state: 'PROPOSED', date: '2026-09-30', blocked: null })
    acceptBonuses(library, [id], '李批准')
    expect(entriesOf(library.db, PERIOD)).toMatchObject([{ reason: '全市先进典型（原日期 2026-05-30）' }])
    expect(entriesOf(library.db, '2026Q2')).toEqual([])
    addHonour(library, award({ date: '2026-10-08', title: '下一季的', document: '' }))
    const [next] = honourList(library, { text: '下一季' }).honours
    expect(next!.bonus).toMatchObject({ blocked: expect.stringContaining('还没有建立') as unknown })
  })

  it('can be refused, with the reason, and asked again', async () => {
    const workspace = await ruled()
    const { library } = workspace
    const { id } = addHonour(library, award())
    refuseBonus(library, id, true, '同类已计')
    expect(honourList(library, {})).toMatchObject({
      proposals: 0,
      honours: [{ bonus: { state: 'REFUSED', sentence: '考核办决定不加分：同类已计' } }]
    })
    expect(refusal(() => acceptBonuses(library, [id], '李批准'))).toMatchObject({ code: 'CONFLICT' })
    refuseBonus(library, id, false, '')
    expect(bonuses(workspace)).toEqual(['全市先进典型 PROPOSED'])
  })

  it('need rules that lead somewhere, and kinds that honours use', async () => {
    const { library } = await ruled()
    addHonour(library, award())
    const settings = honourSettingsOf(library)
    const lost = { ...settings, rules: [{ kind: '*', level: '*' as const, catalogue: '没有' }] }
    expect(refusal(() => saveHonourSettings(library, lost)).message).toContain('没有，或已停用')
    const kinds = settings.kinds.filter((kind) => kind.code !== 'MODEL')
    expect(refusal(() => saveHonourSettings(library, { ...settings, kinds })).message).toContain(
      '登记着 1 项'
    )
  })
})

describe('看齐标准', () => {
  it('shows how far each unit is, with nothing compared where nothing was handed in', async () => {
    const { library } = await incentiveOffice()
    const metric = {
      indicator: 'output',
      text: '',
      value: '70',
      direction: 'UP' as const,
      source: '市里通报'
    }
    const model = { title: '看齐先进', honour: null, unit: 'b', metrics: [metric] }
    const id = saveModel(library, PERIOD, null, model)
    const [view] = modelViews(library, PERIOD).models
    expect(view!.rows.map(({ unitName, distances }) => [unitName, distances[0]!.word])).toEqual([
      ['甲处', '超 5'],
      ['乙处', '超 5'],
      ['丙处', '差 10'],
      ['丁处', '差 25']
    ])
    expect(refusal(() => saveModel(library, PERIOD, id, { ...model, honour: 1 })).message).toContain(
      '只选其一'
    )
    removeModel(library, id)
    expect(modelViews(library, PERIOD).models).toEqual([])
  })
})
