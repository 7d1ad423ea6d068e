import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitSession } from '#electron/services/importing/commit.ts'
import { importHistory, undoImport } from '#electron/services/importing/history.ts'
import { previewSession } from '#electron/services/importing/preview.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import { sessionProblemGroups } from '#electron/services/importing/sessionProblemGroups.ts'
import { sessionProblems, sessionView } from '#electron/services/importing/sessionView.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { actual, COUNTED, LEDGER, mark, MARKED, officeOfForty, UNITS } from '../fixtures/forty/office.ts'
import { FIRST_VERSION, LOCKED, PASSWORD, writeForty, type FortyFolder } from '../fixtures/forty/workbooks.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

const PERIOD = '2026Q3'

let workspace: Workspace
let folder: FortyFolder
let session: ImportSession

const path = mkdtempSync(join(tmpdir(), 'liangji-forty-'))
afterAll(() => rmSync(path, { recursive: true, force: true }))

beforeAll(() => {
  folder = writeForty(path)
}, 60_000)

beforeEach(async () => {
  workspace = freshWorkspace()
  loadScheme(workspace.library, officeOfForty(), PERIOD)
  const names = readdirSync(path).sort((a, b) =>
    basename(a, '.xlsx').localeCompare(basename(b, '.xlsx'), 'zh-CN')
  )
  session = await workspace.imports.add(
    PERIOD,
    null,
    names.map((name) => ({ path: join(path, name) }))
  )
}, 60_000)

/** Where the folder's problems are told: cells by their address, files by their status. */
function told(): string[] {
  const ofFiles = session.files.flatMap((file) => [
    ...(file.error === null ? [] : [`${file.name} ${file.error.code} -`]),
    ...(file.duplicateOf === null ? [] : [`${file.name} DUPLICATE -`])
  ])
  const ofCells = sessionProblems(session)
    .filter((problem) => problem.level !== 'info')
    .map(({ code, place: { file, cell } }) => `${file ?? ''} ${code} ${cell ?? '-'}`)
  return [...ofFiles, ...ofCells]
}

/** Everything that a person has to answer, as the wizard does it: once for all that is alike. */
async function answerAll(): Promise<number> {
  const { imports } = workspace
  let answers = 0
  const answer = async (work: Promise<unknown>): Promise<void> => {
    await work
    answers++
  }
  const fileOf = (name: string): string => session.files.find((file) => file.name === name)!.id
  await answer(imports.reread(session.id, fileOf(LOCKED), { password: PASSWORD }))
  await answer(imports.fixUnit(session.id, '数据科', 'u06', true))
  await answer(imports.fixAll(session.id, { indicators: { 资金落实情况: { indicator: 'a2' } } }))
  await answer(imports.fixAll(session.id, { emptyWords: { 待核实: 'MISSING' } }))
  await answer(Promise.resolve(imports.skip(session.id, fileOf(FIRST_VERSION), true)))
  for (const [name, cells] of Object.entries(folder.answers)) {
    const file = session.files.find((one) => one.name === name)!
    const sheet = file.raw!.sheets[0]!.name
    for (const [cell, value] of Object.entries(cells)) {
      await answer(
        imports.fix(session.id, file.id, {
          ...file.fixes,
          cells: { ...file.fixes.cells, [`${sheet}!${cell}`]: { as: 'VALUE', value, basis: '电话核实' } }
        })
      )
    }
  }
  const open = sessionProblemGroups(session).filter((group) => group.level === 'confirm')
  await answer(
    imports.fixAll(session.id, { confirmed: Object.fromEntries(open.map((group) => [group.group, true])) })
  )
  return answers
}

/** What the departments meant: every number of the office's table, and nothing else. */
function expected(): Map<string, string> {
  const truth = new Map<string, string>()
  for (const [unit, { code }] of UNITS.entries()) {
    for (const [index, indicator] of COUNTED.entries()) {
      const isMissing = index === 3 && unit >= 12 && unit < 16
      truth.set(`${code} ${indicator.code} actual`, isMissing ? 'MISSING' : actual(unit, index))
    }
    for (const [index, indicator] of MARKED.entries()) {
      truth.set(`${code} ${indicator.code} score`, mark(unit, index))
    }
  }
  return truth
}

function stored(): Map<string, string> {
  return new Map(
    readingsOf(workspace.library.db, PERIOD)
      .filter((reading) => reading.field !== 'target')
      .map((reading) => [
        `${reading.unit} ${reading.indicator} ${reading.field}`,
        reading.value ?? reading.state
      ])
  )
}

describe('forty workbooks with twenty-five problems', () => {
  it('tells each of them at its place, and nothing else', () => {
    expect(session.files).toHaveLength(40)
    expect(folder.planted).toHaveLength(25)
    expect(told().sort()).toEqual(
      folder.planted
        .map(({ file, code, cell }) =>
          // A contradiction is told at the file and cell that were read second.
          code === 'FILE_CONFLICT'
            ? '03财务处考核表（更正）.xlsx FILE_CONFLICT E8'
            : `${file} ${code} ${cell ?? 'A1'}`
        )
        .map((line) => line.replace(/(FILE_ENCRYPTED|DUPLICATE) A1$/, '$1 -'))
        .sort()
    )
  })

  it('imports exactly what the departments meant once all is answered, with fewer answers than problems', async () => {
    expect(sessionView(workspace.library, session).canCommit).toBe(false)
    const answers = await answerAll()
    expect(answers).toBeLessThan(25)
    const view = sessionView(workspace.library, session)
    expect(view.blockedBy).toBeNull()
    expect(view.totals.missingUnits).toEqual([])
    const preview = previewSession(workspace.library, session)
    expect(preview.left).toBe(0)
    expect(stored().size).toBe(0)
    commitSession(workspace.library, session, false)
    expect(stored()).toEqual(expected())
    expect(entriesOf(workspace.library.db, PERIOD)).toHaveLength(LEDGER.length)
  })

  it('takes every answer back in turn', async () => {
    const before = told().sort()
    const answers = await answerAll()
    // The password is no answer about numbers: the file stays open.
    for (let step = 1; step < answers; step++) await workspace.imports.undoFix(session.id)
    const locked = new Set([`${LOCKED} FILE_ENCRYPTED -`])
    expect(told().sort()).toEqual(before.filter((line) => !locked.has(line)))
  })

  it('is undone batch by batch to nothing', async () => {
    await answerAll()
    commitSession(workspace.library, session, false)
    for (const batch of importHistory(workspace.library, PERIOD)) undoImport(workspace.library, batch.id)
    expect(stored().size).toBe(0)
    expect(entriesOf(workspace.library.db, PERIOD)).toEqual([])
  })
})
