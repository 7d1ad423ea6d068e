import { decodeXml } from '../xmlTokens.ts'
import { parseRange } from './a1Ref.ts'
import { copiedFormula } from './rewriteRefs.ts'
import { movedFormula, movedRefs, rangeText, type Insertion } from './rowMap.ts'
import { textSplices } from './textSplices.ts'
import { applySplices } from './xmlEdit.ts'

const SPARKLINE = /<(?:[\w.-]+:)?sparkline>[\s\S]*?<\/(?:[\w.-]+:)?sparkline>/g

/** A sparkline shows one cell's own numbers: those of the pattern row get one for each copy. */
function movedSparkline(xml: string, insertion: Insertion): string {
  const { row: at, count, sheet } = insertion
  const place = decodeXml(/sqref>\s*([^<]*?)\s*</.exec(xml)?.[1] ?? '')
  const range = parseRange(place)
  const inPattern = range?.top === at && range.bottom === at
  const written = (step: number): string =>
    applySplices(xml, [
      ...textSplices(xml, ['f'], (text) => {
        const moved = movedFormula(insertion, text, { sheet, inPattern })
        return step === 0 ? moved : copiedFormula(moved, { rows: step, cols: 0 })
      }),
      ...textSplices(xml, ['sqref'], (text) => {
        if (step === 0) return movedRefs(insertion, text, false)
        return rangeText({ ...range!, top: at + step, bottom: at + step })
      })
    ])
  return Array.from({ length: inPattern ? count + 1 : 1 }, (_, step) => written(step)).join('')
}

/** Takes sparklines out of a sheet part, so that what moves ranges passes over them, and puts them back moved. */
export function withoutSparklines(
  whole: string,
  insertion: Insertion
): { xml: string; putBack: (moved: string) => string } {
  const sparklines: string[] = []
  // Comments are passed over by everything that moves a sheet.
  const xml = whole.replace(SPARKLINE, (found) => `<!--sparkline ${sparklines.push(found) - 1}-->`)
  return {
    xml,
    putBack: (moved) =>
      moved.replace(/<!--sparkline (\d+)-->/g, (comment, index: string) => {
        const sparkline = sparklines[Number(index)]
        return sparkline === undefined ? comment : movedSparkline(sparkline, insertion)
      })
  }
}
