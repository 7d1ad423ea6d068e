import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../unit/workbook/makeFiles.ts'
import { soil } from './dirt.ts'
import { differences, sketch } from './importBack.ts'
import { LAYOUTS } from './layoutList.ts'
import { tapes } from './tape.ts'
import { fileBytes, SUFFIX, type FileKind } from './writeFile.ts'

/** Lost on the way into the file, or told of the file as a whole. */
const OF_FILES = ['WRONG_SUFFIX', 'HIDDEN_ROWS', 'HIDDEN_COLS', 'STALE_FORMULA']
const KINDS: readonly FileKind[] = ['xlsx', 'xls', 'html', 'csv', 'csv in GBK', 'tsv in UTF-16']
/** Without merges a group label over several columns and a unit over several rows have to be filled in. */
const MERGELESS = ['FILLED_DOWN']
const isMergeless = (kind: FileKind): boolean => /csv|tsv/.test(kind)

describe('the same through real files', () => {
  it.each(KINDS)('%s', async (kind) => {
    const names = Object.keys(LAYOUTS).filter((name) => name !== 'indicatorTree' || !isMergeless(kind))
    await fc.assert(
      fc.asyncProperty(tapes, async (source) => {
        const tape = source.play()
        const dirty = soil(tape, LAYOUTS[tape.pick(names)]!(tape))
        const raw = await read(`报送表.${SUFFIX[kind]}`, fileBytes(dirty.sheet, kind))
        const doubts = [...OF_FILES, ...(isMergeless(kind) ? MERGELESS : [])]
        expect(differences(raw, { ...dirty, doubts }), sketch(raw)).toEqual([])
      }),
      { numRuns: 20 }
    )
  })
})
