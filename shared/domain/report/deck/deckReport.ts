import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { boardSlide } from './boardSlide.ts'
import { bonusSlide } from './bonusSlide.ts'
import { endSlide, nextStepSlide } from './closingSlides.ts'
import type { DeckContent } from './deckContent.ts'
import { deckScope } from './deckScope.ts'
import { dimensionSlides } from './dimensionSlides.ts'
import { moverSlide } from './moverSlide.ts'
import { coverSlide, overviewSlide, scoringSlide } from './openingSlides.ts'
import { problemSlide } from './problemSlide.ts'
import { rankingSlides } from './rankingSlides.ts'
import { submissionSlide } from './submissionSlide.ts'

const MOST_SLIDES = 14

function deck(facts: ReportFacts, options: ReportOptions): DeckContent {
  const { issuer, mark, provenance, date } = reportFrame(facts, options)
  const scope = deckScope(facts, options)
  const slides = [
    coverSlide(scope),
    scoringSlide(scope),
    overviewSlide(scope),
    ...rankingSlides(scope),
    moverSlide(scope),
    ...dimensionSlides(scope),
    boardSlide(scope),
    problemSlide(scope),
    submissionSlide(scope),
    bonusSlide(scope),
    nextStepSlide(scope)
  ].filter((slide) => slide !== null)
  return {
    title: reportTitle(facts, '考核情况汇报'),
    mark,
    provenance,
    organisation: issuer,
    date,
    // The farewell is the one slide that nobody misses.
    slides: slides.length < MOST_SLIDES ? [...slides, endSlide(scope)] : slides
  }
}

export const deckReport: ReportDefinition = {
  id: 'deck',
  title: '汇报 PPT',
  description: '季度讲评会用的幻灯片，图表可在 PowerPoint 里改。',
  formats: ['pptx', 'pdf'],
  controls: ['topOnly', 'bottom', 'decimals', 'master'],
  fileStem: ({ results }) => `${periodTitle(results.period)}考核情况汇报`,
  deck
}
