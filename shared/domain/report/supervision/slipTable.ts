import { paperName, standingWords, type SlipFact } from '../../supervision/slipFact.ts'
import { dayWords, SLIP_KINDS, SLIP_LEVELS } from '../../supervision/slipWords.ts'
import { emptyRow, NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import { countCell } from '../ranking/columnSpec.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportTable } from '../reportTable.ts'

const day = { align: 'center', min: 12, max: 14 } as const

const COLUMNS: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'NUMBER', head: '文号', align: 'left', min: 16, max: 18 },
  { id: 'PAPER', head: '文书', align: 'left', min: 12, max: 16, bold: true },
  { id: 'NTH', head: '次数', align: 'center', min: 5, max: 6 },
  { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 24, bold: true },
  { id: 'ITEM', head: '事项', align: 'left', min: 18, max: 32 },
  { id: 'REASON', head: '事由', align: 'left', min: 26, max: 44 },
  { id: 'ISSUED', head: '发出', ...day },
  { id: 'ANSWER_BY', head: '反馈期限', ...day },
  { id: 'STATE', head: '状态', align: 'center', min: 10, max: 18, bold: true },
  { id: 'ANSWER', head: '反馈和办结情况', align: 'left', min: 20, max: 40 }
]

/** 督办台账: the real slips, in the order given. Every colour is a word. */
export function slipTable(
  slips: readonly SlipFact[],
  frame: Pick<ReportTable, 'title' | 'left' | 'right'>
): ReportTable {
  return {
    id: 'slips',
    name: '督办台账',
    ...frame,
    columns: COLUMNS,
    rows:
      slips.length === 0
        ? emptyRow(COLUMNS, '没有督办文书。')
        : slips.map((slip, index) => ({
            cells: {
              NO: countCell(index + 1),
              NUMBER: slip.number,
              PAPER: paperName(slip),
              NTH: slip.level === null ? '/' : countCell(slip.nth),
              UNIT: slip.unitName,
              ITEM:
                slip.itemNumber === null
                  ? slip.fields.subject
                  : `${slip.fields.subject}（${slip.itemNumber}）`,
              REASON: slip.fields.reason,
              ISSUED: dayWords(slip.issuedOn),
              ANSWER_BY: slip.answerBy === null ? '/' : dayWords(slip.answerBy),
              STATE: standingWords(slip),
              ANSWER: answerText(slip)
            }
          })),
    foot: [],
    remarks: [
      `${SLIP_LEVELS.BLUE.short}：${SLIP_LEVELS.BLUE.meaning}；${SLIP_LEVELS.YELLOW.short}：${SLIP_LEVELS.YELLOW.meaning}；${SLIP_LEVELS.RED.short}：${SLIP_LEVELS.RED.meaning}。一事一单，办结前只升级、不另发。`,
      '次数是同一事项这一颜色发出的次数，撤回的不算；期限按工作日计算。台账列的是导出当天的情况，不属于成绩快照。'
    ],
    signatures: SIGNATURES,
    pinned: 3,
    filter: slips.length > 0,
    orientation: 'LANDSCAPE'
  }
}

/** 「共 12 份：督办单 9（红 2、黄 4、蓝 3）、约谈 1」. */
export function slipCounts(slips: readonly SlipFact[]): string {
  if (slips.length === 0) return ''
  const kinds = new Map<string, number>()
  for (const { kind } of slips) kinds.set(SLIP_KINDS[kind].tag, (kinds.get(SLIP_KINDS[kind].tag) ?? 0) + 1)
  const colours = (['RED', 'YELLOW', 'BLUE'] as const).flatMap((level) => {
    const count = slips.filter((slip) => slip.level === level).length
    return count === 0 ? [] : [`${SLIP_LEVELS[level].colour} ${count}`]
  })
  const parts = [...kinds].map(([name, count]) =>
    name === SLIP_KINDS.SUPERVISION.tag ? `${name} ${count}（${colours.join('、')}）` : `${name} ${count}`
  )
  return `共 ${slips.length} 份：${parts.join('、')}`
}

function answerText({ fields: { answer, closing } }: SlipFact): string {
  const parts = [
    answer === null ? '' : `${dayWords(answer.on)}反馈：${answer.text}`,
    closing === null ? '' : `${dayWords(closing.on)}办结：${closing.text}`
  ].filter((part) => part !== '')
  return parts.length === 0 ? '/' : parts.join('；')
}
