import type { IndicatorResult } from '../resultSet.ts'

/**
 * What rules chose where published texts leave the number open, one line for each choice with the indicators that it
 * decided: 「签约、到位」按整档计分. Traces carry the choice with the indicator's name in front.
 */
export function choiceSentences(indicators: readonly IndicatorResult[]): string[] {
  const names = new Map<string, Set<string>>()
  for (const { name, trace } of indicators) {
    for (const choice of trace.choices) {
      const prefix = `「${name}」`
      const sentence = choice.startsWith(prefix) ? choice.slice(prefix.length) : choice
      const known = names.get(sentence)
      if (known) known.add(name)
      else names.set(sentence, new Set([name]))
    }
  }
  return [...names].map(([sentence, of]) => `「${[...of].join('、')}」${withStop(sentence)}`)
}

function withStop(sentence: string): string {
  return /[。！？]$/.test(sentence) ? sentence : `${sentence}。`
}
