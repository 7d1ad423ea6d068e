import type { z } from 'zod'
import { schemeDefinition } from '../scheme/schemeDefinition.ts'
import { compareText } from './compareText.ts'
import { compareReadings } from './readingIndex.ts'
import type { PastStanding, PreviousStanding, scoringInput } from './scoringInput.ts'

/** An input as it stands, or as an older version recorded it: what it lacks has its default. */
export type RecordedInput = z.input<typeof scoringInput>

/**
 * The one text of an input, for hashing: keys sorted, everything whose order says nothing in a fixed one. The order of
 * the scheme stays: it is 机构顺序 and the order of indicators, and part of the result. So does the order of a recorded
 * tie decision. Read back through the `scoringInput` schema, the text gives the same text again.
 */
export function canonicalInput(input: RecordedInput): string {
  const { period, month, scheme, schemeVersion, readings, adjustments, previous } = input
  return canonicalJson({
    period,
    month: month ?? null,
    // Parsed, so that a scheme file recorded before a field existed reads as one that leaves it at its default.
    scheme: schemeDefinition.parse(scheme),
    schemeVersion,
    readings: [...readings].sort(compareReadings),
    adjustments: inOrder(adjustments, (a, b) => a.id - b.id || compareText(a.unit, b.unit)),
    decisions: inOrder(input.decisions ?? [], (a, b) => a.id - b.id),
    previous: previous && { period: previous.period, standings: inOrder(previous.standings, byUnit) },
    history: inOrder(input.history ?? [], (a, b) => compareText(a.period, b.period)).map(
      ({ period: earlier, standings }) => ({
        period: earlier,
        standings: inOrder(standings.map(withBoardsInOrder), byUnit)
      })
    ),
    before: inOrder(
      input.before ?? [],
      (a, b) => compareText(a.unit, b.unit) || compareText(a.indicator, b.indicator)
    )
  })
}

function byUnit(a: PreviousStanding, b: PreviousStanding): number {
  return compareText(a.race, b.race) || compareText(a.unit, b.unit) || compareText(a.group, b.group)
}

function withBoardsInOrder(standing: PastStanding): PastStanding {
  const boards = inOrder(
    standing.boards,
    (a, b) => compareText(a.board, b.board) || compareText(a.side, b.side)
  )
  return { ...standing, boards }
}

/** Sorted; things that compare equal by their whole content, so that not even duplicates depend on the order given. */
function inOrder<T>(list: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...list].sort((a, b) => compare(a, b) || compareText(canonicalJson(a), canonicalJson(b)))
}

/** JSON with sorted keys, the same text on any machine. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
