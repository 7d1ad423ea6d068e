import type { DecimalString } from '../number/decimal.ts'

interface Bar {
  label: string
  value: DecimalString
  /** SUBJECT: the unit that it is about. UP and DOWN: who moved. */
  tone: 'PLAIN' | 'SUBJECT' | 'UP' | 'DOWN' | 'FIRST'
}

/**
 * A chart as data. It is drawn once, as SVG by `drawChart`: the window, the PDF, the board and the Word file show that
 * drawing. Excel and PowerPoint get native charts of the same data.
 */
export type ReportChart =
  /** Horizontal bars from 0, the mean as an upright tick. */
  | {
      kind: 'BARS'
      title: string
      bars: readonly Bar[]
      mean: DecimalString | null
      decimals: number
      /** The longest bar of the charts that share its scale; its own where there is none. */
      scaleTo?: DecimalString
      /** Where a workbook shows the same names and numbers: body rows `from` on of a table, so that the chart follows them. */
      cells?: { table: string; label: string; value: string; from: number }
    }
  /** Each dimension in percent of its full mark, one bar each, the group's mean as a tick. */
  | {
      kind: 'PROFILE'
      title: string
      rows: readonly {
        label: string
        /** As printed. */
        score: string
        mean: string | null
        fullMark: string
        /** Share of the full mark, 0–1 and beyond. */
        rate: DecimalString | null
        meanRate: DecimalString | null
      }[]
    }
  /** Totals over quarters with the place beside each point; null where the unit had none. */
  | {
      kind: 'TREND'
      title: string
      points: readonly { label: string; value: DecimalString | null; note: string }[]
      decimals: number
    }
