import type { MarkScale } from '../../evaluation/markScale.ts'
import { NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import type { ReportColumn, ReportTable } from '../reportTable.ts'
import { paperSeat, unitNames, type RoundPaper } from './roundFacts.ts'

/** Empty ballots for paper: one a judge's seat, or one a group of voters to be copied. */
export function formTables(paper: RoundPaper): ReportTable[] {
  const { setup, judged } = paper
  return setup.groups.flatMap((group): ReportTable[] => {
    if (judged.kind === 'BALLOTS')
      return group.handedOut === null ? [] : [formTable(paper, group.name === '' ? '测评票' : group.name)]
    return group.seats.map((seat) =>
      formTable(paper, [group.name, paperSeat(seat, paper)].filter((part) => part !== '').join(' '))
    )
  })
}

function formTable(paper: RoundPaper, whose: string): ReportTable {
  const { judged, title, day } = paper
  const judges = judged.kind === 'JUDGES'
  const names = unitNames(paper)
  return {
    id: `evaluation.form.${whose}`,
    name: whose,
    title: `${title}${judges ? '评分表' : '测评票'}`,
    left: judges ? `评委：${whose}` : `评价主体：${whose}`,
    right: [howTo(judged.scale), day].filter((part) => part !== '').join('　'),
    columns: [
      { ...NUMBER_COLUMN, head: '出场\n顺序' },
      { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true },
      ...fillColumns(judged.scale)
    ],
    rows: paper.setup.order.map((unit, index) => ({
      cells: { NO: { number: String(index + 1), decimals: 0 }, UNIT: names.get(unit) ?? unit }
    })),
    foot: [],
    remarks: [`计分办法：${judged.ruleInWords}`, '需要回避的单位，在评分一栏画「*」。'],
    signatures: judges ? ['评委签名：', '日期：'] : [],
    pinned: 2,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

function howTo(scale: MarkScale): string {
  if (scale.type === 'SCORE') return `${scale.min}—${scale.max} 分`
  return scale.type === 'PLACE' ? `名次 1—${scale.last}` : '每个单位只选一项，打「√」'
}

function fillColumns(scale: MarkScale): ReportColumn[] {
  const blank = { align: 'center', toFill: true } as const
  if (scale.type === 'OPTION')
    return scale.options.map(({ name }, index): ReportColumn => ({
      ...{ id: `O${index}`, head: name, min: 9, max: 12 },
      ...blank
    }))
  return [
    { id: 'MARK', head: scale.type === 'PLACE' ? '名次' : '评分', ...blank, min: 12, max: 14 },
    { id: 'WORDS', head: '评语', ...blank, min: 24, max: 30 }
  ]
}
