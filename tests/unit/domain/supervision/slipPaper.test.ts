import { describe, expect, it } from 'vitest'
import { levelMark, slipForm } from '#shared/domain/report/supervision/slipForm.ts'
import type { TableCell } from '#shared/domain/report/reportTable.ts'
import { slipPaper } from '#shared/domain/report/supervision/slipPaper.ts'
import { slipCounts } from '#shared/domain/report/supervision/slipTable.ts'
import type { SlipFact } from '#shared/domain/supervision/slipFact.ts'
import { slip as slipSchema } from '#shared/domain/supervision/slip.ts'

function fact(over: Partial<SlipFact> = {}): SlipFact {
  const slip = slipSchema.parse({
    id: 7,
    number: '督〔2026〕7号',
    kind: 'SUPERVISION',
    level: 'RED',
    unit: 'water',
    item: 1,
    period: '2026Q4',
    state: 'ISSUED',
    issuedOn: '2026-10-09',
    answerBy: '2026-10-13',
    fields: { subject: '护栏整改', reason: '已逾期 6 天。', demand: '请办理。', basis: { from: 'HAND' } },
    version: 1
  })
  return {
    ...slip,
    unitName: '水上运动中心',
    nth: 2,
    itemNumber: '问-2026-007',
    itemTitle: '护栏',
    workdaysLeft: 2,
    ...over
  }
}

const cell = (slip: SlipFact, label: RegExp): string => {
  const text = (value: TableCell | undefined): string => (typeof value === 'string' ? value : '')
  const row = slipForm(slip, '某局').rows.find(({ cells }) => label.test(text(cells['LABEL'])))
  return text(row?.cells['TEXT'])
}

describe('paper of a slip', () => {
  it('says its colour by word and by a mark that grey print keeps', () => {
    expect(levelMark('RED', 2).replace(/\s+/g, ' ')).toBe('■ 红 □ 黄 □ 蓝 逾期未办结，第 2 次')
    expect(slipForm(fact(), '某局').title).toBe('红色督办单')
  })

  it('leaves room for what has not been said, and prints what has', () => {
    expect(cell(fact(), /^反馈情况/)).toMatch(/^\n+责任人：/)
    const { fields } = fact()
    const answered = fact({
      fields: { ...fields, answer: { on: '2026-10-12', by: '周某', text: '已更换 72 米' } }
    })
    expect(cell(answered, /^反馈情况/).replace(/\s+/g, ' ')).toBe(
      '已更换 72 米 责任人：周某 日期：2026年10月12日'
    )
  })

  it('makes letters of papers without a colour, each on a page of its own', () => {
    const letter = fact({ kind: 'INTERVIEW', level: null, number: '约〔2026〕1号', nth: 1 })
    const { sections } = slipPaper([fact(), letter], { organisation: '某局' })
    expect(sections.map(({ layout }) => layout)).toEqual(['TABLE', 'OFFICIAL'])
    expect(sections[1]!.blocks).toContainEqual({ type: 'recipients', text: '水上运动中心：' })
    expect(slipCounts([fact(), letter])).toBe('共 2 份：督办单 1（红 1）、约谈 1')
  })
})
