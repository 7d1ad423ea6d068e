import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  schemeDefinition,
  type SchemeDefinition,
  type TargetDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import { groupsIn, listUnits } from '#db/repos/organisationRepo.ts'
import {
  activeScheme,
  listSchemeVersions,
  loadSchemeVersion,
  saveSchemeVersion,
  schemeVersionInfo
} from '#db/repos/schemeRepo.ts'
import { changeTarget, targetChangesOf } from '#db/repos/targetRepo.ts'
import { tx } from '#db/tx.ts'
import type { Database } from '#db/open.ts'
import { AT, dumpHash, freshDatabase, refusal, ROOT, smallScheme } from '../fixture.ts'
import { anyScheme } from './anyScheme.ts'

const save = (
  db: Database,
  scheme: SchemeDefinition,
  status: 'draft' | 'active' = 'active',
  fromPeriod = '2026Q3'
) => saveSchemeVersion(db, scheme, { status, at: AT, fromPeriod })

describe('saveSchemeVersion and loadSchemeVersion', () => {
  it('lose nothing of the small scheme', () => {
    const db = freshDatabase()
    const { versionId, number } = save(db, smallScheme())
    expect(loadSchemeVersion(db, versionId)).toMatchObject({
      number,
      status: 'active',
      title: '季度赛马办法',
      code: 'small',
      sample: false
    })
    expect(loadSchemeVersion(db, versionId).definition).toStrictEqual(smallScheme())
  })

  const preset = join(ROOT, 'resources/presets/sports-bureau.scheme.json')
  it.skipIf(!existsSync(preset))('lose nothing of the sample bureau', () => {
    const db = freshDatabase()
    const definition = schemeDefinition.parse(JSON.parse(readFileSync(preset, 'utf8')))
    expect(loadSchemeVersion(db, save(db, definition).versionId).definition).toStrictEqual(definition)
  })

  it('lose nothing of any scheme', { timeout: 120_000 }, () => {
    const db = freshDatabase()
    fc.assert(
      fc.property(anyScheme, (definition) => {
        tx(db, () => {
          const { versionId } = save(db, definition)
          expect(loadSchemeVersion(db, versionId).definition).toStrictEqual(definition)
        })
      }),
      { numRuns: 150 }
    )
  })

  it('take the same definition as the same version, whatever order its file is in', () => {
    const db = freshDatabase()
    const first = save(db, smallScheme())
    const before = dumpHash(db.client)
    const { format, ...rest } = smallScheme()
    expect(save(db, { ...rest, format })).toEqual({ ...first, isNew: false })
    expect(dumpHash(db.client)).toBe(before)
  })

  it('take a version whose hash an older program wrote, before fields had their defaults, as the same', () => {
    const db = freshDatabase()
    const first = save(db, smallScheme())
    db.client.exec("UPDATE scheme_version SET definition_hash = 'of an older format'")
    expect(save(db, smallScheme())).toEqual({ ...first, isNew: false })
    expect(save(db, smallScheme({ title: '办法（修订）' })).number).toBe(2)
  })

  it('number versions, supersede the active one, and keep the identity of indicators', () => {
    const db = freshDatabase()
    const first = save(db, smallScheme())
    const second = save(db, smallScheme({ title: '办法（修订）' }), 'draft')
    expect([second.number, schemeVersionInfo(db, first.versionId).status]).toEqual([2, 'active'])
    expect(activeScheme(db)?.versionId).toBe(first.versionId)
    save(db, smallScheme({ title: '办法（修订）' }), 'active')
    expect(listSchemeVersions(db).map(({ number, status }) => [number, status])).toEqual([
      [1, 'superseded'],
      [2, 'active']
    ])
    save(db, smallScheme({ title: '办法（修订）' }), 'draft')
    expect(activeScheme(db)?.number).toBe(2)
    expect(db.client.prepare('SELECT count(*) FROM indicator').pluck().get()).toBe(2)
    expect(loadSchemeVersion(db, first.versionId).definition).toStrictEqual(smallScheme())
  })

  it('write nothing of a scheme that names an unknown group or unit', () => {
    const db = freshDatabase()
    const before = dumpHash(db.client)
    const scheme = smallScheme()
    const race = scheme.races[0]!
    const indicator = race.dimensions[0]!.indicators[0]!
    const unknownGroup = { ...scheme, races: [{ ...race, groups: ['nowhere'] }] }
    const unknownUnit = {
      ...scheme,
      races: [
        {
          ...race,
          dimensions: [
            {
              ...race.dimensions[0]!,
              indicators: [{ ...indicator, targets: [{ unit: 'nobody', base: '1' }] }]
            }
          ]
        }
      ]
    }
    for (const broken of [unknownGroup, unknownUnit])
      expect(() => tx(db, () => save(db, broken))).toThrow(/nowhere|nobody/)
    expect(dumpHash(db.client)).toBe(before)
  })
})

describe('the organisation follows the scheme', () => {
  const scheme = smallScheme()

  it('in names, order, lines and activity', () => {
    const db = freshDatabase()
    save(db, scheme)
    const [finance, sports] = scheme.units
    save(
      db,
      {
        ...scheme,
        units: [{ ...sports!, name: '群众体育与产业处' }, finance!],
        groups: [{ code: 'offices', name: '处室组', members: [] }],
        races: [{ ...scheme.races[0]!, groups: ['offices'] }]
      },
      'active',
      '2026Q4'
    )
    expect(
      listUnits(db).map(({ code, name: unitName, line, active }) => [
        code,
        unitName,
        line?.code ?? null,
        active
      ])
    ).toEqual([
      ['sports', '群众体育与产业处', 'mass', true],
      ['finance', '规划财务处', null, true],
      ['stadium', '体育馆', null, false]
    ])
  })

  it('in memberships by period: earlier quarters keep theirs', () => {
    const db = freshDatabase()
    const offices = (members: SchemeDefinition['groups'][number]['members']) =>
      smallScheme({ groups: [{ code: 'offices', name: '处室组', members }, scheme.groups[1]!] })
    const members = (period: string) =>
      groupsIn(db, period)[0]!.members.map(({ unit, rankMode }) => `${unit} ${rankMode}`)
    save(db, offices([{ unit: 'finance', rankMode: 'RANKED' }]))
    save(
      db,
      offices([
        { unit: 'sports', rankMode: 'RANKED' },
        { unit: 'finance', rankMode: 'EXCLUDED' }
      ]),
      'active',
      '2026Q4'
    )
    expect([members('2026Q2'), members('2026Q3'), members('2026Q4')]).toEqual([
      [],
      ['finance RANKED'],
      ['finance EXCLUDED', 'sports RANKED']
    ])
    // A correction in the quarter that it began in replaces it.
    save(db, offices([{ unit: 'sports', rankMode: 'LISTED_NOT_RANKED' }]), 'active', '2026Q4')
    expect([members('2026Q3'), members('2026Q4')]).toEqual([['finance RANKED'], ['sports LISTED_NOT_RANKED']])
    // An earlier quarter's scheme does not end what began later.
    save(db, offices([]), 'active', '2026Q3')
    expect(members('2026Q4')).toEqual(['sports LISTED_NOT_RANKED'])
  })
})

describe('changed targets', () => {
  const targetsOf = (db: Database, versionId: number): TargetDefinition[] =>
    loadSchemeVersion(db, versionId).definition.races[0]!.dimensions[0]!.indicators[0]!.targets

  it('apply in order over what the version was published with, and are logged', () => {
    const db = freshDatabase()
    const { versionId } = save(db, smallScheme())
    const change = (unit: string, after: TargetDefinition | null, reason: string) => {
      const before = targetsOf(db, versionId).find((target) => target.unit === unit) ?? null
      changeTarget(db, { versionId, indicator: 'events', unit, before, after, at: AT, by: '李四', reason })
    }
    change('sports', { unit: 'sports', base: '6' }, '上会同意')
    change('finance', { unit: 'finance', base: '2' }, '新增')
    change('*', null, '取消统一目标')
    change('finance', { unit: 'finance', base: '3', phased: { Q3: '1' } }, '再调整')
    expect(targetsOf(db, versionId)).toEqual([
      { unit: 'sports', base: '6' },
      { unit: 'finance', base: '3', phased: { Q3: '1' } }
    ])
    expect(
      targetChangesOf(db, versionId).map(({ unit, before, by, reason }) => [
        unit,
        before?.base ?? null,
        by,
        reason
      ])
    ).toEqual([
      ['sports', '8', '李四', '上会同意'],
      ['finance', null, '李四', '新增'],
      ['*', '4', '李四', '取消统一目标'],
      ['finance', '2', '李四', '再调整']
    ])
    expect(save(db, smallScheme()).isNew).toBe(false)
  })

  it('are refused for an indicator that the scheme does not have', () => {
    const db = freshDatabase()
    const { versionId } = save(db, smallScheme())
    const error = refusal(() =>
      changeTarget(db, {
        versionId,
        indicator: 'nothing',
        unit: '*',
        before: null,
        after: null,
        at: AT,
        by: '',
        reason: ''
      })
    )
    expect(error.code).toBe('NOT_FOUND')
    expect(targetChangesOf(db, versionId)).toEqual([])
  })
})
