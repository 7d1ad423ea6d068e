import { describe, expect, it } from 'vitest'
import { checkSettings, outcomeKind } from '#shared/domain/supervision/checkSettings.ts'
import { coverageSentences } from '#shared/domain/supervision/coverageSentences.ts'
import {
  supervisionSettings,
  type SupervisionSettings
} from '#shared/domain/supervision/supervisionSettings.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'

const settings = supervisionSettings.parse(undefined)
const problems = (change: Partial<SupervisionSettings>) => checkSettings({ ...settings, ...change })

describe('supervision settings', () => {
  it('are without holes as they come', () => {
    expect(checkSettings(settings)).toEqual([])
  })

  it.each<[string, Partial<SupervisionSettings>, 'error' | 'confirm', string]>([
    [
      'longer for red',
      { answerWithin: { ...settings.answerWithin, RED: 4 } },
      'error',
      '红单的反馈期限 4 个工作日，比黄单的 3 个还长'
    ],
    ['a milder status only', { yellow: ['BEHIND'] }, 'error', '更重的「严重落后」却不发'],
    ['no yellow', { yellow: [] }, 'confirm', '要到逾期才发红单'],
    ['no blue', { warnWorkdays: null }, 'confirm', '到期前没有提醒'],
    ['an interview that is never reached', { escalateUnanswered: false }, 'error', '请打开升级，或取消约谈'],
    [
      'one number for two papers',
      { prefixes: { ...settings.prefixes, NOTICE: '督' } },
      'error',
      '督办单和告知书都用「督」编号'
    ],
    [
      'a word inside another',
      {
        outcomes: [
          { word: '约谈', kind: 'INTERVIEW' },
          { word: '提醒约谈', kind: 'NOTICE' }
        ]
      },
      'error',
      '永远轮不到它'
    ]
  ])('%s', (_, change, level, words) => {
    const found = problems(change)
    expect(found.find(({ message }) => message.includes(words))?.level).toBe(level)
  })

  it('tell a streak of the scheme whose outcome brings no paper', () => {
    const streak = {
      code: 's',
      name: '连续末位',
      when: { on: 'BELOW_MEAN' },
      times: 2,
      reset: 'CLEAN_QUARTER',
      outcome: '取消评优',
      tone: 'BAD'
    } as const
    expect(checkSettings(settings, [streak]).map(({ message }) => message)).toEqual([
      '方案的连续情形「连续末位」结果是「取消评优」，这里没有对应的文书，达到时不会提示发文。'
    ])
    expect(checkSettings(settings, [{ ...streak, outcome: '主要负责人约谈' }])).toEqual([])
    expect(outcomeKind('黄牌警告', settings)).toBe('YELLOW_CARD')
  })
})

describe('gaps of the lights (G16)', () => {
  it('tells the published 0 to 10 points that nobody settled (S43)', () => {
    const published = progressRules.parse({
      rows: [
        { to: '0', toInclusive: true, status: 'ON_TRACK' },
        { from: '10', to: '30', toInclusive: true, status: 'BEHIND' },
        { from: '30', fromInclusive: false, status: 'BADLY_BEHIND' }
      ]
    })
    expect(coverageSentences(published.rows)).toEqual([
      '落后计划 0（不含）到 10（不含）个百分点没有规定状态，落在这一段的事项不能判断，也不会发黄单。'
    ])
    expect(coverageSentences(progressRules.parse(undefined).rows)).toEqual([])
  })
})
