import type { Slide } from './deckContent.ts'
import type { DeckScope } from './deckScope.ts'
import { unitList } from './deckWords.ts'
import { dimensionFacts, percent } from './dimensionSlides.ts'
import { lostPoints, streakItems } from './problemSlide.ts'

/** Steps that follow from the facts; no date and no measure that nobody decided. */
function steps(scope: DeckScope): string[] {
  const { facts, groups, mayName } = scope
  const { counts } = facts.results
  const blocked = groups.flatMap(({ group }) => group.units).filter((unit) => unit.state === 'BLOCKED')
  const late = facts.submissions.filter((each) => each.late)
  const dimensions = dimensionFacts(scope)
  const lowest = dimensions.reduce<(typeof dimensions)[number] | null>(
    (found, fact) => (found === null || fact.rate.lt(found.rate) ? fact : found),
    null
  )
  const [lost] = lostPoints(scope)
  const where = groups.length > 1 && lowest !== null ? lowest.group.label : ''
  return [
    ...(facts.snapshot === null ? ['本次结果是预览，定稿前请各单位再核对一遍数据。'] : []),
    ...(blocked.length === 0
      ? []
      : [`请${unitList(blocked, mayName)}补齐缺少的数据，或按程序认定补分，补齐后再排名。`]),
    ...(lowest === null
      ? []
      : [`${where}“${lowest.name}”得分率只有${percent(lowest.rate)}，请责任单位逐项找差距、定措施。`]),
    ...(lost === undefined
      ? []
      : [`“${lost.name}”有${lost.units}个单位没有得满分，请牵头单位对照指标分析原因。`]),
    ...(late.length === 0 ? [] : [`请${unitList(late, mayName)}下季度按规定时间报送。`]),
    ...(streakItems(scope, 'BAD').length === 0 ? [] : ['对达到连续靠后等条件的单位，按考核方案办理。']),
    ...(counts.undecidedGrades === 0 ? [] : [`${counts.undecidedGrades}处并列跨等次名额，需要研究确定。`]),
    '对得分有疑问的，请对照《单位成绩单》逐项核对，向考核办提出。'
  ]
}

export function nextStepSlide(scope: DeckScope): Slide {
  const items = steps(scope)
  return {
    layout: 'CONTENT',
    title: `下一步：抓好${items.length}件事`,
    subtitle: '',
    parts: [{ type: 'bullets', items }],
    notes: `各条都由本季度结果得出，没有新定的时限和措施；请会前按领导意见修改。\n${scope.origin}`
  }
}

export function endSlide({ origin }: DeckScope): Slide {
  return { layout: 'END', title: '汇报完毕，请审议', subtitle: '', parts: [], notes: origin }
}
