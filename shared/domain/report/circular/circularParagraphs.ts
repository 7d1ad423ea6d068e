import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { basisPassage, participation } from './basisPassage.ts'
import type { CircularParagraph, CircularPiece } from './circularText.ts'
import { highlightPassages } from './highlightPassages.ts'
import { movementSentences, tieSentences, trendSentence } from './movementPassages.ts'
import { namingOf, type Naming } from './naming.ts'
import { nextStepPassages } from './nextStepPassages.ts'
import { passage, type Passage } from './passage.ts'
import { problemPassages } from './problemPassages.ts'
import { fact, say } from './say.ts'
import { bandSentence, gradeSentence, lineSentence, scoreSentences } from './scorePassages.ts'
import { wordedParagraph } from './wordedParagraph.ts'

/** 一、总体情况, a passage a race; several races say first who took part in which. */
function overallPassages(facts: ReportFacts, options: ReportOptions, naming: Naming): Passage[] {
  const { results } = facts
  const several = results.races.length > 1
  return results.races.flatMap((race) => {
    const of = (id: string, pieces: CircularPiece[], numbered = false): Passage[] =>
      passage(`overall.${race.race}.${id}`, 'OVERALL', pieces, numbered)
    const scores = say`${scoreSentences(race, facts, naming)}${lineSentence(race, options, naming)}${bandSentence(race)}`
    return [
      ...(several
        ? of('race', say`${fact(`race.${race.race}`, race.name)}。${participation(race, naming)}`, true)
        : []),
      ...of('scores', scores),
      ...of('grades', gradeSentence(race, naming)),
      ...of('movement', movementSentences(race, results, naming)),
      ...of('ties', tieSentences(race, naming)),
      ...of('trend', trendSentence(race, facts))
    ]
  })
}

/** The paragraphs of the 通报 in order, with what the clerk changed; parts in `options.omit` among them. */
export function circularParagraphs(facts: ReportFacts, options: ReportOptions): CircularParagraph[] {
  const naming = namingOf(facts.results, options)
  const passages = [
    ...basisPassage(facts, naming),
    ...overallPassages(facts, options, naming),
    ...highlightPassages(facts, naming),
    ...problemPassages(facts, naming),
    ...nextStepPassages(facts)
  ]
  return passages.map((each) => wordedParagraph(each, facts.circularEdits[each.key]))
}
