import { afterAll, describe, expect, it } from 'vitest'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { isAppError, type AppError } from '#shared/appError.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { corpusFiles, CORPUS_MISSING, expectedSheets, type CorpusFile } from '../helpers/corpus.ts'
import { compareSheets } from './compareSheets.ts'
import { KNOWN_DIFFERENCES, KNOWN_REFUSALS, MADE, PASSWORDS } from './known.ts'

const reader = createWorkbookReader()
const totals = {
  read: 0,
  compared: 0,
  sheets: 0,
  cells: 0,
  uncalculated: 0,
  differences: 0,
  refused: new Map<string, number>()
}

if (CORPUS_MISSING !== null) console.warn(CORPUS_MISSING)

/** A workbook, or a refusal that names a code and says in Chinese what to do: nothing else may come out of a file. */
async function readOrRefuse(file: CorpusFile, password?: string): Promise<RawWorkbook | AppError> {
  try {
    return await reader.read({ path: file.path }, { timeoutMs: 20_000, password })
  } catch (error) {
    if (!isAppError(error)) throw error
    expect(error.code).toMatch(/^FILE_/)
    expect(error.details.place?.file).toBe(file.name)
    expect(error.toSentence()).toMatch(/[\u4e00-\u9fff].*。/)
    return error
  }
}

async function readAndCount(file: CorpusFile): Promise<RawWorkbook | AppError> {
  const result = await readOrRefuse(file)
  if (isAppError(result)) totals.refused.set(result.code, (totals.refused.get(result.code) ?? 0) + 1)
  else totals.read++
  return result
}

function compare(file: CorpusFile, workbook: RawWorkbook): string[] {
  const expected = expectedSheets(file.name)
  if (expected === null) return []
  const { sheets, cells, uncalculated, differences } = compareSheets(workbook, expected)
  totals.compared++
  totals.sheets += sheets
  totals.cells += cells
  totals.uncalculated += uncalculated
  totals.differences += differences.length
  return differences
}

describe.skipIf(CORPUS_MISSING !== null)('reading the corpus', () => {
  afterAll(async () => {
    await reader.close()
    const refused = [...totals.refused].sort().map(([code, count]) => `${code} ${count}`)
    console.log(
      `corpus: ${totals.read} files read, refused: ${refused.join(', ')}; ` +
        `${totals.compared} files, ${totals.sheets} sheets, ${totals.cells} cells compared with LibreOffice, ` +
        `${totals.uncalculated} of them without a stored result, ${totals.differences} known differences`
    )
  })

  it.each(corpusFiles('open'))('open/$name is what LibreOffice shows, cell by cell', async (file) => {
    const workbook = await readAndCount(file)
    if (isAppError(workbook)) throw workbook
    expect(compare(file, workbook)).toEqual([])
    expect(workbook.problems.filter((problem) => problem.code === 'WRONG_SUFFIX')).toEqual([])
  })

  it.each(corpusFiles('odd'))('odd/$name is read like LibreOffice or refused with a reason', async (file) => {
    const result = await readAndCount(file)
    if (isAppError(result)) {
      const known = KNOWN_REFUSALS.find((refusal) => refusal.name.test(file.name))
      if (known) expect(result.code).toContain(known.code)
      else
        expect(expectedSheets(file.name), `LibreOffice reads it, the reader says ${result.code}`).toBeNull()
      return
    }
    const differences = compare(file, result)
    const allowed = KNOWN_DIFFERENCES[file.name]?.cells ?? 0
    expect(differences.length, differences.slice(0, 5).join('\n')).toBe(allowed)
  })

  it.each(corpusFiles('made'))('made/$name', async (file) => {
    const wanted = MADE[file.name]
    expect(wanted, 'a new file in made/: say what it must give').toBeDefined()
    const result = await readAndCount(file)
    if (typeof wanted === 'string' || wanted === undefined) {
      expect(isAppError(result) ? result.code : 'read').toBe(wanted)
      return
    }
    if (isAppError(result)) throw result
    const cells = new Map(
      result.sheets.flatMap((sheet) => sheet.cells).map((cell) => [cell.address, cell.value])
    )
    for (const [address, value] of Object.entries(wanted.cells)) expect(cells.get(address)).toBe(value)
    expect(result.sheets.reduce((count, sheet) => count + sheet.cells.length, 0)).toBe(wanted.count)
    expect([...new Set(result.problems.map((problem) => problem.code))].sort()).toEqual(wanted.problems ?? [])
  })

  it.each(corpusFiles('made').filter((file) => file.name === 'csv_big5.csv'))(
    'made/$name is in order when its encoding is chosen',
    async (file) => {
      const workbook = await reader.read({ path: file.path }, { encoding: 'big5' })
      const values = workbook.sheets[0]!.cells.map((cell) => cell.value)
      expect(values[0]).toMatch(/^單位$|^单位$/)
      expect(workbook.problems).toEqual([])
    }
  )

  const locked = corpusFiles('odd').filter((file) => file.name in PASSWORDS)
  it.each(locked)('odd/$name needs its password and opens with it', async (file) => {
    const without = await readOrRefuse(file)
    const wrong = await readOrRefuse(file, '不对')
    expect([without, wrong].map((result) => isAppError(result) && result.code)).toEqual([
      'FILE_ENCRYPTED',
      'FILE_ENCRYPTED'
    ])
    const opened = await readOrRefuse(file, PASSWORDS[file.name])
    if (isAppError(opened)) throw opened
    const shown = opened.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.value)).join('')
    expect(opened.sheets.length).toBeGreaterThan(0)
    expect(shown).toMatch(/^[\x20-\x7e]*$/)
  })
})
