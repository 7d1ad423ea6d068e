import { LEVELS, type SlipLevel } from '../../supervision/slip.ts'
import { paperName, type SlipFact } from '../../supervision/slipFact.ts'
import { dayWords, SLIP_LEVELS } from '../../supervision/slipWords.ts'
import type { ReportRow, ReportTable } from '../reportTable.ts'

/** A full-width blank. */
const GAP = '　'

/** 「■ 红 □ 黄 □ 蓝 …，第 2 次」: the boxes still say which colour when it is printed in grey. */
export function levelMark(level: SlipLevel, nth: number): string {
  const boxes = [...LEVELS].reverse().map((one) => `${one === level ? '■' : '□'} ${SLIP_LEVELS[one].colour}`)
  return `${boxes.join(GAP)}${GAP.repeat(2)}${SLIP_LEVELS[level].meaning}，第 ${nth} 次`
}

/** 督办单 as a form of one page: what is asked, and room for 签收, 反馈 and 复核. */
export function slipForm(slip: SlipFact, organisation: string): ReportTable {
  const { fields, level } = slip
  const item = slip.itemNumber === null ? fields.subject : `${fields.subject}（${slip.itemNumber}）`
  const rows: [string, string][] = [
    ['督办级别', level === null ? '' : levelMark(level, slip.nth)],
    ['责任单位', slip.unitName],
    ['督办事项', item],
    ['督办事由', fields.reason],
    ['办理要求', fields.demand],
    ['反馈期限', slip.answerBy === null ? '' : `${dayWords(slip.answerBy)}前`],
    ['签　　收', received(slip)],
    ['反馈情况', answered(slip)],
    ['复核意见', closed(slip)],
    ['签　　发', signed('签发人', fields.issuer === '' ? GAP.repeat(4) : fields.issuer, slip.issuedOn)],
    ...(fields.copies === '' ? [] : ([['抄　　送', fields.copies]] satisfies [string, string][]))
  ]
  return {
    id: `slip.${slip.id}`,
    name: slip.number,
    title: paperName(slip),
    left: `编号：${slip.number}`,
    right: `${organisation}${GAP}${dayWords(slip.issuedOn)}`,
    columns: [
      { id: 'LABEL', head: '栏　目', align: 'center', min: 14, max: 14, bold: true },
      { id: 'TEXT', head: '内　　容', align: 'left', min: 66, max: 66 }
    ],
    rows: rows.map(([label, text]): ReportRow => ({ cells: { LABEL: label, TEXT: text } })),
    foot: [],
    remarks: ['一事一单：办结前不另发单，逾期不反馈的升级。请责任单位签收后按期书面反馈，并附佐证材料。'],
    signatures: [],
    pinned: 0,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

/** 「复核人：… 日期：…」; only the day where nobody is named. */
const signed = (role: string, by: string, day: string): string =>
  `${by === '' ? '' : `${role}：${by}${GAP.repeat(2)}`}日期：${dayWords(day)}`

/** Blank lines leave room to write where nothing has been said yet. */
const room = (lines: number, end: string): string => `${'\n'.repeat(lines)}${end}`

function received({ fields: { received: sign } }: SlipFact): string {
  return sign === null
    ? '签收人：　　　　　　　　日期：　　　　年　　月　　日'
    : signed('签收人', sign.by, sign.on)
}

function answered({ fields: { answer } }: SlipFact): string {
  if (answer === null) return room(9, '责任人：　　　　　　　　日期：　　　　年　　月　　日')
  return `${answer.text}\n${signed('责任人', answer.by, answer.on)}`
}

function closed({ fields: { closing } }: SlipFact): string {
  if (closing === null) return room(6, '复核人：　　　　　　　　日期：　　　　年　　月　　日')
  return `${closing.text}\n${signed('复核人', closing.by, closing.on)}`
}
