import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import { awardItem, entry, incentiveScheme } from '../helpers/incentiveOffice.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

const PERIOD = '2025Q1'

/** Everything behind the window with the first quarter of a past year open; answers are checked against the contract. */
async function office() {
  const folder = temporaryFolder()
  const file = join(folder, '导出.xlsx')
  const backend = openBackend({
    saveAs: () => Promise.resolve(file),
    pickWorkbooks: () => Promise.resolve([file])
  })
  await backend.ask('app.create', { with: 'EMPTY' })
  loadScheme(backend.holder.library(), incentiveScheme(), PERIOD)
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = await backend.ask(route, input)
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
    return answer.data
  }
  return { ...backend, ask, refused: backend.ask, file }
}

const mine = (change: Parameters<typeof entry>[0] = {}) => entry({ date: '2025-02-10', ...change })

describe('the ledger, the catalogue and honours through the window’s routes', () => {
  it('enter, approve, explain and export', async () => {
    const { ask, refused, events, file } = await office()
    await ask('incentive.saveCatalogue', { period: PERIOD, id: null, entry: awardItem() })
    const { id } = await ask('incentive.add', {
      entry: mine({ points: '6', instant: true }),
      then: { step: 'SUBMIT' }
    })
    const effect = await ask('incentive.effect', { id })
    expect(effect.races[0]!.sentence).toBe('这 6 分只计 5 分：「表彰」此前已登记 0 分，封顶 5 分。')
    await ask('incentive.act', { ids: [id], action: { action: 'APPROVE', approver: '李批准' } })
    expect(events.some((event) => event.event === 'changed')).toBe(true)
    const ledger = await ask('incentive.ledger', { period: PERIOD })
    expect(ledger).toMatchObject({ waiting: 0, entries: [{ id, counts: '5', state: 'effective' }] })
    const detail = await ask('incentive.get', { id })
    expect(detail.events.map(({ type }) => type)).toEqual(['ENTERED', 'SUBMITTED', 'APPROVED'])

    for (const list of ['LEDGER', 'INSTANT'] as const) {
      const saved = await ask('incentive.export', { period: PERIOD, list, format: 'xlsx' })
      expect(saved!.fileName).toBe('导出.xlsx')
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    }
    await ask('incentive.exportCatalogue', { period: PERIOD, format: 'xlsx' })
    await expect(ask('incentive.pickCatalogue', { period: PERIOD })).resolves.toMatchObject({ same: 1 })
    writeFileSync(file, '类别,名称,分值\n没有的类,甲,1')
    const wrong = await refused('incentive.pickCatalogue', { period: PERIOD })
    expect(wrong).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } })
    const { entries, problems, used } = await ask('incentive.catalogue', { period: PERIOD })
    expect([entries.length, problems.length, used]).toEqual([1, 0, {}])
  })

  it('refuse what the contract or the rules do not allow, and write nothing', async () => {
    const { refused, ask } = await office()
    const bad = await refused('incentive.add', { entry: mine({ points: '-1' }), then: { step: 'DRAFT' } })
    expect(bad).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } })
    const other = await refused('incentive.add', {
      entry: mine({ date: '2025-05-01' }),
      then: { step: 'DRAFT' }
    })
    expect(other).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect((await ask('incentive.ledger', { period: PERIOD })).entries).toEqual([])
  })

  it('register honours, propose and take their bonuses, and print the list', async () => {
    const { ask } = await office()
    await ask('incentive.saveCatalogue', { period: PERIOD, id: null, entry: awardItem() })
    const { settings } = await ask('honour.list', { filter: {} })
    await ask('honour.saveSettings', {
      settings: { ...settings, rules: [{ kind: '*', level: '*', catalogue: 'BZ' }] }
    })
    const honour = {
      kind: 'MODEL',
      level: 'CITY',
      title: '先进典型',
      unit: 'a',
      date: '2025-03-01',
      document: '文1'
    }
    const { id } = await ask('honour.add', { honour: honour as RouteInput<'honour.add'>['honour'] })
    expect((await ask('honour.list', { filter: { text: '先进' } })).proposals).toBe(1)
    await ask('honour.accept', { ids: [id], approver: '李批准' })
    expect((await ask('honour.get', { id })).honour.bonus).toMatchObject({ state: 'ENTERED', points: '1.5' })
    await expect(
      ask('honour.export', {
        period: PERIOD,
        filter: { from: '2025-01-01', to: '2025-12-31' },
        format: 'docx'
      })
    ).resolves.toMatchObject({ fileName: '导出.xlsx' })
    const metrics = [{ indicator: 'output', text: '', value: '70', direction: 'UP' as const, source: '' }]
    const model = await ask('honour.saveModel', {
      period: PERIOD,
      id: null,
      model: { title: '看齐', honour: id, unit: null, metrics }
    })
    const { models } = await ask('honour.models', { period: PERIOD })
    // Nothing has been handed in: nothing is compared.
    expect(models[0]!.rows[0]).toMatchObject({ compared: 0, distances: [{ word: '缺报' }] })
    await ask('honour.exportModel', { period: PERIOD, id: model.id, format: 'xlsx' })
  })
})
