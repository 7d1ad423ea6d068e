/** 晾晒大屏: what the projector shows, page by page. Numbers are printed as the snapshot has them. */
export interface DisplayContent {
  title: string
  /** On every page of a preview, '' else. */
  mark: string
  provenance: string
  organisation: string
  /** Seconds that a page stays before the next one. */
  seconds: number
  pages: readonly DisplayPage[]
}

export interface DisplayRow {
  rank: string
  name: string
  /** '/' where there is no total. */
  total: string
  /** Length of the bar, 0–100; null without a total. */
  bar: number | null
  movement: string
  rise: boolean
  remark: string
}

export type DisplayPage =
  /** Opening page: figures large, then the first of each group. */
  | {
      kind: 'TITLE'
      heading: string
      /** What it was scored by. */
      basis: string
      figures: readonly { label: string; value: string }[]
      firsts: readonly { group: string; names: string; total: string }[]
    }
  /** A run of a group's ranking: one column of rows, or two where the group is large. */
  | { kind: 'RANKING'; heading: string; note: string; columns: readonly (readonly DisplayRow[])[] }
  /** Good and bad side of a board; a side that is only counted says so in `badNote`. */
  | {
      kind: 'BOARD'
      heading: string
      goodTitle: string
      badTitle: string
      good: readonly { name: string; reason: string }[]
      bad: readonly { name: string; reason: string }[]
      badNote: string
    }
