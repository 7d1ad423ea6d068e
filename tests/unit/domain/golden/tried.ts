import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { trialCase, type TrialCaseInput, type TrialResult } from '#shared/domain/trial/trialCase.ts'

type TriedUnit = TrialResult['results'][number]

/** One rule on made-up participants, by 试算: the way in that the editor and `liangji try` use. */
export function tried(given: TrialCaseInput): Record<string, TriedUnit> {
  const { results } = runTrial(trialCase.parse(given))
  return Object.fromEntries(results.map((result) => [result.unit, result]))
}

/** The printed score of each participant, or the status of one that has none. */
export function printedScores(given: TrialCaseInput): Record<string, string> {
  return Object.fromEntries(
    Object.values(tried(given)).map(({ unit, status, score }) => [unit, score?.printed ?? status])
  )
}
