import { canonical, dec } from '#shared/domain/number/decimal.ts'
import type { TrialResult } from '#shared/domain/trial/trialCase.ts'
import { printNumber } from '../../text/format.ts'
import { trialText } from '../../text/trial.ts'

const { text: words, status } = trialText

/** The result as plain text, for a message or a minute: rule, then one line a unit with its score and how it came about. */
export function trialAsText(result: TrialResult): string {
  return [
    `${words.rule}：${result.kindName}，${words.fullMark} ${printNumber(result.fullMark)}`,
    result.ruleInWords,
    ...result.results.map(({ unit, score, reason, trace, status: state }) => {
      const mark =
        score === null
          ? status[state]
          : canonical(dec(score.printed)) === score.exact
            ? score.printed
            : `${score.printed}（${words.exact} ${score.exact}）`
      const because = score === null && reason !== null ? reason : trace.sentence
      return `${unit}\t${mark}\t${because}`
    })
  ].join('\n')
}
