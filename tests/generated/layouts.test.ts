import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawWorkbook } from '../unit/domain/importing/helpers/rawSheet.ts'
import { soil } from './dirt.ts'
import { differences, sketch } from './importBack.ts'
import { LAYOUTS } from './layoutList.ts'
import { tapes } from './tape.ts'

describe('a known table comes back the same, or with a problem at each cell that differs', () => {
  it.each(Object.keys(LAYOUTS))('%s', (name) => {
    fc.assert(
      fc.property(tapes, (source) => {
        const tape = source.play()
        const dirty = soil(tape, LAYOUTS[name]!(tape))
        const raw = rawWorkbook([dirty.sheet])
        expect(differences(raw, dirty), sketch(raw)).toEqual([])
      }),
      { numRuns: 120 }
    )
  })
})
