/** Fields of results that most hand-made fixtures have nothing to say about. */
export const PLAIN_INDICATOR = {
  value: null,
  target: null,
  gapToTarget: null,
  againstTarget: null,
  increment: null
} as const

export const PLAIN_UNIT = {
  gapToPrevious: null,
  vetoes: [],
  grade: null,
  personQuota: null,
  streaks: []
}

export const PLAIN_RACE = { grades: [], boards: [], sideRankings: [] }

export const PLAIN_RESULT = { month: null, totals: [] }

export const PLAIN_COUNTS = { vetoed: 0, undecidedGrades: 0 }
