import { groupedBy } from '../../groupedBy.ts'
import { nextPeriod, periodTitle } from '../../period/periodKey.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { CircularPiece } from './circularText.ts'
import { isBelow } from './naming.ts'
import { passage, type Passage } from './passage.ts'
import { weakestDimensions } from './problemPassages.ts'
import { fact, listed, say, type Phrase } from './say.ts'
import { groupName, placedOf } from './scorePassages.ts'

/** 四、下一步工作要求: asks for what the facts show to be weak, and names no deadline that nobody set. */
export function nextStepPassages(facts: ReportFacts): Passage[] {
  const { races, period } = facts.results
  const units = races.flatMap((race) => race.groups.flatMap(placedOf))
  const isLate = facts.submissions.some(({ late }) => late)
  const isBelowMean = units.some(({ gapToMean }) => isBelow(gapToMean))
  const step = (id: string, pieces: CircularPiece[] | null): Passage[] =>
    passage(`next.${id}`, 'NEXT_STEPS', pieces)
  const next = fact('next', periodTitle(nextPeriod(period)))
  return [
    ...step('missing', missingStep(facts)),
    ...step('weak', weakStep(facts)),
    ...step('below', isBelowMean ? BELOW : null),
    ...step('late', isLate ? LATE : null),
    ...step(
      'quarter',
      say`抓好下一季度工作。各单位要总结经验、查找不足，对照考核方案逐项落实任务，扎实做好${next}各项工作。`
    )
  ]
}

function missingStep({ submissions }: ReportFacts): CircularPiece[] | null {
  const words = [
    ['MISSING', '零报送'],
    ['PARTLY', '缺项']
  ] as const
  const open = words.filter(([state]) => submissions.some((each) => each.state === state))
  if (open.length === 0) return null
  const who = open.map(([, word]) => word).join('、')
  return say`尽快补齐数据。${who}的单位要尽快补报，说明原因，并对数据的真实性、完整性负责。`
}

const BELOW = say`对照先进找差距。低于组平均分的单位要对照同组先进单位，逐项分析失分原因，制定整改措施，明确责任人和完成时限。`
const LATE = say`按时规范报送。迟报的单位要落实专人负责，按规定时间和口径报送，避免迟报、漏报、错报。`

/** 机关处室组、乡镇组要重点提升整改测评，直属单位组要重点提升体育讲堂: groups with the same weakness together. */
function weakStep({ results }: ReportFacts): CircularPiece[] | null {
  const weak = results.races.flatMap((race) =>
    race.groups.map((group) => ({ race, group, dimensions: weakestDimensions(group) }))
  )
  const found = weak.filter(({ dimensions }) => dimensions.length > 0)
  if (found.length === 0) return null
  const same = groupedBy(found, ({ race, dimensions }) =>
    [race.race, ...dimensions.map(({ code }) => code)].join('.')
  )
  const clauses = [...same].map(([key, groups]): Phrase => {
    const names = groups[0]!.dimensions.map(({ code, name }) => fact(`weak.name.${key}.${code}`, name))
    const who = results.races.length + groups[0]!.race.groups.length > 2
    const groupNames = groups.map(({ group }) => groupName(group))
    return say`${who ? listed(groupNames) : '各单位'}要重点提升${listed(names)}`
  })
  return say`集中力量补短板。${listed(clauses, '，')}，逐项查明原因，拿出改进办法。`
}
