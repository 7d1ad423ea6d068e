import { formatPercent } from '../../number/format.ts'
import { quarterName, SPAN_NAMES, spanTitle } from '../../period/spans.ts'
import type { YearResult, YearUnit } from '../../period/yearResult.ts'
import { unitList } from '../deck/deckWords.ts'
import type { PaperBlock } from '../reportContent.ts'
import { furthest, scoreBands, type GroupFindings, type Mover } from './halfFindings.ts'
import type { HalfContext } from './halfGroupTable.ts'
import { fullMarkOf, type DimensionRate } from './halfQuarters.ts'
import { openPoints } from './openPoints.ts'
import { yearFrame, yearTitle } from './yearFrame.ts'

type Race = YearResult['races'][number]

/** The half-year in sentences, as a circular tells it: each group in turn under four headings. */
export function halfText(
  context: HalfContext,
  findings: ReadonlyMap<Race, readonly GroupFindings[]>
): PaperBlock[] {
  const { year, facts, options } = context
  const { issuer, date } = yearFrame(year, facts, options)
  const parts: { head: string; paragraphs: string[] }[] = [
    { head: '总体情况', paragraphs: each(findings, (found, race) => overall(context, race, found)) },
    { head: '名次变化', paragraphs: each(findings, (found) => movements(context, found)) },
    { head: '板块强弱', paragraphs: each(findings, strengths) },
    { head: '持续低于组平均的单位', paragraphs: each(findings, (found) => belowMean(context, found)) }
  ]
  const said = parts.filter(({ paragraphs }) => paragraphs.length > 0)
  return [
    { type: 'title', text: yearTitle(year, '考核情况分析').replace('（', '\n（') },
    paragraph(opening(context)),
    ...notYet(context).map(paragraph),
    ...said.flatMap(({ head, paragraphs }, index): PaperBlock[] => [
      { type: 'heading', level: 1, text: `${'一二三四'[index]!}、${head}` },
      ...paragraphs.map(paragraph)
    ]),
    { type: 'closing', organisation: issuer, date }
  ]
}

function paragraph(text: string): PaperBlock {
  return { type: 'paragraph', runs: [{ text }] }
}

/** One paragraph a group; what a group has nothing of is not said. */
function each(
  findings: ReadonlyMap<Race, readonly GroupFindings[]>,
  sayOf: (found: GroupFindings, race: Race) => string
): string[] {
  const several = findings.size > 1
  return [...findings].flatMap(([race, groups]) =>
    groups.flatMap((found) => {
      const text = sayOf(found, race)
      return text === '' ? [] : [`${several ? `${race.name}，` : ''}${text}`]
    })
  )
}

function opening({ year, quarters }: HalfContext): string {
  const { result } = year
  const names = quarters.map(({ results }) => quarterName(results.period))
  const open = result.quarters
    .filter(({ snapshot }) => snapshot === null)
    .map(({ period }) => quarterName(period))
  const more = open.length === 0 ? '' : `${open.join('、')}没有冻结的成绩，没有计入。`
  return `根据《${result.scheme.title}》，${spanTitle(result.year, result.span)}成绩由${names.join('、')}已冻结的成绩合成。${more}`
}

/** Why there is no half-year score yet, where nobody has one. */
function notYet(context: HalfContext): string[] {
  const units = context.year.result.races.flatMap(({ groups }) => groups).flatMap(({ units: all }) => all)
  if (units.some(({ total }) => total !== null)) return []
  return [`${SPAN_NAMES[context.year.result.span]}得分还不能合成。${openPoints(context).join('')}`]
}

function overall({ quarters }: HalfContext, race: Race, found: GroupFindings): string {
  const { group, ranked, mayName, mayBlame } = found
  const [first] = ranked
  if (first?.total == null || group.mean === null) return ''
  const tops = ranked.filter(({ rank }) => rank === 1)
  const last = ranked.at(-1)!
  const lasts = ranked.filter(({ rank }) => rank === last.rank)
  const lowest = lasts.some(({ unit }) => mayBlame(unit)) ? `，为${unitList(lasts, mayBlame)}` : ''
  const low = last.rank === 1 || last.total === null ? '' : `，最低${last.total.printed}分${lowest}`
  const top = `最高${first.total.printed}分，为${unitList(tops, mayName)}${tops.length > 1 ? '（并列）' : ''}`
  const fullMark = fullMarkOf(quarters, race.race, group.group)
  const spread = fullMark === null ? '' : distribution(ranked, fullMark)
  return `${group.name}${ranked.length}个单位参加排名，半年平均${group.mean}分，${top}${low}。${spread}`
}

/** Empty stretches are left out. */
function distribution(ranked: readonly YearUnit[], fullMark: string): string {
  const parts = scoreBands(ranked, fullMark)
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label.replaceAll(' ', '')}的${count}个`)
  return parts.length === 0 ? '' : `其中${parts.join('，')}。`
}

function movements({ quarters }: HalfContext, found: GroupFindings): string {
  const [first, last] = quarters
  const { group, up, down, same, mayName, mayBlame } = found
  if (first === undefined || last?.results.previousPeriod !== first.results.period) return ''
  const counts = [
    up.length === 0 ? '' : `上升的有${up.length}个单位`,
    down.length === 0 ? '' : `下降的有${down.length}个`,
    same === 0 ? '' : `不变的有${same}个`
  ].filter((part) => part !== '')
  if (counts.length === 0) return ''
  const [now, before] = [quarterName(last.results.period), quarterName(first.results.period)]
  return [
    `${group.name}${now}名次与${before}相比，${counts.join('，')}`,
    moved('上升最多的是', '升', up, mayName),
    moved('下降最多的是', '降', down, mayBlame)
  ]
    .filter((part) => part !== '')
    .join('；')
    .concat('。')
}

/** Those who moved furthest, where one of them may be named. */
function moved(
  words: string,
  verb: string,
  movers: readonly Mover[],
  mayName: (unit: string) => boolean
): string {
  const far = furthest(movers, 1)
  const units = far.map(({ unit }) => unit)
  if (!units.some(({ unit }) => mayName(unit))) return ''
  const [only] = far.length === 1 ? far : []
  const places = only === undefined ? '' : `从第${only.before.rank ?? '/'}名到第${only.now.rank ?? '/'}名，`
  return `${words}${unitList(units, mayName)}，${places}${only === undefined ? '各' : ''}${verb}${far[0]!.by}位`
}

function strengths({ group, strength }: GroupFindings): string {
  if (strength === null) return ''
  return `${group.name}平均得分率最高的板块是${rated(strength.best)}，最低的是${rated(strength.worst)}。`
}

function rated(rates: readonly DimensionRate[]): string {
  return `${rates.map(({ name }) => name).join('、')}（${formatPercent(rates[0]!.rate)}）`
}

function belowMean({ quarters }: HalfContext, { group, below, mayBlame }: GroupFindings): string {
  if (quarters.length < 2) return ''
  const always = `${quarters.length === 2 ? '两' : quarters.length}个季度都低于组平均的`
  if (below.length === 0) return `${group.name}没有${always}单位。`
  const named = below.some(({ unit }) => mayBlame(unit)) ? `：${unitList(below, mayBlame)}` : ''
  return `${group.name}${always}有${below.length}个单位${named}。`
}
