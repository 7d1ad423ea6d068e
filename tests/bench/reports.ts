import { reportDefinitions } from '#shared/domain/report/reportDefinitions.ts'
import type { ReportFormat } from '#shared/domain/report/reportDefinition.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { writeReport } from '#electron/reports/writeReport.ts'
import { officeFacts, OPTIONS } from '../helpers/reportFacts.ts'
import { exponent, once, show } from './timing.ts'

const SMALL = 200
const LARGE = 2000
/** Cards as one Word file take a picture for each chart: 2,000 units would take minutes and tell no more. */
const LARGE_CARDS = 400

/** PDF is measured up to the page that Chromium is given: the printing itself is Chromium's. */
const context = {
  print: (html: string) => Promise.resolve(new Uint8Array(new TextEncoder().encode(html))),
  master: null
}

/** Every report in every format, of a quarter of 200 units (8 indicators, 3 quarters of history), and its growth to 2,000. */
export async function benchReports(): Promise<void> {
  const [small, large] = [officeFacts({ units: SMALL }), officeFacts({ units: LARGE })]
  const write = (facts: ReportFacts, id: string, format: ReportFormat) =>
    once(() => {
      const definition = reportDefinitions.find((candidate) => candidate.id === id)!
      return writeReport(definition, format, facts, OPTIONS, context)
    })
  // Libraries load on their first use.
  await write(officeFacts({ units: 8 }), 'ranking', 'xlsx')
  await write(officeFacts({ units: 8 }), 'circular', 'docx')
  await write(officeFacts({ units: 8 }), 'deck', 'pptx')

  console.log(`\nreports, ${SMALL} and ${LARGE} units`)
  const all = { small: 0, large: 0 }
  let first: number | null = null
  for (const definition of reportDefinitions) {
    if ((definition.unavailable?.(small) ?? null) !== null) continue
    const { id } = definition
    for (const format of definition.formats) {
      const cards = id === 'unitCard' && format === 'docx'
      const size = cards ? LARGE_CARDS : LARGE
      const most = cards ? officeFacts({ units: LARGE_CARDS }) : large
      const ms = { small: await write(small, id, format), large: await write(most, id, format) }
      if (!cards) all.small += ms.small
      if (!cards) all.large += ms.large
      first ??= ms.small
      const growth = exponent({ size: SMALL, ms: ms.small }, { size, ms: ms.large })
      show(`${id}.${format}`, ms.small, first, `growth exponent to ${size}: ${growth}`)
    }
  }
  show(`all but cards in Word, ${SMALL} units`, all.small, all.small, '')
  show(`all but cards in Word, ${LARGE} units`, all.large, all.small, `input x${LARGE / SMALL}`)
}
