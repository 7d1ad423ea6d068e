import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listAudit } from '#db/repos/auditRepo.ts'
import { yearSnapshotsOf } from '#db/repos/yearSnapshotRepo.ts'
import { recordDecision } from '#electron/services/decisions.ts'
import { reopenPeriod } from '#electron/services/freeze.ts'
import type { Library } from '#electron/services/library.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { freezeYear, listYears, yearView } from '#electron/services/year.ts'
import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import { yearView as yearViewShape } from '#shared/ipc/year.ts'
import { enterMarks, freezeQuarter, heldQuarter, openQuarter } from '../helpers/quarters.ts'
import { withSample } from '../helpers/sampleQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'
import { yearScheme } from '../unit/domain/period/yearBuild.ts'

const YEAR = { year: 2026, span: 'YEAR', reason: '' } as const

function library(): Library {
  return freshWorkspace().library
}

function decide(lib: Library, period: string, subject: DecisionSubject): void {
  recordDecision(lib, { period, subject, basis: '经商议决定', decidedBy: '领导小组', date: '2026-12-31' })
}

function totals(lib: Library, span: 'YEAR' | 'H1' | 'H2' = 'YEAR') {
  const units = yearView(lib, 2026, span).result.races[0]?.groups[0]?.units ?? []
  return Object.fromEntries(units.map((unit) => [unit.unit, [unit.total?.printed ?? null, unit.rank]]))
}

const refusal = (code: string, text: string): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(text) as string })

describe('the year from real quarters', () => {
  it('G18 from marks to the frozen year, with the leadership’s points recorded after the last quarter froze', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a', 'b'], year: { leadership: '5' } })
    const snapshots: string[] = []
    for (const [period, a, b] of [
      ['2026Q1', '88', '80'],
      ['2026Q2', '90', '80'],
      ['2026Q3', '92', '80'],
      ['2026Q4', '86', '80']
    ] as const) {
      snapshots.push(await heldQuarter(lib, scheme, period, { a, b }))
    }
    expect(listYears(lib)).toEqual([2026])
    await expect(freezeYear(lib, YEAR)).rejects.toEqual(refusal('FREEZE_BLOCKED', '领导评价还没有录入'))

    const points = (unit: string, given: string): DecisionSubject => ({
      type: 'LEADERSHIP',
      race: 'r',
      unit,
      span: 'YEAR',
      points: given
    })
    decide(lib, '2026Q4', points('a', '4'))
    decide(lib, '2026Q4', points('b', '5'))
    expect(totals(lib)).toEqual({ a: ['88.55', 1], b: ['81.00', 2] })

    const view = await freezeYear(lib, { ...YEAR, reason: '年终' })
    expect(yearViewShape.parse(view)).toEqual(view)
    expect(view.result.open).toEqual([])
    expect(view.result.quarters.map((quarter) => quarter.snapshot)).toEqual(snapshots)
    expect(view.snapshot).toMatchObject({ by: '考核办', frozenAt: '2026-10-09T01:12:00.000Z' })
    expect(view.snapshot?.id).toMatch(/^2026-YEAR-r1-[0-9a-f]{8}$/)
    expect(yearView(lib, 2026, 'YEAR')).toEqual(view)
    expect(listAudit(lib.db, 1)[0]).toMatchObject({
      what: '冻结年度',
      subject: `2026年度 · ${view.snapshot?.id}`,
      after: snapshots.join('、'),
      reason: '年终'
    })
    expect(readdirSync(lib.paths.backups).some((name) => name.includes('年度冻结前'))).toBe(true)
    await expect(freezeYear(lib, YEAR)).rejects.toEqual(refusal('CONFLICT', '不用再冻结'))
  })

  it('says when a quarter was reopened since, and freezes again as the next revision', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a', 'b'] })
    const quarters = ['2026Q1', '2026Q2'] as const
    const before: string[] = []
    for (const period of quarters) before.push(await heldQuarter(lib, scheme, period, { a: '80', b: '90' }))
    const half = { year: 2026, span: 'H1', reason: '' } as const
    const first = await freezeYear(lib, half)
    expect(totals(lib, 'H1')).toEqual({ a: ['80.00', 2], b: ['90.00', 1] })

    reopenPeriod(lib, '2026Q2', '更正')
    const open = () => yearView(lib, 2026, 'H1').result.open
    expect(open()).toEqual([
      '2026年上半年冻结以后有变动：2026年第二季度已重开，还没有再冻结。要采用变动，请再次冻结。'
    ])
    await expect(freezeYear(lib, half)).rejects.toEqual(refusal('FREEZE_BLOCKED', '2026年第二季度还没有冻结'))
    enterMarks(lib, '2026Q2', { a: '100' })
    const after = await freezeQuarter(lib, '2026Q2')
    expect(open()).toEqual([
      `2026年上半年冻结以后有变动：2026年第二季度的快照由 ${before[1]} 变为 ${after}。要采用变动，请再次冻结。`
    ])
    // The frozen numbers stand until it is frozen again.
    expect(totals(lib, 'H1')).toEqual({ a: ['80.00', 2], b: ['90.00', 1] })

    const second = await freezeYear(lib, { ...half, reason: '第二季度更正' })
    expect(second.snapshot?.id).toMatch(/^2026-H1-r2-/)
    expect(totals(lib, 'H1')).toEqual({ a: ['90.00', 1], b: ['90.00', 1] })
    const kept = yearSnapshotsOf(lib.db, 2026, 'H1')
    expect(kept.map((row) => [row.revision, row.publicId])).toEqual([
      [1, first.snapshot?.id],
      [2, second.snapshot?.id]
    ])
    expect(kept[0]!.result).toEqual(first.result)
    // The year that covers the same quarters was never frozen.
    expect(yearView(lib, 2026, 'YEAR').snapshot).toBeNull()
  })

  it('a frozen year cannot be changed or removed, and is not shown when somebody did so from outside', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a'] })
    for (const period of ['2026Q1', '2026Q2']) await heldQuarter(lib, scheme, period, { a: '80' })
    await freezeYear(lib, { year: 2026, span: 'H1', reason: '' })
    const { client } = lib.db
    expect(() => client.prepare("UPDATE year_snapshot SET who = 'x'").run()).toThrow('immutable')
    expect(() => client.prepare('DELETE FROM year_snapshot').run()).toThrow('immutable')
    client.exec('DROP TRIGGER year_snapshot_no_update')
    client.prepare("UPDATE year_snapshot SET payload = replace(payload, '80.00', '99.00')").run()
    expect(() => yearView(lib, 2026, 'H1')).toThrow(expect.objectContaining({ code: 'DB_CORRUPT' }))
  })

  it('G17 (S37): a round that was not held is settled by decision for all', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a', 'b'] })
    for (const [period, a] of [
      ['2026Q1', '91'],
      ['2026Q2', '90']
    ] as const) {
      await heldQuarter(lib, scheme, period, { a, b: '90' })
    }
    openQuarter(lib, scheme, '2026Q3', {})
    await heldQuarter(lib, scheme, '2026Q4', { a: '94', b: '90' })
    expect(totals(lib)).toEqual({ a: [null, null], b: [null, null] })
    decide(lib, '2026Q3', {
      type: 'IMPUTATION',
      unit: '*',
      race: 'r',
      indicator: null,
      as: 'SCORE',
      value: '95'
    })
    expect(totals(lib)).toEqual({ a: ['92.50', 1], b: ['91.25', 2] })
    const view = await freezeYear(lib, YEAR)
    expect(view.result.quarters[2]).toEqual({ period: '2026Q3', snapshot: null })
    expect(view.result.races[0]!.groups[0]!.units[0]!.quarters[2]).toMatchObject({
      state: 'IMPUTED',
      source: '补分：经商议决定，领导小组'
    })
  })

  it('S37: a unit’s missing total, settled before its quarter froze, is 补分 in the year as well', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a', 'b'] })
    await heldQuarter(lib, scheme, '2026Q1', { a: '80', b: '90' })
    openQuarter(lib, scheme, '2026Q2', { a: '90', b: null })
    decide(lib, '2026Q2', {
      type: 'IMPUTATION',
      unit: 'b',
      race: 'r',
      indicator: null,
      as: 'SCORE',
      value: '70'
    })
    const snapshot = await freezeQuarter(lib, '2026Q2')
    const b = yearView(lib, 2026, 'H1').result.races[0]!.groups[0]!.units.find((unit) => unit.unit === 'b')!
    expect(b).toMatchObject({ total: { printed: '80.00' }, remarks: ['含补分：第二季度'] })
    expect(b.quarters[1]).toMatchObject({
      state: 'IMPUTED',
      source: `${snapshot}，补分：经商议决定，领导小组`
    })
  })

  it('G20: a merger through two versions of the scheme', async () => {
    const lib = library()
    const first = yearScheme({ units: ['a', 'b', 'd'] })
    const second = yearScheme({
      units: ['a', 'b', 'c', 'd'],
      more: { successions: [{ kind: 'MERGE', from: ['a', 'b'], to: ['c'], effective: '2026Q2' }] }
    })
    await heldQuarter(lib, first, '2026Q1', { a: '88', b: '90', d: '80' })
    await heldQuarter(lib, second, '2026Q2', { c: '92', d: '80' })
    expect(totals(lib, 'H1')).toEqual({ d: ['80.00', 1], c: ['92.00', null] })
    await heldQuarter(lib, second, '2026Q3', { c: '94', d: '80' })
    expect(yearView(lib, 2026, 'YEAR').result.open).toEqual(['2026年第四季度还没有结束，要等它冻结。'])
    expect(totals(lib)).toEqual({ c: [null, null], d: [null, null] })
  })

  it('a ruling on the year’s tie is recorded when its quarters are frozen, and does not touch them', async () => {
    const lib = library()
    const scheme = yearScheme({ units: ['a', 'b'] })
    await heldQuarter(lib, scheme, '2026Q1', { a: '80', b: '90' })
    const snapshot = await heldQuarter(lib, scheme, '2026Q2', { a: '90', b: '80' })
    expect(totals(lib, 'H1')).toEqual({ a: ['85.00', 1], b: ['85.00', 1] })
    const tie: DecisionSubject = { type: 'TIE', race: 'r', group: 'g', order: ['b', 'a'], span: 'H1' }
    expect(() => decide(lib, '2026Q2', { ...tie, order: ['b', 'a'], span: 'YEAR' })).toThrow()
    decide(lib, '2026Q2', tie)
    expect(totals(lib, 'H1')).toEqual({ b: ['85.00', 1], a: ['85.00', 2] })
    expect(yearView(lib, 2026, 'H1').result.quarters[1]?.snapshot).toBe(snapshot)
  })
})

describe('years that are not complete', () => {
  it('asks for a scheme in an empty database', () => {
    const lib = library()
    expect(listYears(lib)).toEqual([])
    expect(() => yearView(lib, 2026, 'YEAR')).toThrow(refusal('SCHEME_MISSING', '还没有考核方案'))
  })

  it('the sample bureau: one frozen quarter, one open, one to come', async () => {
    const workspace = freshWorkspace()
    await withSample(workspace)
    const lib = workspace.library
    expect(listYears(lib)).toEqual([2026])
    const view = yearView(lib, 2026, 'YEAR')
    expect(yearViewShape.parse(view)).toEqual(view)
    expect(view.result.races[0]!.groups.flatMap((group) => group.units)).toHaveLength(23)
    expect(view.result.open).toEqual([
      '2026年第一季度没有考核，请建立该季度并作全体补分决定，或在考核方案里改定缺少季度的处理。',
      '2026年第三季度还没有冻结，请先冻结；没有举行的，请作全体补分决定。',
      '2026年第四季度还没有结束，要等它冻结。'
    ])
    await expect(freezeYear(lib, YEAR)).rejects.toEqual(refusal('FREEZE_BLOCKED', '还不能冻结2026年度成绩'))
    expect(yearView(lib, 2026, 'H2').result).toMatchObject({ races: [], footer: [] })
    expect(yearView(lib, 2025, 'YEAR').result.open).toEqual([
      '2025年度还没有冻结的季度；冻结季度以后，这里自动算出年度成绩。'
    ])
  }, 60_000)
})

it('reads a frozen year back after the database was closed and opened again', async () => {
  const workspace = freshWorkspace()
  const lib = workspace.library
  const scheme = yearScheme({ units: ['a'] })
  for (const period of ['2026Q1', '2026Q2']) await heldQuarter(lib, scheme, period, { a: '80' })
  const frozen = await freezeYear(lib, { year: 2026, span: 'H1', reason: '' })
  await workspace.close()
  const again = openWorkspace({ paths: lib.paths, appVersion: '0.0.0-test' })
  try {
    expect(yearView(again.library, 2026, 'H1')).toEqual(frozen)
  } finally {
    await again.close()
  }
})
