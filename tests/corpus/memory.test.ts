import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { isAppError } from '#shared/appError.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { composeHeader } from '#shared/domain/importing/header/composeHeader.ts'
import { findHeader } from '#shared/domain/importing/header/findHeader.ts'
import { importFixes, type ColumnRole } from '#shared/domain/importing/importPlan.ts'
import { rememberSheet } from '#shared/domain/importing/memory/rememberSheet.ts'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import type { RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { sheetGrid } from '#shared/domain/importing/grid/sheetGrid.ts'
import { catalogue } from '../unit/domain/importing/helpers/catalogue.ts'

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus/open')
const reader = createWorkbookReader()
afterAll(() => reader.close())

async function read(file: string): Promise<RawWorkbook[]> {
  try {
    return [await reader.read({ path: path.join(corpus, file) })]
  } catch (error) {
    if (isAppError(error)) return []
    throw error
  }
}

/** Answers for a sheet of which the program knows nothing: the first column names units, the last ones are remarks. */
function answersFor(sheet: RawSheet) {
  const grid = sheetGrid(sheet)
  const header = findHeader(grid, () => false)
  if (header === null) return null
  const labelled = composeHeader(grid, header).filter(({ path: labels }) => labels.length > 0)
  const columns = Object.fromEntries(
    labelled.map(({ letter }, at): [string, ColumnRole] => [
      letter,
      at === 0 ? { role: 'unit' } : { role: 'remark' }
    ])
  )
  return labelled.length < 2
    ? null
    : importFixes.parse({
        sheets: {
          [sheet.name]: {
            header: { first: header.first, last: header.last },
            layout: 'UNIT_BY_INDICATOR',
            columns,
            include: true
          }
        }
      })
}

const only = (raw: RawWorkbook, sheet: RawSheet): RawWorkbook => ({ ...raw, sheets: [sheet], problems: [] })

/** The same sheet two rows further down, as another quarter's copy often has it. */
function lowered(sheet: RawSheet): RawSheet {
  return {
    ...sheet,
    rowCount: sheet.rowCount + 2,
    hiddenRows: sheet.hiddenRows.map((row) => row + 2),
    cells: sheet.cells.map((cell) => ({
      ...cell,
      row: cell.row + 2,
      address: cell.address.replace(/\d+$/, (row) => String(Number(row) + 2))
    })),
    merges: sheet.merges.map((merge) => ({ ...merge, top: merge.top + 2, bottom: merge.bottom + 2 }))
  }
}

describe.skipIf(!existsSync(corpus))('memory over real sheets (skipped: ../shared/corpus is absent)', () => {
  it('meets every sheet again by its own header among all the others, also when it has moved', async () => {
    const names = catalogue()
    const kept: { raw: RawWorkbook; sheet: RawSheet; memory: RememberedSheet }[] = []
    for (const file of readdirSync(corpus)) {
      for (const raw of await read(file)) {
        for (const sheet of raw.sheets.filter(({ visibility }) => visibility === 'visible')) {
          const fixes = answersFor(sheet)
          if (fixes === null) continue
          const analysis = analyseWorkbook(only(raw, sheet), names, fixes).sheets[0]!
          const memories = kept.map(({ memory }) => memory)
          const request = {
            sheet: analysis,
            raw: sheet,
            fixes,
            period: '2026Q2',
            fileName: raw.fileName,
            memories
          }
          const [learnt] = rememberSheet(request)
          if (learnt === undefined) continue
          const { moved: _moved, dropped: _dropped, ...memory } = learnt
          kept.push({
            raw,
            sheet,
            memory: { ...memory, id: kept.length, period: '2026Q2', fileName: raw.fileName }
          })
        }
      }
    }
    expect(kept.length).toBeGreaterThan(20)

    const none = importFixes.parse({})
    const memories = kept.map(({ memory }) => memory)
    const missed = kept.flatMap(({ raw, sheet, memory }) =>
      [sheet, lowered(sheet)].flatMap((again) => {
        const { memory: use } = analyseWorkbook(only(raw, again), names, none, { memories, issued: [] })
          .sheets[0]!
        const labels = memories.find(({ id }) => id === use?.id)?.labels
        const isSame = use?.exact === true && labels?.join() === memory.labels.join()
        return isSame ? [] : [`${raw.fileName} ${sheet.name}: ${memory.labels.join('|').slice(0, 60)}`]
      })
    )
    expect(missed).toEqual([])
  }, 300_000)
})
