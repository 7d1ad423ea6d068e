/** Where a golden example of the domain research (§7, §7.1) is computed through a public way in. */
export interface Golden {
  what: string
  /** Source ids; none for G19 (arithmetic) and G20 (no published rule). */
  sources: readonly string[]
  /** Test files below tests/unit/domain whose titles name the golden. */
  files: readonly string[]
}

/** The register of all golden examples: none may be left out, and no number stands in two tests of one way in. */
export const GOLDENS: Readonly<Record<string, Golden>> = {
  G1: {
    what: 'a quarterly sheet with bonuses',
    sources: ['S9'],
    files: ['ranking/published.test.ts', 'publishedSchemes/publishedSchemes.test.ts']
  },
  G2: {
    what: 'step or linear, with cliff and cap',
    sources: ['S10'],
    files: ['publishedSchemes/publishedSchemes.test.ts', 'golden/G2.test.ts']
  },
  G3: {
    what: 'directional indicators',
    sources: ['S17'],
    files: ['publishedSchemes/publishedSchemes.test.ts', 'golden/G3.test.ts']
  },
  G4: { what: 'asymmetric growth rule', sources: ['S11'], files: ['golden/G4.test.ts'] },
  G5: { what: 'rank points over several evaluators', sources: ['S2'], files: ['golden/G5.test.ts'] },
  G6: {
    what: 'quarterly rank points to the year',
    sources: ['S3'],
    files: ['publishedSchemes/publishedSchemes.test.ts', 'golden/G6.test.ts']
  },
  G7: {
    what: 'ratio to the best with difficulty and limited corrections',
    sources: ['S5', 'S6'],
    files: ['golden/G7.test.ts']
  },
  G8: { what: 'efficacy tiers', sources: ['S13', 'S14', 'S15'], files: ['golden/G8.test.ts'] },
  G9: { what: 'min–max 60–100', sources: ['S16'], files: ['golden/G9.test.ts'] },
  G10: { what: 'ballots', sources: ['S27', 'S28'], files: ['golden/G10.test.ts'] },
  G11: { what: 'trimmed mean', sources: ['S29'], files: ['golden/G11.test.ts'] },
  G12: { what: 'weighted evaluator groups', sources: ['S30', 'S31'], files: ['golden/G12.test.ts'] },
  G13: {
    what: 'caps, deductions, veto',
    sources: ['S21', 'S40', 'S26'],
    files: ['ranking/adjustments.test.ts', 'ranking/vetoes.test.ts']
  },
  G14: {
    what: 'a real ranking table with a tie',
    sources: ['S35'],
    files: ['ranking/published.test.ts', 'publishedSchemes/publishedSchemes.test.ts']
  },
  G15: {
    what: 'groups, quotas, boards, streaks',
    sources: ['S23', 'S24', 'S36', 'S55', 'S51'],
    files: [
      'ranking/grades.test.ts',
      'ranking/boards.test.ts',
      'ranking/streaks.test.ts',
      'golden/G15.test.ts'
    ]
  },
  G16: { what: 'lights', sources: ['S43'], files: ['status/progressStatus.test.ts'] },
  G17: {
    what: 'a round that was not held',
    sources: ['S37'],
    // The published case has six rounds; a year of quarters has four, so the numbers stand in the first file.
    files: ['period/combineRounds.test.ts', 'period/yearGaps.test.ts']
  },
  G18: { what: 'quarters 95 %, leadership 5 %', sources: ['S33'], files: ['period/computeYear.test.ts'] },
  G19: {
    what: 'rounding, and what is judged on it',
    sources: [],
    files: ['ranking/published.test.ts', 'ranking/grades.test.ts', 'golden/G19.test.ts']
  },
  G20: {
    what: 'units that merge',
    sources: [],
    files: ['ranking/unitsOverTime.test.ts', 'period/successions.test.ts']
  }
}
