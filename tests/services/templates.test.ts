import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { commitSession } from '#electron/services/importing/commit.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { issuedViews, issueTemplates, templateTargets } from '#electron/services/templates/issue.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import type { KeyCell } from '#shared/domain/importing/template/templateKey.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { addressOf, openFilled, textAt, type OpenWorkbook } from '../helpers/filledWorkbook.ts'
import { everyKind } from '../helpers/everyKind.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

const PERIOD = '2026Q3'
const UNITS = ['a', 'b', 'c', 'd']
const NAMES = new Map([
  ['a', '甲处'],
  ['b', '乙处'],
  ['c', '丙处'],
  ['d', '丁处']
])

let workspace: Workspace
let folder: string

beforeEach(() => {
  workspace = freshWorkspace()
  folder = temporaryFolder('liangji-issue-')
})

async function issue(more: Partial<Parameters<typeof issueTemplates>[1]> = {}): Promise<string[]> {
  const { files } = await issueTemplates(workspace.library, {
    period: PERIOD,
    units: UNITS,
    how: 'ONE_EACH',
    lastQuarter: true,
    selfScore: false,
    folder,
    ...more
  })
  return files
}

async function importBytes(...files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) {
  return workspace.imports.add(PERIOD, null, files)
}

/** A number that the cell's own check lets in. */
function valueFor(cell: KeyCell, seed: number): string {
  if (cell.measure === '票' || cell.measure === '次' || cell.measure === '名') return String((seed % 9) + 1)
  if (cell.field === 'rating' || cell.field === 'score')
    return canonical(
      dec(seed % 40)
        .div(10)
        .plus(5)
    )
  return canonical(dec(seed).div(100))
}

const keyed = (cell: Pick<KeyCell, 'unit' | 'indicator' | 'field' | 'rater'>): string =>
  [cell.unit, cell.indicator, cell.field, cell.rater?.group ?? '', cell.rater?.name ?? ''].join('|')

/** Types a number into every cell that is asked for; gives what was typed, by what it is. */
function fill(workbook: OpenWorkbook, seed: number): Map<string, string> {
  const typed = new Map<string, string>()
  workbook.asked.forEach((cell, index) => {
    const value = valueFor(cell, ((seed + index * 7919) % 9000) + 1)
    workbook.type(cell.sheet, addressOf(cell), Number(value))
    typed.set(keyed(cell), value)
  })
  return typed
}

describe('every kind of rule', () => {
  it.each([
    ['each unit its own', undefined, 'ONE_EACH'],
    ['a provider for all', 'b', 'ONE_EACH'],
    ['one workbook for all', undefined, 'ONE_FOR_ALL'],
    ['one workbook for all, with a provider', 'a', 'ONE_FOR_ALL']
  ] as const)('comes back as it was filled in: %s', async (_, provider, how) => {
    loadScheme(workspace.library, everyKind(provider), PERIOD)
    const paths = await issue({ how, selfScore: how === 'ONE_EACH' })
    const originals = await Promise.all(paths.map((path) => readFile(path)))
    await fc.assert(
      fc.asyncProperty(fc.nat(9000), async (seed) => {
        const typed = new Map<string, string>()
        const files = originals.map((bytes, index) => {
          const workbook = openFilled(bytes)
          for (const [key, value] of fill(workbook, seed)) typed.set(key, value)
          return { name: basename(paths[index]!), bytes: workbook.save() }
        })
        const session = await importBytes(...files)
        const sheets = session.files.flatMap((file) => file.analysis!.sheets)
        const read = sheets.flatMap((sheet) => sheet.readings)
        expect(new Map(read.map((reading) => [keyed(reading), reading.value]))).toEqual(typed)
        expect(read).toHaveLength(typed.size)
        const errors = session.files.flatMap((file) =>
          file.analysis!.sheets.flatMap((sheet) => sheet.problems)
        )
        expect(errors.filter(({ level }) => level === 'error')).toEqual([])
      }),
      { numRuns: 2 }
    )
  })

  it('asks for every kind somewhere', async () => {
    loadScheme(workspace.library, everyKind(), PERIOD)
    const [path] = await issue({ how: 'ONE_FOR_ALL' })
    const { asked } = openFilled(await readFile(path!))
    expect(new Set(asked.map((cell) => cell.indicator)).size).toBe(RULE_KINDS.length)
  })

  it('puts every cell beside the names that it is asked under', async () => {
    loadScheme(workspace.library, everyKind(), PERIOD)
    for (const path of [...(await issue()), ...(await issue({ how: 'ONE_FOR_ALL' }))]) {
      const workbook = openFilled(await readFile(path))
      for (const cell of workbook.asked) {
        const sheet = workbook.sheet(cell.sheet)
        const row = Array.from({ length: 6 }, (_, col) => textAt(sheet, cell.row, col))
        const column = Array.from({ length: cell.row }, (_, above) => textAt(sheet, above, cell.col))
        const head = textAt(sheet, 1, 0)
        expect([...row, head].join()).toContain(NAMES.get(cell.unit))
        expect([...row, ...column, head].join()).toContain(cell.name)
        if (cell.rater !== null) expect(column.join()).toContain(cell.rater.name)
      }
    }
  })
})

describe('issuing', () => {
  beforeEach(() => {
    loadScheme(workspace.library, everyKind(), PERIOD)
  })

  it('records what was issued, never writes over a file, and knows what came back', async () => {
    const first = await issue({ units: ['a'] })
    const second = await issue({ units: ['a', 'b'] })
    expect(first.map((path) => basename(path))).toEqual(['2026年三季度考核填报表（甲处）.xlsx'])
    expect(second.map((path) => basename(path))).toEqual([
      '2026年三季度考核填报表（甲处） 2.xlsx',
      '2026年三季度考核填报表（乙处）.xlsx'
    ])
    const workbook = openFilled(await readFile(second[0]!))
    fill(workbook, 5)
    const session = await importBytes({ name: '甲处.xlsx', bytes: workbook.save() })
    commitSession(workspace.library, session, true)
    const views = issuedViews(workspace.library, PERIOD)
    expect(
      views.map(({ unitName, superseded, returned }) => [unitName, superseded, returned]).sort()
    ).toEqual([
      ['乙处', false, false],
      ['甲处', false, true],
      ['甲处', true, false]
    ])
    const targets = templateTargets(workspace.library, PERIOD)
    expect(targets.map((target) => target.name)).toEqual([...NAMES.values()])
    expect(targets[0]!.issued?.fileName).toBe('2026年三季度考核填报表（甲处） 2.xlsx')
    expect(targets[0]!.cells).toBe(workbook.asked.length)
    expect(targets[2]!.issued).toBeNull()
  })

  it('stops between two workbooks and keeps those that are written', async () => {
    const stop = new AbortController()
    const job = { signal: stop.signal, progress: (_: string, done: number) => done === 1 && stop.abort() }
    const request = {
      period: PERIOD,
      units: UNITS,
      how: 'ONE_EACH',
      lastQuarter: false,
      selfScore: false,
      folder
    }
    await expect(
      issueTemplates(
        workspace.library,
        { ...request, how: 'ONE_EACH' },
        { ...job, progress: (label, done) => void job.progress(label, done) }
      )
    ).rejects.toMatchObject({ code: 'CANCELLED' })
    const views = issuedViews(workspace.library, PERIOD)
    expect(views).not.toHaveLength(0)
    expect(views.length).toBeLessThan(UNITS.length)
    for (const view of views) await expect(readFile(join(folder, view.fileName))).resolves.toBeDefined()
  })

  it('refuses units that the scheme does not have', async () => {
    await expect(issue({ units: ['zz'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
