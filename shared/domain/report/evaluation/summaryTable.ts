import { dec } from '../../number/decimal.ts'
import { collectedGroups, isCollected, seatLabel, type SetupGroup } from '../../evaluation/evaluationSetup.ts'
import { groupMean, type RatedMark, type UnitOutcome } from '../../evaluation/roundResults.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { liveTrimmed, liveWeighted, meanCell, rankCell, scoreCell } from './liveMarks.ts'
import { bandOf, paperFrame, paperSeat, unitNames, type RoundPaper } from './roundFacts.ts'

const HIGHEST = '去掉最高分'
const LOWEST = '去掉最低分'

/** The columns of one evaluator group: its seats (or options) and its mean. */
interface Block {
  group: SetupGroup
  band: string
  /** Column, head, and the name under which the rule knows the marks. */
  parts: readonly { column: string; head: string; name: string }[]
  mean: string
}

function blocksOf(paper: RoundPaper): Block[] {
  const { setup, judged } = paper
  return judged.groups.flatMap(({ name }, index): Block[] => {
    const group = setup.groups.find((entry) => entry.name === name)
    if (group === undefined) return []
    const parts = !isCollected(group)
      ? []
      : judged.scale.type === 'OPTION'
        ? judged.scale.options.map((option, at) => ({
            column: `G${index}P${at}`,
            head: option.name,
            name: option.name
          }))
        : group.seats.map((seat, at) => ({
            column: `G${index}P${at}`,
            head: paperSeat(seat, paper).replace(/^评委 /, '评委\n'),
            name: seatLabel(seat)
          }))
    return [{ group, band: bandOf(name, paper), parts, mean: `G${index}MEAN` }]
  })
}

/**
 * 评分汇总表 (S77): units in order of appearance, judges (or options) across, each group's mean, the weighted mean, score and
 * place. Means, score and place are live formulas wherever they give what the rule gave; what does not count stands as text.
 */
export function summaryTable(paper: RoundPaper): ReportTable {
  const { judged, outcomes } = paper
  const blocks = blocksOf(paper)
  const names = unitNames(paper)
  const pools = new Set(judged.units.map(({ group }) => group)).size
  const rows = outcomes.map((outcome, index) => rowOf(outcome, index, { paper, blocks, names, pools }))
  return {
    id: 'evaluation.summary',
    name: '评分汇总表',
    ...paperFrame(paper, judged.kind === 'JUDGES' ? '评分汇总表' : '测评汇总表', '单位：分'),
    columns: columnsOf(paper, blocks, pools),
    rows,
    foot: [],
    remarks: remarksOf(paper),
    sheetRemarks: ['平均、得分和名次是公式的，改动前面的分会跟着变；直接写数值的，是公式算不出同一个数的。'],
    signatures: ['统计人：', '复核人：', '监督人：', '日期：'],
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function columnsOf({ judged }: RoundPaper, blocks: readonly Block[], pools: number): ReportColumn[] {
  const number = { align: 'right', min: 6, max: 10 } as const
  return [
    { id: 'NO', head: '出场', align: 'center', min: 4, max: 5 },
    { id: 'UNIT', head: '单位', align: 'left', min: 12, max: 26, bold: true },
    ...(pools > 1 ? [{ id: 'POOL', head: '组别', align: 'left', min: 8, max: 14 } as const] : []),
    ...blocks.flatMap(({ parts, band, mean }): ReportColumn[] => [
      ...parts.map(({ column, head }): ReportColumn => ({ id: column, head, band, ...number })),
      {
        id: mean,
        head: judged.kind === 'JUDGES' ? '平均' : '每票\n平均',
        band,
        ...number,
        min: 7,
        bold: true
      }
    ]),
    ...(blocks.length > 1 ? [{ id: 'WEIGHTED', head: '加权平均', ...number, min: 8 }] : []),
    { id: 'SCORE', head: '得分', fullMark: judged.fullMark, ...number, min: 8, bold: true, tint: true },
    { id: 'RANK', head: '名次', align: 'center', min: 5, max: 6, bold: true }
  ]
}

interface RowContext {
  paper: RoundPaper
  blocks: readonly Block[]
  names: ReadonlyMap<string, string>
  pools: number
}

function rowOf(outcome: UnitOutcome, index: number, { paper, blocks, names, pools }: RowContext): ReportRow {
  const { judged, outcomes } = paper
  const means = blocks.map((block) => ({
    column: block.mean,
    mean: groupMean(outcome, block.group.name),
    weight: judged.groups.find(({ name }) => name === block.group.name)?.weight ?? '1'
  }))
  const weighted = outcome.steps.find(({ label }) => label === '加权平均')?.value ?? null
  const [only] = means
  const last =
    blocks.length > 1 ? { column: 'WEIGHTED', mean: weighted } : { column: only!.column, mean: only!.mean }
  const outOf = judged.scale.type === 'SCORE' ? judged.scale.max : null
  const cells: Record<string, TableCell> = {
    NO: { number: String(index + 1), decimals: 0 },
    UNIT: names.get(outcome.unit) ?? outcome.unit,
    POOL: judged.units.find(({ code }) => code === outcome.unit)?.groupName ?? '',
    RANK: rankCell(outcome, outcomes, pools === 1)
  }
  for (const block of blocks) Object.assign(cells, blockCells(outcome, block, paper))
  if (weighted !== null) {
    const live = [false, true]
      .map((silent) => liveWeighted(means, silent))
      .find((entry) => entry !== null && meanCell(weighted, entry).formula !== undefined)
    cells.WEIGHTED = meanCell(weighted, live ?? null)
  }
  const scored = scoreCell(outcome, last.column, last.mean, judged, outOf)
  if (outcome.score === null && outcome.status !== 'NA') {
    return {
      cells,
      merged: { from: 'SCORE', to: 'RANK', text: outcome.status === 'MISSING' ? '未评' : '不能计分' }
    }
  }
  return { cells: { ...cells, SCORE: scored } }
}

function blockCells(outcome: UnitOutcome, block: Block, { judged }: RoundPaper): Record<string, TableCell> {
  const marks = new Map(
    outcome.marks.filter(({ group }) => group === block.group.name).map((mark) => [mark.name, mark])
  )
  const cells: Record<string, TableCell> = {}
  const counted: RatedMark[] = []
  for (const { column, name } of block.parts) {
    const mark = marks.get(name)
    cells[column] = markCell(mark)
    if (mark?.value != null && isNumber(mark)) counted.push(mark)
  }
  const mean = groupMean(outcome, block.group.name)
  if (mean === null) return { ...cells, [block.mean]: '未评' }
  const [first, last] = [block.parts[0]?.column, block.parts.at(-1)?.column]
  const live =
    judged.kind !== 'JUDGES' || first === undefined || last === undefined
      ? null
      : liveTrimmed(
          `{${first}}:{${last}}`,
          counted.map(({ value }) => dec(value!)),
          counted.filter(({ leftOut }) => leftOut === HIGHEST).length,
          counted.filter(({ leftOut }) => leftOut === LOWEST).length
        )
  return { ...cells, [block.mean]: meanCell(mean, live) }
}

/** Marks that a formula may count: those that count, and the ends that it takes off itself. */
function isNumber({ leftOut }: RatedMark): boolean {
  return leftOut === null || leftOut === HIGHEST || leftOut === LOWEST
}

function markCell(mark: RatedMark | undefined): TableCell {
  if (mark === undefined) return null
  if (mark.value === null) return '*'
  if (!isNumber(mark) && mark.leftOut !== '不计入有效票') return `${mark.value}无效`
  const suffix = mark.leftOut === HIGHEST ? '高' : mark.leftOut === LOWEST ? '低' : null
  return { number: mark.value, decimals: null, ...(suffix === null ? {} : { suffix }) }
}

function remarksOf({ judged, outcomes, progress, setup }: RoundPaper): string[] {
  const reasons = new Map<string, Set<string>>()
  for (const { marks } of outcomes)
    for (const mark of marks) {
      if (mark.leftOut === null || !mark.leftOut.startsWith('无效票')) continue
      const who = `${mark.group} ${mark.name}`.trim()
      reasons.set(mark.leftOut, (reasons.get(mark.leftOut) ?? new Set()).add(who))
    }
  const open = progress.filter(({ complete, expected }) => complete < expected)
  const imported = judged.groups.filter(
    ({ name }) => !collectedGroups(setup).some((group) => group.name === name)
  )
  return [
    `计分办法：${judged.ruleInWords}`,
    ...(judged.kind === 'JUDGES'
      ? ['「高」「低」是去掉的最高分、最低分；「*」是回避；「无效」的分不计；空格是没有评分。']
      : []),
    ...[...reasons].map(
      ([reason, who]) => `${reason.replace('无效票：', '无效票（')}）：${[...who].join('、')}。`
    ),
    ...(judged.kind === 'JUDGES' && open.length > 0
      ? [
          `还没有评完的：${open.map(({ group, complete, expected }) => `${group === '' ? '' : group}${complete}/${expected} 席`).join('、')}。`
        ]
      : []),
    ...(imported.length === 0
      ? []
      : [
          `${imported.map(({ name }) => name).join('、')}不在这次收评分，采用本季度另行收到的分；没有收到的记「未评」。`
        ])
  ]
}
