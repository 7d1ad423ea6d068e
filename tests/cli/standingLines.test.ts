import { describe, expect, it } from 'vitest'
import { choiceLines, standingLines } from '#electron/cli/explainLines.ts'
import { rankingLines } from '#electron/cli/rankingLines.ts'
import { bureau } from '../unit/reports/fixture.ts'
import { graded } from '../unit/reports/graded.ts'

describe('liangji rank', () => {
  const lines = rankingLines(graded()).join('\n').split('\n')

  it('prints the grade of every unit, and vetoes in the remarks', () => {
    const results = graded()
    results.races[0]!.groups[0]!.units[3]!.remarks.push(
      '否决「安全生产事故」：等次封顶（依据：会议纪要，局党组）'
    )
    const text = rankingLines(results).join('\n')
    expect(text).toMatch(/与第一名\s+等次\s+备注/)
    expect(text).toMatch(/群众体育处 .*0\.00\s+优秀/)
    expect(text).toMatch(/青少年体育处 .*−1\.05\s+待定\s+并列第2/)
    expect(text).toMatch(/=1\+1处 .*合格\s+否决「安全生产事故」：等次封顶/)
  })

  it('prints 等次名额 with empty grades and the tie that waits, then the rankings over groups and races', () => {
    expect(lines).toContain('2026年第三季度 季度赛马 · 机关处室组 等次名额')
    expect(lines.find((line) => line.startsWith('良好'))).toMatch(/2\s+0\s+没有单位\s+12 个单位 × 20%/)
    expect(lines).toContain('「良好」只剩 1 个名额，青少年体育处、竞技体育处同分，等待裁定先后。')
    expect(lines).toContain('2026年第三季度 季度赛马 · 全部单位')
    expect(lines).toContain('2026年第三季度 · 六比总分')
    expect(lines.some((line) => /^\s*\/\s+审计处\s+\/\s+没有总分$/.test(line))).toBe(true)
  })

  it('has no column 等次 without grades, and each group’s own full marks (S10)', () => {
    const results = bureau()
    const centres = results.races[0]!.groups[1]!
    centres.fullMark = '99'
    const text = rankingLines(results).join('\n')
    expect(text).not.toContain('等次')
    expect(text.match(/基础分\(\d+\)/g)).toEqual(['基础分(100)', '基础分(99)'])
  })
})

describe('liangji explain', () => {
  const [first] = graded().races[0]!.groups[0]!.units

  it('says nothing where nothing stands beside the score', () => {
    expect(standingLines({ ...first!, grade: null })).toEqual([])
  })

  it('prints grade, person quota, vetoes and streaks, each with its reason', () => {
    expect(
      standingLines({
        ...first!,
        grade: { grade: '良好', sentence: '第 1 名，降一等', ruleGrade: '优秀' },
        personQuota: {
          staff: 20,
          percent: '12',
          places: 2,
          sentence: '良好 12%；在编 20 人 × 12% = 2.40，去尾 2 个'
        },
        vetoes: [
          {
            decision: 1,
            kind: 'safety',
            name: '安全生产事故',
            effects: ['GRADE_DROP'],
            indicator: null,
            basis: '会议纪要',
            decidedBy: '局党组'
          }
        ],
        streaks: [
          {
            code: 's',
            name: '连续警示',
            indicator: null,
            count: 2,
            times: 2,
            reached: true,
            outcome: '约谈',
            tone: 'BAD',
            sentence: '二季度、三季度连续警示'
          }
        ]
      })
    ).toEqual([
      '等次：良好（第 1 名，降一等），按规则原为优秀',
      '个人优秀名额：2 个（良好 12%；在编 20 人 × 12% = 2.40，去尾 2 个）',
      '否决：安全生产事故（依据 会议纪要，局党组决定）',
      '连续情况：连续警示，二季度、三季度连续警示，约谈'
    ])
  })

  it('prints what the scheme chose for an indicator', () => {
    const indicator = first!.dimensions[0]!.indicators[0]!
    expect(choiceLines(indicator)).toEqual([])
    const trace = { ...indicator.trace, choices: ['比例不截断。'] }
    expect(choiceLines({ ...indicator, trace })).toEqual(['按方案：比例不截断。'])
  })
})
