import type { FieldGrades } from '../ranking/grades/gradeField.ts'
import type { RoundingMode } from '../number/rounding.ts'
import { formatValue } from '../number/format.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import type { QuarterEntry } from './quarterEntry.ts'
import { quarterName } from './spans.ts'
import type { RankedGroup } from './yearGroup.ts'
import type { YearInput } from './yearInput.ts'
import { quarterShare } from './yearNumbers.ts'
import { tooFewQuarters } from './yearRemarks.ts'
import { weightOf, type YearScore } from './yearScore.ts'

/** A race of the year with everything worked out. */
export interface RankedRace {
  race: RaceDefinition
  groups: readonly RankedGroup[]
  grades: readonly FieldGrades[]
}

const ROUNDING: Record<RoundingMode, string> = { HALF_UP: '四舍五入', CEIL: '进一', FLOOR: '去尾' }

/** How the year came about and which choices of the scheme mattered, as sentences for the foot of the page. */
export function yearFooter(input: YearInput, races: readonly RankedRace[]): string[] {
  const perRace = races.map((ranked) => ({ name: ranked.race.name, lines: raceFooter(input, ranked) }))
  return [...merged(perRace), roundingSentence(input.scheme.policies)]
}

/** What is the same in all races is said once; otherwise the race's name goes in front. */
function merged(perRace: readonly { name: string; lines: readonly string[] }[]): string[] {
  const everywhere = (line: string): boolean => perRace.every(({ lines }) => lines.includes(line))
  const lines = perRace.flatMap((race) =>
    race.lines.map((line) => (everywhere(line) ? line : `${race.name}：${line}`))
  )
  return [...new Set(lines)]
}

function raceFooter(input: YearInput, { race, groups, grades }: RankedRace): string[] {
  const scores = groups.flatMap((group) => group.scores)
  const entries = scores.flatMap((score) => score.entries)
  const places = groups.flatMap((group) => group.places)
  const has = (state: QuarterEntry['state']): boolean => entries.some((entry) => entry.state === state)
  const sentences: (string | null)[] = [
    methodSentence(input, race),
    race.year.quarterScore === 'PRINTED' ? '季度得分按印出的数计入。' : '季度得分按未取整的数计入。',
    has('MISSING') ? MISSING[race.year.missing] : null,
    has('IMPUTED') ? '标「补分」的季度由决定核定，照常计入。' : null,
    has('INHERITED') ? '标「承继」的季度按沿革规定的比例承继前身单位的成绩，计入季度数。' : null,
    leadershipSentence(race),
    scores.some((score) => score.rankMode === 'RANKED' && tooFewQuarters(score, race))
      ? `计入不足 ${race.year.minQuarters} 个季度的单位计分不排名。`
      : null,
    places.some((place) => place.tied) ? '年度得分相同的单位并列，名次顺延，并列单位按机构顺序排列。' : null,
    ...grades.flatMap((field) => gradeSentences(field, groups)),
    hasVetoedGrade(scores, grades) ? '否决对等次的影响适用于它生效季度所在的年度。' : null
  ]
  return sentences.filter((sentence) => sentence !== null)
}

function methodSentence(input: YearInput, race: RaceDefinition): string {
  const { method, best } = race.year
  switch (method) {
    case 'MEAN':
      return '各季度得分取平均。'
    case 'WEIGHTED': {
      const weights = input.quarters.map(
        ({ period }) => `${quarterName(period)} ${formatValue(weightOf(period, race.year))}`
      )
      return `各季度得分按权重平均（${weights.join('、')}）；没有计入的季度，权重由其余季度分担。`
    }
    case 'BEST':
      return best >= input.quarters.length
        ? '各季度得分取平均。'
        : `取最好的 ${best} 个季度平均，其余去掉；得分相同的去掉较早的。`
  }
}

const MISSING: Record<RaceDefinition['year']['missing'], string> = {
  DECIDE: '没有成绩的季度须先作补分决定，在此之前不计年度得分。',
  EXCLUDE: '没有成绩的季度不计入。',
  ZERO: '没有成绩的季度计 0 分；尚未冻结的季度等冻结后再计。'
}

function leadershipSentence({ year }: RaceDefinition): string | null {
  const share = quarterShare(year.leadership)
  return year.leadership === '0'
    ? null
    : `季度得分占 ${formatValue(share)}%，领导评价占 ${year.leadership} 分（0–${year.leadership}）。`
}

function gradeSentences({ table }: FieldGrades, groups: readonly RankedGroup[]): string[] {
  const where = groups.find((group) => group.group === table.group)?.name ?? '全部单位'
  const levels = table.levels.map(({ grade, sentence }) => `${grade}（${sentence}）`)
  return [`${where}等次：${levels.join('，')}。`]
}

function hasVetoedGrade(scores: readonly YearScore[], grades: readonly FieldGrades[]): boolean {
  return scores.some(({ unit }) =>
    grades.some((field) => field.grades.get(unit)?.sentence.includes('否决') === true)
  )
}

function roundingSentence({ rounding, decimals, judgeOn }: Policies): string {
  const places = decimals === 0 ? '到整数' : `，保留 ${decimals} 位小数`
  const judged = judgeOn === 'PRINTED' ? '取整后的数' : '未取整的数'
  return `年度得分${ROUNDING[rounding]}${places}，中间不取整；名次和等次看${judged}。`
}
