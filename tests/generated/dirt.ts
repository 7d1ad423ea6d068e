import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { isSeam, place, text, type Draft, type Line, type Placed } from './draft.ts'
import type { Tape } from './tape.ts'

export interface Dirty extends Placed {
  /** Addresses of totals that are no sum of the numbers above them. */
  wrongTotals: Set<string>
}

const NOTES = [
  '注：数据截至2026年9月30日，共 12 项。',
  '备注：1.到位资金不含往年结转；2.万元为单位。',
  '说明：空白表示未发生',
  '填表说明：本表一式2份',
  '※ 含联合申报'
]
const SIGNATURES: readonly Line[] = [
  [text('填报人：张三'), null, text('审核人：李四')],
  [text('填报人：'), text('张三'), text('联系电话：'), text(83456789)],
  [text('制表人：王五'), text('审核人：赵六'), text('日期：2026.10.8')],
  [text('单位负责人（签字）：'), null, text('填表日期：'), text({ kind: 'date', value: '2026-10-08' })],
  [text('联系电话：0532-83456789')],
  [text('审核：'), text('李四')],
  [text('分管领导签字：')]
]
const TITLES = [
  '2026年三季度重点工作完成情况表',
  '海州市体育局2026年第三季度考核数据汇总',
  '附件2',
  '2026年第三季度情况统计表（汇总）'
]
const SECTIONS = ['一、机关处室', '（一）综合类', '二、直属单位', '第一组']
const TOTALS = ['合计', '合 计', '总计', '小计', '全局合计']

/**
 * Puts tables below one another on a sheet, each the way clerks keep them. Nothing of it may change what the numbers mean.
 */
export function soil(tape: Tape, drafts: readonly Draft[], over: Partial<RawSheet> = {}): Dirty {
  const lines: Line[] = []
  const wrong: Soiled['wrong'] = []
  for (const [index, draft] of drafts.entries()) {
    if (index > 0 && tape.chance(60)) lines.push([])
    const made = soilLines(tape, draft)
    wrong.push(...made.wrong.map(({ line, col }) => ({ line: line + lines.length, col })))
    lines.push(...made.lines)
  }
  const at = { top: tape.pick([0, 0, 0, 1, 3]), left: tape.pick([0, 0, 0, 1, 2]) }
  const placed = place(lines, at, padding(tape, over))
  return {
    ...placed,
    wrongTotals: new Set(wrong.map(({ line, col }) => cellAddress(at.top + line, at.left + col)))
  }
}

function soilLines(tape: Tape, given: Draft): Soiled {
  const { draft, shift, width } = atSides(tape, tape.chance(12) ? withBlankColumn(tape, given) : given)
  const above = linesAbove(tape, draft, width)
  const { lines: body, wrong } = soilBody(tape, draft, shift)
  const foot: Line[] = [...draft.below]
  if (tape.chance(30)) foot.push([])
  while (tape.chance(30) && foot.length < 5)
    foot.push([text(tape.pick(NOTES), tape.chance(30) ? { right: width - 1 } : {})])
  while (tape.chance(30) && foot.length < 8) foot.push([...tape.pick(SIGNATURES)])
  if (tape.chance(10)) foot.push([], [], [text(' ')], [text('　')])
  const start = above.length + draft.head.length
  return {
    lines: [...above, ...draft.head, ...body, ...foot],
    wrong: wrong.map(({ line, col }) => ({ line: line + start, col }))
  }
}

/** Styled ranges reach far below the data; some rows and columns are hidden. */
function padding(tape: Tape, over: Partial<RawSheet>): Partial<RawSheet> {
  return {
    ...(tape.chance(15) ? { rowCount: 1000, colCount: 60 } : {}),
    ...(tape.chance(10) ? { hiddenRows: [3] } : {}),
    ...(tape.chance(10) ? { hiddenCols: [2] } : {}),
    ...over
  }
}

function linesAbove(tape: Tape, draft: Draft, width: number): Line[] {
  const lines: Line[] = []
  if (tape.chance(50))
    lines.push([text(tape.pick(TITLES), tape.chance(70) && width > 1 ? { right: width - 1 } : {})])
  if (tape.chance(20)) lines.push([])
  lines.push(...draft.above)
  const { sheetMeasure } = draft
  if (sheetMeasure !== null)
    lines.push(
      tape.pick<Line>([
        [text(`单位：${sheetMeasure}`)],
        [null, text(`（单位：${sheetMeasure}）`)],
        [text('填报时间：2026年10月8日'), text(`金额单位：${sheetMeasure}`)],
        [text(`单位:${sheetMeasure}\u3000截止日期：2026年9月30日`)]
      ])
    )
  else if (tape.chance(25)) lines.push([text(tape.pick(['填报时间：2026年10月8日', '截止日期：2026-09-30']))])
  if (tape.chance(15)) lines.push([])
  return lines
}

/** An empty column where nothing is merged across. */
function withBlankColumn(tape: Tape, draft: Draft): Draft {
  const at = 1 + tape.below(draft.columns)
  const lines = [...draft.head, ...draft.body]
  const crossed = lines.some((line) =>
    line.some((piece, col) => piece?.right !== undefined && col < at && col + piece.right >= at)
  )
  if (crossed || at <= draft.names) return draft
  const part = (line: Line): Line =>
    line.length < at ? line : [...line.slice(0, at), null, ...line.slice(at)]
  return {
    ...draft,
    head: draft.head.map(part),
    body: draft.body.map(part),
    columns: draft.columns + 1,
    sums: new Map([...draft.sums].map(([col, total]) => [col >= at ? col + 1 : col, total]))
  }
}

/** Columns beside the table that hold no reading, each with what stands in it. */
const BESIDE: readonly (readonly [label: string, cells: readonly (string | number | null)[]])[] = [
  ['备 注', [null, '含上年结转3项', '较目标低 5%', '备注：见附件', '合计数已核']],
  ['排名', [1, 2, 2, 4]],
  ['联系电话', [83456789, '0532-83456789', null]],
  ['完成率', ['97%', 0.97, null, '—']],
  ['责任人', ['张三', '李四', null]],
  ['数据来源', ['规划财务处', '办公室', '统计年报']],
  ['配合单位', ['办公室', '审计处、办公室', null]],
  ['存在问题', ['资金缺口200万元', null, '无']],
  ['总得分', [85.5, 90, 77.25]],
  ['', [null]]
]

/** Serial numbers in front, other columns behind. */
function atSides(tape: Tape, draft: Draft): { draft: Draft; shift: number; width: number } {
  const down = draft.head.length > 1 ? { down: draft.head.length - 1 } : {}
  const serial = tape.chance(50)
  const serialHead = tape.pick(['序号', '序 号', '编号', 'No.'])
  const fit = draft.layout === 'ADJUSTMENTS' ? BESIDE.slice(0, 1) : BESIDE
  const beside = tape.chance(45) ? tape.some(fit, 1 + tape.below(3)) : []
  let count = 0
  const grow = (line: Line, first: Line[number], last: Line): Line => [
    ...(serial ? [first] : []),
    ...line,
    ...Array.from({ length: draft.columns - line.length }, () => null),
    ...last
  ]
  const head = draft.head.map((line, index) =>
    grow(
      line,
      index === 0 ? text(serialHead, down) : null,
      beside.map(([label]) => (index === 0 && label !== '' ? text(label, down) : null))
    )
  )
  const body = draft.body.map((line) =>
    grow(
      line,
      text(++count),
      beside.map(([, cells]) => text(tape.pick(cells)))
    )
  )
  const shift = serial ? 1 : 0
  return {
    draft: { ...draft, head, body, names: draft.names + shift },
    shift,
    width: draft.columns + shift + beside.length
  }
}

interface Soiled {
  lines: Line[]
  /** Totals that state another number than the sum, by line and column. */
  wrong: { line: number; col: number }[]
}

function soilBody(tape: Tape, draft: Draft, shift: number): Soiled {
  const lines: Line[] = []
  const wrong: Soiled['wrong'] = []
  const repeats = tape.chance(12)
  if (tape.chance(10) && draft.columns > 3) lines.push(columnNumbers(tape, draft, shift))
  draft.body.forEach((line, index) => {
    const seam = index > 0 && draft.gaps && isSeam(draft.body, index - 1)
    if (seam && tape.chance(6)) lines.push([])
    if (seam && tape.chance(4)) lines.push([text(tape.pick(SECTIONS))])
    if (seam && repeats && index % 3 === 0) lines.push(...draft.head)
    lines.push(line)
  })
  if (draft.sums.size > 0 && tape.chance(50)) wrong.push(...addTotal(tape, lines, draft, shift))
  return { lines, wrong }
}

/** 1 | 2 | 3 or 甲 | 1 | 2 under the header. */
function columnNumbers(tape: Tape, draft: Draft, shift: number): Line {
  const count = draft.columns + shift
  return tape.chance(50)
    ? ['甲', ...Array.from({ length: count - 1 }, (_, index) => String(index + 1))].map((one) => text(one))
    : Array.from({ length: count }, (_, index) => text(index + 1))
}

function addTotal(tape: Tape, lines: Line[], draft: Draft, shift: number): Soiled['wrong'] {
  const line: Line = Array.from({ length: draft.columns + shift }, () => null)
  line[draft.names] = text(tape.pick(TOTALS))
  const wrong: Soiled['wrong'] = []
  for (const [col, total] of draft.sums) {
    const off = tape.chance(15)
    const stated = total === null ? '87654.3' : canonical(off ? dec(total).plus(3) : dec(total))
    line[col + shift] = text({ kind: 'number', value: stated, formula: 'SUM(B2:B9)' })
    if (off || total === null) wrong.push({ line: lines.length, col: col + shift })
  }
  lines.push(line)
  return wrong
}
