import { canonical, dec, sum } from '../../number/decimal.ts'
import { collectedGroups, seatLabel, type SetupGroup } from '../../evaluation/evaluationSetup.ts'
import { votesOfGroup } from '../../evaluation/roundReadings.ts'
import { RECUSED } from '../../evaluation/markScale.ts'
import { emptyRow, NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { paperFrame, paperSeat, unitNames, type RoundPaper } from './roundFacts.ts'

const SIGNATURES = ['唱票人：', '计票人：', '监票人：', '日期：'] as const
const number = { align: 'right', min: 7, max: 12 } as const

/** 计票单, one a group: votes per option and unit (S27, S28, S32), or the judges' sheets with what is wrong with them (S29). */
export function countTables(paper: RoundPaper): ReportTable[] {
  return collectedGroups(paper.setup).map((group) =>
    paper.judged.kind === 'BALLOTS' ? votesTable(paper, group) : sheetsTable(paper, group)
  )
}

function nameOf(group: SetupGroup): string {
  return group.name === '' ? '计票单' : `计票单（${group.name}）`
}

function whole(value: string): TableCell {
  return { number: value, decimals: 0 }
}

function votesTable(paper: RoundPaper, group: SetupGroup): ReportTable {
  const { judged, setup } = paper
  const options = judged.scale.type === 'OPTION' ? judged.scale.options : []
  const columns: ReportColumn[] = [
    NUMBER_COLUMN,
    { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 28, bold: true },
    ...options.map(({ name, valid }, index): ReportColumn => ({
      ...{ id: `O${index}`, head: name, ...number },
      band: valid ? '有效票' : '不计入有效票'
    })),
    { id: 'VALID', head: '有效票', ...number, bold: true, tint: true },
    { id: 'ALL', head: '合计', ...number },
    { id: 'BLANK', head: '未填、回避', ...number, min: 10 }
  ]
  const votes = votesOfGroup(
    { id: 0, heldOn: null, title: paper.title, indicator: judged, setup, marks: paper.marks },
    group
  )
  const back = paper.progress.find((entry) => entry.group === group.name)?.complete ?? 0
  const names = unitNames(paper)
  const valid = options.flatMap((option, index) => (option.valid ? [`{O${index}}`] : []))
  const rows = setup.order.map((unit, index): ReportRow => {
    const own = votes.get(unit)
    const cells: Record<string, TableCell> = { NO: whole(String(index + 1)), UNIT: names.get(unit) ?? unit }
    options.forEach(({ name }, at) => {
      const count = own?.get(name)
      cells[`O${at}`] = count === undefined ? null : whole(count)
    })
    if (own === undefined) return { cells: { ...cells, VALID: '未计' } }
    const of = (list: typeof options) => sum(list.map(({ name }) => dec(own.get(name) ?? '0')))
    const counted = of(options.filter((option) => option.valid))
    const all = of(options)
    cells.VALID = { number: canonical(counted), decimals: 0, formula: valid.join('+') }
    cells.ALL = { number: canonical(all), decimals: 0, formula: options.map((_, at) => `{O${at}}`).join('+') }
    const blank = dec(back).minus(all)
    cells.BLANK = blank.isNegative() ? '超出' : whole(canonical(blank))
    return { cells }
  })
  return {
    id: `evaluation.count.${group.name}`,
    name: nameOf(group),
    ...paperFrame(paper, nameOf(group), `发出 ${group.handedOut ?? 0} 张\u3000收回 ${back} 张`),
    columns,
    rows,
    foot: [],
    remarks: [`计分办法：${judged.ruleInWords}`],
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

/** The judges' sheets of a group: how many units each marked, its highest and lowest mark, and why it does not count. */
function sheetsTable(paper: RoundPaper, group: SetupGroup): ReportTable {
  const columns: ReportColumn[] = [
    NUMBER_COLUMN,
    { id: 'SEAT', head: '评委', align: 'left', min: 12, max: 20, bold: true },
    { id: 'MARKED', head: '评过', ...number },
    { id: 'RECUSED', head: '回避', ...number },
    { id: 'OPEN', head: '未评', ...number },
    { id: 'HIGH', head: '最高', ...number },
    { id: 'LOW', head: '最低', ...number },
    { id: 'STATE', head: '是否有效', align: 'left', min: 12, max: 40, tint: true }
  ]
  const order = new Set(paper.setup.order)
  const rows = group.seats.map((seat, index): ReportRow => {
    const own = paper.marks.filter(
      (mark) => mark.group === group.name && mark.seat === seat.key && order.has(mark.unit)
    )
    const values = own.filter(({ mark }) => mark !== RECUSED).map(({ mark }) => dec(mark))
    const sorted = [...values].sort((a, b) => a.comparedTo(b))
    const [low, high] = [sorted[0], sorted.at(-1)]
    return {
      cells: {
        NO: whole(String(index + 1)),
        SEAT: paperSeat(seat, paper),
        MARKED: whole(String(values.length)),
        RECUSED: whole(String(own.length - values.length)),
        OPEN: whole(String(order.size - own.length)),
        HIGH: high === undefined ? '/' : { number: canonical(high), decimals: null },
        LOW: low === undefined ? '/' : { number: canonical(low), decimals: null },
        STATE: own.length === 0 ? '没有交回' : validity(paper, group.name, seatLabel(seat))
      }
    }
  })
  return {
    id: `evaluation.count.${group.name}`,
    name: nameOf(group),
    ...paperFrame(paper, nameOf(group), `${group.seats.length} 席，参评单位 ${order.size} 个`),
    columns,
    rows: rows.length === 0 ? emptyRow(columns, '没有席位') : rows,
    foot: [],
    remarks: [
      `计分办法：${paper.judged.ruleInWords}`,
      '是否有效按方案的规则判断；无效票的分全部不计，有效票里去掉的最高分、最低分见评分汇总表。'
    ],
    signatures: ['计票人：', '监票人：', '日期：'],
    pinned: 2,
    filter: false,
    orientation: 'PORTRAIT'
  }
}

/** 「有效」, with the marks that do not count for themselves, or the rule's reason against the whole ballot. */
function validity({ outcomes }: RoundPaper, group: string, name: string): string {
  const own = outcomes.flatMap(({ marks }) =>
    marks.filter((mark) => mark.group === group && mark.name === name)
  )
  const invalid = own.find(({ leftOut }) => leftOut?.startsWith('无效票') === true)
  if (invalid?.leftOut != null) return invalid.leftOut
  const strays = own.filter(({ leftOut }) => leftOut?.startsWith('不在') === true).length
  return strays === 0 ? '有效' : `有效，${strays} 个分超出范围不计`
}
