import { AppError } from '#shared/appError.ts'
import type { Problem } from '#shared/problem.ts'
import { parseAddress, type CellPoint } from './a1Ref.ts'
import { MAX_TEXT } from './cellXml.ts'
import type { CellEdit, Refusal, RefusalCode } from './fillTypes.ts'
import { styleOf, type SheetView } from './sheetView.ts'
import type { StylesPart } from './stylesPart.ts'

const MESSAGES: Readonly<Record<RefusalCode, string>> = {
  NO_SHEET: '工作簿里没有这张工作表，没有填写。',
  BAD_ADDRESS: '没有这个单元格，没有填写。',
  UNDER_MERGE: '这一格被合并单元格盖住，写进去看不见，没有填写；请改写合并区域左上角的那一格。',
  FORMULA: '这一格是公式，没有改动；需要时请在表格里手工修改。',
  TABLE_HEADER: '这一格是“表格”的标题行，改了文件会报损坏，没有改动；请在表格软件里手工修改。',
  DATE_FORMAT: '这一格是日期格式，写入的数会显示成日期，没有填写；请先把这一格改成常规或数值格式。',
  TEXT_TOO_LONG: `文字超过 ${MAX_TEXT} 个字，一格放不下，没有填写。`,
  GIVEN_TWICE: '这一格给了两个不同的内容，都没有填写。'
}

/** An edit that can be made, at its place. */
export interface PlacedEdit {
  edit: CellEdit
  point: CellPoint
}

export function refusal(code: RefusalCode, { sheet, address }: CellEdit): Refusal {
  return { code, sheet, address, message: MESSAGES[code] }
}

function reasonAgainst(
  { edit, point }: PlacedEdit,
  view: SheetView,
  styles: StylesPart | null
): RefusalCode | null {
  if (view.isUnderMerge(point)) return 'UNDER_MERGE'
  const { set } = edit
  if (set === undefined) return null
  if (view.isFormula(point)) return 'FORMULA'
  if (view.isTableHeader(point)) return 'TABLE_HEADER'
  if (set.kind === 'text' && set.value.length > MAX_TEXT) return 'TEXT_TOO_LONG'
  if (set.kind !== 'number' || styles === null) return null
  const cell = view.cellAt(point)
  const style = cell === null ? view.styleBeside(point) : styleOf(cell)
  const meaning = styles.meaningOf(style)
  return meaning === 'number' || meaning === 'elapsed' ? null : 'DATE_FORMAT'
}

/** Tells the edits of one sheet that can be made from those that cannot. Of two alike one is made. */
export function placeEdits(
  edits: readonly CellEdit[],
  view: SheetView,
  styles: StylesPart | null
): { placed: PlacedEdit[]; refused: Refusal[] } {
  const refused: Refusal[] = []
  const byCell = new Map<string, PlacedEdit[]>()
  for (const edit of edits) {
    const point = parseAddress(edit.address)
    if (point === null) refused.push(refusal('BAD_ADDRESS', edit))
    else {
      const key = `${point.row},${point.col}`
      byCell.set(key, [...(byCell.get(key) ?? []), { edit, point }])
    }
  }
  const placed: PlacedEdit[] = []
  for (const [first, ...others] of byCell.values()) {
    const differs = others.some(({ edit }) => !sameEdit(edit, first!.edit))
    const code = differs ? 'GIVEN_TWICE' : reasonAgainst(first!, view, styles)
    if (code === null) placed.push(first!)
    else refused.push(refusal(code, first!.edit))
  }
  return { placed, refused }
}

function sameEdit(a: CellEdit, b: CellEdit): boolean {
  const key = ({ set, mark, wrap, format, like }: CellEdit): string =>
    JSON.stringify([set, mark, wrap, format, like])
  return key(a) === key(b)
}

/** All refusals as one error, with nothing written. */
export function refusedError(refused: readonly Refusal[], file: string): AppError {
  const [first] = refused
  const problems = refused.map(({ code, sheet, address, message }): Problem => ({
    code,
    level: 'error',
    message,
    place: { file, sheet, cell: address }
  }))
  const more = refused.length > 1 ? `（共 ${refused.length} 格）` : ''
  return new AppError('VALIDATION_FAILED', `${first!.message}${more}`, {
    place: { file, sheet: first!.sheet, cell: first!.address },
    action: '没有写出文件。',
    problems
  })
}
