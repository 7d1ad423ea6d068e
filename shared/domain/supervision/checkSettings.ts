import { ITEM_STATUS_WORDS } from '../status/vocabulary.ts'
import type { StreakRule } from '../scheme/streakRules.ts'
import type { SlipKind } from './slip.ts'
import { SLIP_KINDS, SLIP_LEVELS } from './slipWords.ts'
import type { SupervisionSettings } from './supervisionSettings.ts'

/** `error` contradicts itself and is refused; `confirm` leaves something open that the office may want. */
export interface SettingsProblem {
  level: 'error' | 'confirm'
  /** Which part of the settings it is about. */
  field: keyof SupervisionSettings
  message: string
}

/** Holes and contradictions in how the office follows up; `streaks` are the scheme's, for outcomes that no word catches. */
export function checkSettings(
  settings: SupervisionSettings,
  streaks: readonly StreakRule[] = []
): SettingsProblem[] {
  return [
    ...answerProblems(settings),
    ...colourProblems(settings),
    ...escalationProblems(settings),
    ...outcomeProblems(settings, streaks),
    ...prefixProblems(settings)
  ]
}

function answerProblems({ answerWithin }: SupervisionSettings): SettingsProblem[] {
  const pairs = [
    ['BLUE', 'YELLOW'],
    ['YELLOW', 'RED']
  ] as const
  return pairs.flatMap(([mild, severe]) =>
    answerWithin[severe] > answerWithin[mild]
      ? [
          {
            level: 'error' as const,
            field: 'answerWithin' as const,
            message: `${SLIP_LEVELS[severe].short}的反馈期限 ${answerWithin[severe]} 个工作日，比${SLIP_LEVELS[mild].short}的 ${answerWithin[mild]} 个还长；越急的应越短，请改正。`
          }
        ]
      : []
  )
}

const SEVERITY = ['SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND'] as const

function colourProblems({
  warnWorkdays,
  yellow,
  yellowWhenReturned
}: SupervisionSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = []
  const first = SEVERITY.findIndex((status) => yellow.includes(status))
  const left = first < 0 ? [] : SEVERITY.slice(first).filter((status) => !yellow.includes(status))
  if (left.length > 0)
    problems.push({
      level: 'error',
      field: 'yellow',
      message: `「${ITEM_STATUS_WORDS[SEVERITY[first]!]}」发黄单，更重的「${left.map((status) => ITEM_STATUS_WORDS[status]).join('」「')}」却不发，请一并选上。`
    })
  if (yellow.length === 0)
    problems.push({
      level: 'confirm',
      field: 'yellow',
      message: `进度滞后不发黄单，落后的事项要到逾期才发红单${yellowWhenReturned ? '' : '，核验退回的也不发'}。`
    })
  if (warnWorkdays === null)
    problems.push({
      level: 'confirm',
      field: 'warnWorkdays',
      message: '临近时限不发蓝单，事项到期前没有提醒。'
    })
  return problems
}

function escalationProblems({
  escalateUnanswered,
  interviewAfterRed
}: SupervisionSettings): SettingsProblem[] {
  if (!escalateUnanswered && interviewAfterRed !== null)
    return [
      {
        level: 'error',
        field: 'interviewAfterRed',
        message: `不反馈不升级，就到不了「红单 ${interviewAfterRed} 次不反馈即约谈」；请打开升级，或取消约谈。`
      }
    ]
  return escalateUnanswered
    ? []
    : [{ level: 'confirm', field: 'escalateUnanswered', message: '逾期不反馈的督办单不会升级。' }]
}

function outcomeProblems(settings: SupervisionSettings, streaks: readonly StreakRule[]): SettingsProblem[] {
  const problems: SettingsProblem[] = []
  settings.outcomes.forEach((rule, index) => {
    // The first word that fits decides, so a later one inside an earlier one would never be reached.
    const before = settings.outcomes.slice(0, index).find(({ word }) => rule.word.includes(word))
    if (before === undefined) return
    const message =
      before.word === rule.word
        ? `「${rule.word}」写了两次，分别发${SLIP_KINDS[before.kind].name}和${SLIP_KINDS[rule.kind].name}，请只留一条。`
        : `「${rule.word}」里含有前面的「${before.word}」，永远轮不到它；请把它移到前面。`
    problems.push({ level: 'error', field: 'outcomes', message })
  })
  for (const { name, outcome, tone } of streaks)
    if (tone === 'BAD' && outcomeKind(outcome, settings) === null)
      problems.push({
        level: 'confirm',
        field: 'outcomes',
        message: `方案的连续情形「${name}」结果是「${outcome}」，这里没有对应的文书，达到时不会提示发文。`
      })
  return problems
}

function prefixProblems({ prefixes }: SupervisionSettings): SettingsProblem[] {
  const seen = new Map<string, SlipKind>()
  return (Object.entries(prefixes) as [SlipKind, string][]).flatMap(([kind, prefix]) => {
    const other = seen.get(prefix)
    seen.set(prefix, kind)
    return other === undefined
      ? []
      : [
          {
            level: 'error' as const,
            field: 'prefixes' as const,
            message: `${SLIP_KINDS[other].name}和${SLIP_KINDS[kind].name}都用「${prefix}」编号，会混在一起，请分开。`
          }
        ]
  })
}

/** The paper that follows from an outcome: that of the first word in it; null where none fits. */
export function outcomeKind(
  outcome: string,
  { outcomes }: Pick<SupervisionSettings, 'outcomes'>
): SupervisionSettings['outcomes'][number]['kind'] | null {
  return outcomes.find(({ word }) => outcome.includes(word))?.kind ?? null
}
