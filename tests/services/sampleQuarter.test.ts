import { beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { computePeriod } from '#electron/services/compute.ts'
import { freezePeriod } from '#electron/services/freeze.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { compare, listRevisions } from '#electron/services/revisions.ts'
import { standingResults } from '#electron/services/results.ts'
import { verifySnapshot } from '#electron/services/verify.ts'
import { sessionProblems, sessionView } from '#electron/services/importing/sessionView.ts'
import { openWorkspace, type Workspace } from '#electron/services/workspace.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { Problem } from '#shared/problem.ts'
import type { ImportSessionView } from '#shared/ipc/importViews.ts'
import { expected2026Q2 } from '../fixtures/sample/expected-2026Q2.ts'
import { expected2026Q3 } from '../fixtures/sample/expected-2026Q3.ts'
import {
  expectedConflict,
  expectedDuplicates,
  expectedMissing,
  expectedProblems2026Q3
} from '../fixtures/sample/expectedProblems-2026Q3.ts'
import type { ExpectedRow } from '../fixtures/sample/expectedRow.ts'
import { PROJECT } from '../helpers/workspace.ts'
import { importSample, openSampleSession, SAMPLE_PERIOD, withSample } from '../helpers/sampleQuarter.ts'

/** The whole job on real files and a real database, against the calculation by hand. */
let workspace: Workspace
let problems: Problem[]
let before: ImportSessionView
let results: ResultSet

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-sample-'))
  workspace = openWorkspace({ paths: libraryPaths(folder, PROJECT), appVersion: '0.0.0-test', create: true })
  await withSample(workspace)
  const session = await openSampleSession(workspace)
  problems = sessionProblems(session)
  before = sessionView(workspace.library, session)
  workspace.imports.discard(session.id)
  await importSample(workspace)
  results = computePeriod(workspace.library, SAMPLE_PERIOD)
  return async () => workspace.close()
}, 120_000)

const unitsOf = (set: ResultSet): UnitResult[] =>
  set.races.flatMap((race) => race.groups.flatMap((group) => group.units))

function rowOf(unit: UnitResult) {
  const blocked = unit.state === 'BLOCKED'
  return {
    unit: unit.unit,
    group: unit.group,
    dimensions: blocked ? null : unit.dimensions.map((dimension) => dimension.score?.printed ?? null),
    base: unit.base?.printed ?? null,
    bonus: blocked ? null : unit.adjustments.bonus.printed,
    deduction: blocked ? null : unit.adjustments.deduction.printed,
    total: unit.total?.printed ?? null,
    rank: unit.rank,
    tied: unit.tied
  }
}

function expectedOf(row: ExpectedRow) {
  const { unit, group, base, bonus, deduction, total, rank, tied } = row
  const dimensions = [row.tasks, row.promises, row.forum, row.rectify]
  return {
    unit,
    group,
    dimensions: base === null ? null : dimensions,
    base,
    bonus,
    deduction,
    total,
    rank,
    tied
  }
}

describe('the sample quarter', () => {
  it('comes to the ranking that was worked out by hand, line by line', () => {
    expect(unitsOf(results).map(rowOf)).toEqual(expected2026Q3.map(expectedOf))
  })

  it('moves against the frozen second quarter as worked out', () => {
    expect(
      unitsOf(results).map(({ unit, previousRank, movement }) => ({ unit, previousRank, movement }))
    ).toEqual(expected2026Q3.map(({ unit, previousRank, movement }) => ({ unit, previousRank, movement })))
  })

  it('has a second quarter that comes to its own calculation', () => {
    const frozen = standingResults(workspace.library, '2026Q2')
    expect(frozen?.snapshot).not.toBeNull()
    expect(unitsOf(frozen!.results).map(rowOf)).toEqual(expected2026Q2.map(expectedOf))
  })

  it('follows every score to a cell, a decision or the scheme', () => {
    for (const unit of unitsOf(results)) {
      for (const indicator of unit.dimensions.flatMap((dimension) => dimension.indicators)) {
        if (indicator.status !== 'SCORED') continue
        expect(indicator.trace.inputs.length, `${unit.name} ${indicator.name}`).toBeGreaterThan(0)
        expect(indicator.trace.sentence).toContain(indicator.score!.printed)
        for (const input of indicator.trace.inputs.filter((entry) => entry.value !== null)) {
          expect(input.source, `${unit.name} ${indicator.name} ${input.label}`).not.toBeNull()
        }
      }
    }
  })

  it('freezes with the one missing unit accepted, and the snapshot is what was computed', async () => {
    await expect(
      freezePeriod(workspace.library, { period: SAMPLE_PERIOD, accept: [], reason: '' })
    ).rejects.toMatchObject({
      code: 'FREEZE_BLOCKED'
    })
    const snapshot = await freezePeriod(workspace.library, {
      period: SAMPLE_PERIOD,
      accept: ['MISSING_UNITS', 'SCHEME_CONFIRMS'],
      reason: '审计处缺报'
    })
    expect(snapshot.results).toEqual(results)
    const { library } = workspace
    const request = { period: SAMPLE_PERIOD, before: snapshot.publicId, after: null }
    expect(compare(library, request)).toMatchObject({ inputs: [], scores: [], standings: [] })
    for (const period of ['2026Q2', SAMPLE_PERIOD]) {
      for (const { snapshot: id } of listRevisions(library, period))
        expect(verifySnapshot(library, id)).toMatchObject({ ok: true, differences: [], notes: [] })
    }
    expect(() => computePeriod(workspace.library, SAMPLE_PERIOD)).toThrow(
      expect.objectContaining({ code: 'PERIOD_FROZEN' })
    )
  })
})

describe('what the importer says about the raw files', () => {
  it.each(expectedProblems2026Q3)('$code in $file $sheet $cells', ({ file, sheet, code, level, cells }) => {
    const found = problems.filter(
      (problem) => problem.code === code && problem.place.file === file && problem.place.sheet === sheet
    )
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((problem) => problem.level === level)).toBe(true)
    expect(found.map((problem) => problem.place.cell)).toEqual(expect.arrayContaining([...cells]))
  })

  it('asks about exactly the things that need a person', () => {
    const errors = problems
      .filter((problem) => problem.level === 'error')
      .map(({ code, place }) => `${code} ${place.cell}`)
    expect(errors.sort()).toEqual(['ERROR_CELL F16', 'FILE_CONFLICT E7', 'UNKNOWN_UNIT B12'])
    expect(before.blockedBy).toBe('还有 3 处必须修')
  })

  it('notices the two versions of one sheet and the file that was sent twice', () => {
    expect(problems.filter((problem) => problem.code === 'FILE_CONFLICT')).toHaveLength(1)
    expect(JSON.stringify(expectedConflict)).toContain('E7')
    const duplicates = before.files.filter((file) => file.status === 'DUPLICATE').map((file) => file.name)
    expect(duplicates).toHaveLength(1)
    expect(expectedDuplicates.length).toBeGreaterThan(0)
    expect(JSON.stringify(expectedMissing)).toContain('audit')
  })
})
