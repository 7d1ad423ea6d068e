import { emptyWordMeaning, emptyWords } from '../values/emptyWords.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import type { RememberedMapping } from './rememberedMapping.ts'

export type Names = Pick<RememberedMapping, 'indicators' | 'classes' | 'emptyWords'>

/** Of answers about names and words those whose text stands in a sheet: answers are given for whole files. */
export function namesIn(raw: Pick<RawSheet, 'cells'>, names: Names): Names {
  const { indicators, classes } = names
  const wanted = [indicators, classes, names.emptyWords].some((record) => Object.keys(record).length > 0)
  if (!wanted) return { indicators: {}, classes: {}, emptyWords: {} }
  const texts = new Set(raw.cells.flatMap((cell) => (cell.kind === 'text' ? [tidy(cell.value)] : [])))
  const isThere = ([text]: [string, unknown]): boolean => texts.has(tidy(text))
  return {
    indicators: Object.fromEntries(Object.entries(indicators).filter(isThere)),
    classes: Object.fromEntries(Object.entries(classes).filter(isThere)),
    emptyWords: Object.fromEntries(
      Object.entries(names.emptyWords).filter(([word, meaning]) => {
        const words = emptyWords({ [word]: meaning })
        return [...texts].some((text) => emptyWordMeaning(text, words) !== null)
      })
    )
  }
}
