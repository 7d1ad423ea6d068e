import { placesOfLevel, QUOTA_ROUNDING_NAMES } from '#shared/domain/ranking/grades/quotaPlaces.ts'
import type { GradeLevel } from '#shared/domain/scheme/gradeRules.ts'
import { CHOICES } from '#shared/domain/scheme/words/choiceWords.ts'
import type { RaceDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { draftNames } from '../features/schemeEditor/draft/draftNames.ts'
import type { PolicyLine } from './policies.ts'
import { policySettingsText } from './policySettings.ts'
import { boardSentence, streakSentence, vetoSentence, weightWords } from './raceSentences.ts'
import { UNIT_KINDS } from './scheme.ts'

const word = (field: string, value: string): string => CHOICES[field]?.[value] ?? value

/** Everything that a race settles beside its indicators: who takes part, grades, boards, streaks, the year. */
export function raceLines(race: RaceDefinition, scheme: SchemeDefinition): PolicyLine[] {
  const names = draftNames(scheme)
  return [
    ...(race.participants === undefined
      ? []
      : [
          {
            name: '参加的是',
            choice: race.participants.map((kind) => UNIT_KINDS[kind]).join('、'),
            meaning: '组里的其他单位不参加这个赛项。'
          }
        ]),
    ...race.alsoRank.map((kind) => ({
      name: '另外再排',
      choice: word('races.alsoRank', kind),
      meaning: '分组排名之外再排一次。'
    })),
    ...gradeLines(race),
    ...race.boards.map((board) => ({
      name: word('boards.kind', board.kind),
      choice: board.name,
      meaning: boardSentence(board, names)
    })),
    ...race.streaks.map((streak) => ({
      name: '连续情形',
      choice: streak.name,
      meaning: streakSentence(streak, race)
    })),
    yearLine(race)
  ]
}

function gradeLines({ grades, personQuotas }: RaceDefinition): PolicyLine[] {
  if (grades === undefined) return []
  const lines = grades.levels.map((level, index) => ({
    name: '等次',
    choice: level.name,
    meaning: levelWords(level, index === grades.levels.length - 1)
  }))
  const hasQuota = grades.levels.some((level) => level.percent !== undefined || level.places !== undefined)
  const rules = `${word('grades.of', grades.of)}的单位数乘比例，不是整数时${QUOTA_ROUNDING_NAMES[grades.rounding]}；最后一个名额并列时${word('grades.straddle', grades.straddle)}。`
  return [
    ...lines,
    ...(hasQuota
      ? [{ name: '等次名额', choice: QUOTA_ROUNDING_NAMES[grades.rounding], meaning: rules }]
      : []),
    ...(personQuotas === undefined
      ? []
      : [
          {
            name: '个人优秀名额',
            choice: personQuotas.byGrade.map((entry) => `${entry.grade} ${entry.percent}%`).join('、'),
            meaning: `在编人数乘比例${personQuotas.cap === undefined ? '' : `，最高 ${personQuotas.cap}%`}，不是整数时${QUOTA_ROUNDING_NAMES[personQuotas.rounding]}。`
          }
        ])
  ]
}

function levelWords(level: GradeLevel, isLast: boolean): string {
  if (isLast) return '其余单位。'
  const line = level.atLeast === undefined ? '' : `${level.atLeast} 分及以上`
  const quota =
    level.percent !== undefined
      ? `名额 ${level.percent}%`
      : (placesOfLevel(level, 0, 'FLOOR')?.sentence ?? '')
  return `${[line, quota].filter((part) => part !== '').join('，') || '没有分数线和名额'}。`
}

function yearLine({ year }: RaceDefinition): PolicyLine {
  const { leadership } = year
  const method = year.method === 'BEST' ? `取最好的 ${year.best} 个季度` : word('year.method', year.method)
  const weights =
    year.method === 'WEIGHTED'
      ? `权重 ${year.weights.Q1}、${year.weights.Q2}、${year.weights.Q3}、${year.weights.Q4}；`
      : ''
  const lead = leadership === '0' ? '' : `领导评价占 ${leadership} 分，季度占其余；`
  return {
    name: '全年',
    choice: method,
    meaning: `${weights}${lead}有季度没有总得分时${word('year.missing', year.missing)}；计分不满 ${year.minQuarters} 个季度的只计分，不排名。`
  }
}

/** What reaches over all races: totals, vetoes, how a status is drawn. */
export function wholeSchemeLines(scheme: SchemeDefinition): PolicyLine[] {
  const names = draftNames(scheme)
  const { progress } = scheme
  const vocabulary = policySettingsText.vocabularies[progress.vocabulary]
  return [
    ...scheme.totals.map((total) => ({
      name: '多赛项总分',
      choice: total.name,
      meaning: `${weightWords(total, names)}有赛项没参加时${word('totals.absent', total.absent)}。`
    })),
    ...scheme.vetoKinds.map((veto) => ({
      name: '否决事项',
      choice: veto.name,
      meaning: `${vetoSentence(veto)}${veto.basis === '' ? '' : `依据：${veto.basis}。`}`
    })),
    { name: '状态画法', choice: vocabulary.name, meaning: vocabulary.hint },
    {
      name: '达标的线',
      choice: `${progress.met}%`,
      meaning: policySettingsText.progress.says(progress.met, progress.slightlyBehind)
    }
  ]
}
